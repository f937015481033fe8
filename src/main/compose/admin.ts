import { createClaimDesk } from '#src/app/admin/settle-claims.js';
import { createPausedChats } from '#src/app/admin/paused-chats.js';
import { createPeopleDesk } from '#src/app/admin/manage-accounts.js';
import { createResumeChat } from '#src/app/admin/resume-chat.js';
import type { AdminDesks } from '#web-link/deps.js';
import type { Dependencies } from './dependencies.js';

/** What the admin does about people. */
export function composeDesks({ storage, clock, random, accessCopy }: Dependencies): AdminDesks {
  const { store } = storage;
  const basics = { store, clock, random, copy: accessCopy };
  const resumeChat = createResumeChat(basics);
  return {
    claims: createClaimDesk(basics),
    people: createPeopleDesk(basics),
    chats: createPausedChats({ store, clock, resumeChat }),
    audit: store.audit,
  };
}
