import type { ClaimView } from '#src/app/admin/settle-claims.js';
import type { PausedChatView } from '#src/app/admin/paused-chats.js';
import type { PersonView } from '#src/app/admin/manage-accounts.js';
import type { AuditRecord } from '#src/app/ports/tables/audit.js';
import { keepsGoogle } from '#src/app/account/count-ways-in.js';
import { fail, ok } from '#src/domain/result.js';
import type { PeopleAdmin } from '#web-link/admin/deps.js';
import { waysIn } from './ways-in.js';

const SINCE = new Date('2026-01-02T03:04:00Z');

export const A_CLAIM: ClaimView = {
  id: '0f0e0d0c-0b0a-4908-8706-050403020100',
  taxIdMasked: '***.444.777-**',
  accountSince: SINCE,
  waysIn: waysIn({ numbers: 1, password: 1, google: 1, kept: 0 }),
  askedAt: new Date('2026-11-20T18:30:00Z'),
  phoneMasked: '+55 11 *****-4321',
  held: false,
};

export const A_PERSON: PersonView = {
  accountId: '1f1e1d1c-1b1a-4918-8716-151413121110',
  taxIdMasked: '***.444.777-**',
  status: 'active',
  accountSince: SINCE,
  deletionDueAt: null,
  waysIn: waysIn({ numbers: 1, password: 0, google: 0, kept: 1 }),
  isContested: false,
};

export const A_CHAT: PausedChatView = {
  id: 'ab'.repeat(32),
  phoneMasked: '+55 11 *****-4321',
  until: new Date('2026-11-23T13:00:00Z'),
  lastInboundAt: new Date('2026-11-23T11:59:00Z'),
};

/** What the use cases find, and what was asked of them. */
export function createPeopleAdminContents() {
  return {
    claims: [] as ClaimView[],
    people: new Map<string, PersonView>(),
    chats: [] as PausedChatView[],
    records: [] as AuditRecord[],
    asked: [] as unknown[],
  };
}

/** The use cases over lists: people are found by the CPF that a test keeps them under. */
export function createMemoryPeopleAdmin(
  peopleAdmin: ReturnType<typeof createPeopleAdminContents>,
): PeopleAdmin {
  const byId = (id: string) => [...peopleAdmin.people.values()].find((one) => one.accountId === id);
  const note = (act: string) => (input: object) => {
    peopleAdmin.asked.push({ act, ...input });
    return Promise.resolve(ok(null));
  };
  const noteChange =
    (act: string, change: (person: PersonView) => PersonView) => (input: { accountId: string }) => {
      for (const [taxId, person] of peopleAdmin.people) {
        if (person.accountId === input.accountId) peopleAdmin.people.set(taxId, change(person));
      }
      return note(act)(input);
    };
  return {
    claims: {
      list: () => Promise.resolve(peopleAdmin.claims),
      settle: (input) => {
        const known = peopleAdmin.claims.some(({ id }) => id === input.id);
        if (!known) return Promise.resolve(fail({ code: 'not_found' }));
        peopleAdmin.claims = peopleAdmin.claims.filter(({ id }) => id !== input.id);
        return note('settle')(input);
      },
    },
    people: {
      find: (taxId) => Promise.resolve(peopleAdmin.people.get(taxId) ?? null),
      show: (id) => Promise.resolve(byId(id) ?? null),
      block: noteChange('block', (person) => ({ ...person, status: 'blocked' })),
      unblock: noteChange('unblock', (person) => ({ ...person, status: 'active' })),
      releaseGoogle: (input) => {
        const keeps = keepsGoogle(byId(input.accountId)?.waysIn ?? []);
        if (!keeps) return Promise.resolve(fail({ code: 'nothing_to_release' }));
        return noteChange('release', (person) => ({
          ...person,
          waysIn: person.waysIn.filter(({ what }) => what !== 'google_kept'),
        }))(input);
      },
    },
    chats: {
      list: () => Promise.resolve(peopleAdmin.chats),
      resume: (id) => {
        const known = peopleAdmin.chats.some((chat) => chat.id === id);
        peopleAdmin.chats = peopleAdmin.chats.filter((chat) => chat.id !== id);
        return Promise.resolve(known);
      },
    },
    audit: {
      latest: (before, limit) =>
        Promise.resolve(
          peopleAdmin.records.filter(({ seq }) => before === null || seq < before).slice(0, limit),
        ),
    },
  };
}
