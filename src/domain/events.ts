import type { Reason } from './audit-event.js';
import type { SignInMethodName } from './sign-in-method.js';

/**
 * What happened, as a use case says it inside its transaction (`tx.emit`). Names are `noun.verb-in-past`. Ids and kinds
 * only: no CPF, number, name or address, since readers write it down and send it on. A `reason` is what an admin typed,
 * without long numbers (`parseReason`). Who reads what: src/app/events/readers.ts.
 */
export type DomainEvent =
  | SessionEvent
  | AccountEvent
  | AdminEvent
  /**
   * New rows wait in the outbox and may go out after this many milliseconds. Emitted by `tx.outbox.enqueue` itself, once
   * a transaction for each delay.
   */
  | { readonly type: 'outbox.queued'; readonly delayMs: number }
  /** The chat was asked about a login request, or it was approved or denied. */
  | { readonly type: 'login_request.changed'; readonly requestId: string }
  /** A new key for access tokens was made, by a command or because the last one was old. */
  | {
      readonly type: 'signing_keys.rotated';
      readonly kid: string;
      readonly by: 'operator' | 'system';
    };

type SessionEvent =
  | {
      readonly type: 'session.created';
      readonly accountId: string;
      readonly sessionId: string;
      readonly method: SignInMethodName;
    }
  /** Access tokens of it are refused from now on. */
  | (OfAccount<'session.revoked'> & { readonly sessionId: string })
  /** The owner ended every session and whatever else was on its way in ("sair de todos"). */
  | OfAccount<'sessions.ended'>;

type AccountEvent =
  /** `password.set`: there was none before, whatever it came by. `password.reset`: by a link or code from the chat. */
  | OfAccount<'password.set' | 'password.changed' | 'password.reset'>
  | OfAccount<'google.linked' | 'google.unlinked'>
  /** `by: 'time'`: another WhatsApp account waited for the number, and the account was not used meanwhile. */
  | (OfAccount<'number.changed'> & { readonly by: 'owner' | 'time' })
  /** By the owner, on the page or in the chat. */
  | OfAccount<'name.changed'>
  | OfAccount<'deletion.asked' | 'deletion.called_off' | 'account.erased'>
  | (OfAccount<'account.blocked' | 'account.unblocked'> & ByOwnerOrAdmin);

type AdminEvent =
  | { readonly type: 'admin.created' | 'admin.removed' | 'admin_sign_in.failed' }
  | {
      readonly type: 'channel.commanded';
      readonly command: 'pair' | 'pair_by_code' | 'logout';
    }
  | { readonly type: 'chat.resumed' }
  | (OfAccount<'claim.upheld' | 'claim.rejected' | 'claim.allowed'> & { readonly reason: Reason })
  /** Google accounts that the account had unlinked may be linked by every account; `released`: how many. */
  | (OfAccount<'google.released'> & { readonly reason: Reason; readonly released: number });

interface OfAccount<Type extends string> {
  readonly type: Type;
  readonly accountId: string;
}

type ByOwnerOrAdmin = { readonly by: 'owner' } | { readonly by: 'admin'; readonly reason: Reason };
