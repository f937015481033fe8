import { createSettleClaims } from '#src/app/admin/settle-claims.js';
import { createPausedChats } from '#src/app/admin/paused-chats.js';
import { createManageAccounts } from '#src/app/admin/manage-accounts.js';
import { createResumeChat } from '#src/app/admin/resume-chat.js';
import type { PeopleAdmin } from '#web-link/admin/deps.js';
import type { Dependencies } from './dependencies.js';

/** What the admin does about people. */
export function composePeopleAdmin({
  storage,
  clock,
  random,
  accessCopy,
}: Dependencies): PeopleAdmin {
  const { store } = storage;
  const basics = { store, clock, random, copy: accessCopy };
  const resumeChat = createResumeChat(basics);
  return {
    claims: createSettleClaims(basics),
    people: createManageAccounts(basics),
    chats: createPausedChats({ store, clock, resumeChat }),
    audit: store.audit,
  };
}
