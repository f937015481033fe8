import { isSameSender } from './turn-context.js';
import type { JudgedNumber } from '../ports/tables/accounts.js';

/**
 * Whether this chat may end the account's block: the owner set it, and it is the WhatsApp account and the phone that the
 * account was proven with before. The doubt about passwords, Google and browsers does not matter here. Any other
 * chat is told to ask the team.
 */
export function mayUnblock(found: JudgedNumber): boolean {
  return found.account.blockedBy === 'owner' && isSameSender(found);
}
