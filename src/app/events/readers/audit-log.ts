import type { AuditAction, AuditActor, AuditDetail } from '#src/domain/audit-event.js';
import type { DomainEvent } from '#src/domain/events.js';
import type { DurableReader } from '../event-reader.js';

/** Writes what was done to accounts and to the bot into the audit log (security case 52). */
export const auditLog: DurableReader = {
  name: 'audit-log',
  write: async (tx, event, at) => {
    const row = rowOf(event);
    if (row === null) return;
    const { actor, action, detail = null } = row;
    const accountId = 'accountId' in event ? event.accountId : null;
    await tx.audit.append({ actor, action, accountId, detail, now: at });
  },
};

interface Row {
  readonly actor: AuditActor;
  readonly action: AuditAction;
  readonly detail?: AuditDetail;
}

/** @returns null for what is not an act that the log keeps: signing in and out, and what follows from an act */
function rowOf(event: DomainEvent): Row | null {
  switch (event.type) {
    case 'session.created':
    case 'session.revoked':
    case 'login_request.changed':
    case 'outbox.queued':
      return null;
    case 'sessions.ended':
      return { actor: 'owner', action: 'sessions_ended' };
    case 'password.set':
      return { actor: 'owner', action: 'password_set' };
    case 'password.changed':
      return { actor: 'owner', action: 'password_changed' };
    case 'password.reset':
      return { actor: 'owner', action: 'password_reset' };
    case 'google.linked':
      return { actor: 'owner', action: 'google_linked' };
    case 'google.unlinked':
      return { actor: 'owner', action: 'google_unlinked' };
    case 'number.changed':
      return { actor: event.by === 'owner' ? 'owner' : 'system', action: 'number_changed' };
    case 'name.changed':
      return { actor: 'owner', action: 'name_changed' };
    case 'deletion.asked':
      return { actor: 'owner', action: 'deletion_asked' };
    case 'deletion.called_off':
      return { actor: 'owner', action: 'deletion_called_off' };
    case 'account.erased':
      return { actor: 'system', action: 'account_erased' };
    case 'account.blocked':
      return { ...actorOf(event), action: 'account_blocked' };
    case 'account.unblocked':
      return { ...actorOf(event), action: 'account_unblocked' };
    case 'admin.created':
      return { actor: 'visitor', action: 'admin_created' };
    case 'admin.removed':
      return { actor: 'operator', action: 'admin_removed' };
    case 'admin_sign_in.failed':
      return { actor: 'visitor', action: 'admin_sign_in_failed' };
    case 'channel.commanded':
      return { actor: 'admin', action: `channel_${event.command}` };
    case 'chat.resumed':
      return { actor: 'admin', action: 'chat_resumed' };
    case 'claim.upheld':
      return { actor: 'admin', action: 'claim_upheld', detail: { reason: event.reason } };
    case 'claim.rejected':
      return { actor: 'admin', action: 'claim_rejected', detail: { reason: event.reason } };
    case 'claim.allowed':
      return { actor: 'admin', action: 'claim_allowed', detail: { reason: event.reason } };
    case 'google.released': {
      const { reason, released } = event;
      const detail = { reason, released: released.toString() };
      return { actor: 'admin', action: 'google_released', detail };
    }
    case 'signing_keys.rotated':
      return { actor: event.by, action: 'keys_rotated', detail: { kid: event.kid } };
  }
}

function actorOf(
  event: Extract<DomainEvent, { type: 'account.blocked' | 'account.unblocked' }>,
): Pick<Row, 'actor' | 'detail'> {
  return event.by === 'owner'
    ? { actor: 'owner' }
    : { actor: 'admin', detail: { reason: event.reason } };
}
