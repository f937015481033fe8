import { blockAccount } from '#src/app/account/block-account.js';
import { sessionsRevoked } from '#src/app/shared/after-commit.js';
import {
  actorOf,
  answered,
  holderOf,
  isSameSender,
  numberOf,
  type ChatEffectsDeps,
  type EffectOutcome,
  type TurnScene,
} from '../turn-context.js';
import { killWaysIn } from '#src/app/account/revoke-pending-sign-ins.js';
import { NOBODY } from '#src/app/shared/decoy-account.js';

/** More lines than this nobody reads in a chat; "sair de tudo" ends the rest. */
const LISTED_SESSIONS = 9;

export async function listSessions(
  deps: ChatEffectsDeps,
  scene: TurnScene,
): Promise<EffectOutcome> {
  const { tables, chat, now } = scene;
  const actor = await actorOf(deps, scene);
  const active = actor === null ? [] : await tables.sessions.listActive(actor.id, now);
  const listed = active.slice(0, LISTED_SESSIONS);
  await tables.conversations.keepListedSessions(
    chat,
    listed.map(({ id }) => id),
  );
  const sessions = listed.map(({ browser, system, lastSeenAt }, at) => ({
    n: at + 1,
    browser,
    system,
    lastSeenAt,
  }));
  return answered({ type: 'sessionsListed', sessions });
}

/** Ends the session in line `n` of the list as it was shown, whatever has signed in since. */
export async function endSession(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  n: number,
): Promise<EffectOutcome> {
  const { tables, chat, now } = scene;
  const actor = await actorOf(deps, scene);
  const listed = await tables.conversations.listedSessions(chat);
  const session = await tables.sessions.find(listed[n - 1] ?? NOBODY);
  if (actor === null || session?.accountId !== actor.id) {
    return answered({ type: 'sessionsEnded', count: 0 });
  }
  const ended = await tables.sessions.revoke(session.id, 'signed_out', now);
  if (!ended) return answered({ type: 'sessionsEnded', count: 0 });
  return answered({ type: 'sessionsEnded', count: 1 }, sessionsRevoked([session.id]));
}

/** Allowed at any time, also before a step-up: it takes away and gives nothing. */
export async function endAllSessions(scene: TurnScene): Promise<EffectOutcome> {
  const found = await holderOf(scene);
  if (found === null) return answered({ type: 'sessionsEnded', count: 0 });
  const { tables, now } = scene;
  const { id } = found.account;
  const ended = await tables.sessions.revokeAll(id, 'signed_out', now);
  const news = [...sessionsRevoked(ended), ...(await killWaysIn(scene, id))];
  return answered({ type: 'sessionsEnded', count: ended.length }, news);
}

/**
 * BLOQUEAR: sessions, links, codes and whatever else is on its way die, and so do password and Google. Allowed at any
 * time; a WhatsApp account that the number is not known to names the CPF first.
 */
export async function block(scene: TurnScene): Promise<EffectOutcome> {
  const found = await numberOf(scene);
  if (found === null) return answered({ type: 'blocked', mayUndo: false });
  const { tables, now } = scene;
  const accountId = found.account.id;
  const isNewAccount = found.acquaintance === 'new_account';
  const wait = isNewAccount ? await tables.numberWaits.find({ accountId, from: scene, now }) : null;
  if (isNewAccount && (wait === null || wait.isRefused))
    throw new Error('the dialogue blocked before a step-up');
  // A stranger with the number and the CPF may not take the owner's password away, and nothing after a NÃO.
  const news = await blockAccount(scene, { accountId, by: 'owner', closesWays: !isNewAccount });
  const act = { actor: 'owner', action: 'account_blocked', detail: null } as const;
  await tables.audit.append({ ...act, accountId, now });
  const mayUndo = found.account.blockedBy !== 'admin' && isSameSender(found);
  return answered({ type: 'blocked', mayUndo }, news);
}
