import { randomUUID } from 'node:crypto';
import {
  digest,
  later,
  newPerson,
  newPhone,
  newTaxId,
  NOON,
  personName,
} from '../contract/parts.js';
import type { CallsOf, Person } from './world.js';

const DAY_MS = 86_400_000;
const JWK = { kty: 'EC' };

function signingKey() {
  const halves = { publicJwk: JWK, privateJwk: JWK };
  return { kid: randomUUID(), ...halves, createdAt: NOON, retiredAt: null };
}

function seen({ phone, from }: Person) {
  return { phone, ...from, memoryVersion: 0, now: NOON };
}

/** The accounts and what is done about them. */
export const CALLS_OF_PEOPLE: CallsOf<
  | ('accounts' | 'admins' | 'audit' | 'claims' | 'erasure' | 'numberChanges' | 'numberWaits')
  | ('ownerNotices' | 'ownership' | 'signalErasures' | 'signingKeys' | 'sweepFaults')
> = {
  accounts: {
    exist: ({ store }) => store.accounts.exist(),
    findById: async ({ store, person }) => store.accounts.findById((await person()).id),
    lock: async ({ store, person }) => store.accounts.lock((await person()).id),
    findByTaxId: ({ store }) => store.accounts.findByTaxId(newTaxId()),
    findByPhone: async ({ store, person }) => store.accounts.findByPhone((await person()).phone),
    findBySender: async ({ store, person }) => {
      const { phone, from } = await person();
      await store.accounts.findBySender({ phone, ...from });
    },
    numbersOf: async ({ store, person }) => store.accounts.numbersOf((await person()).id),
    findWithChats: async ({ store, person }) => {
      const { taxId, accountId } = await person();
      await store.accounts.findWithChats({ taxId }, later(-DAY_MS));
      await store.accounts.findWithChats({ accountId }, later(-DAY_MS));
    },
    create: async ({ store, person }) => {
      const { from, phone } = await person();
      await store.accounts.create({ ...newPerson(), from });
      // Its number is taken: it goes again.
      await store.accounts.create({ ...newPerson(), phone });
    },
    clearFailures: async ({ store, person }) => store.accounts.clearFailures((await person()).id),
    block: async ({ store, person }) => store.accounts.block((await person()).id, 'owner'),
    unblock: async ({ store, person }) => store.accounts.unblock((await person()).id, 'owner'),
    markWaysClosed: async ({ store, person }) =>
      store.accounts.markWaysClosed((await person()).id, NOON),
    rename: async ({ store, person }) =>
      store.accounts.rename((await person()).id, personName('Maria das Dores')),
    scheduleDeletion: async ({ store, person }) =>
      store.accounts.scheduleDeletion((await person()).id, later(DAY_MS)),
    replacePhone: async ({ store, person }) =>
      store.accounts.replacePhone({
        from: (await person()).phone,
        to: { phone: newPhone(), memory: null },
        now: NOON,
      }),
    markSeen: async ({ store, person }) => store.accounts.markSeen(seen(await person())),
    markProven: async ({ store, person }) => store.accounts.markProven(seen(await person())),
    markIdentityChanged: async ({ store, person }) =>
      store.accounts.markIdentityChanged((await person()).phone, NOON),
    markMoved: async ({ store, person }) =>
      store.accounts.markMoved({ ...(await person()), now: NOON }),
  },
  admins: {
    exists: ({ store }) => store.admins.exists(),
    issueSetupLink: ({ store }) =>
      store.admins.issueSetupLink({ tokenDigest: digest(), expiresAt: later(1), now: NOON }),
    setupLinkIsOpen: ({ store }) => store.admins.setupLinkIsOpen(digest(), NOON),
    createWithSetupLink: ({ store }) =>
      store.admins.createWithSetupLink({
        ...{ id: randomUUID(), passwordHash: 'hash', tokenDigest: digest(), now: NOON },
      }),
    find: ({ store }) => store.admins.find(),
    remove: ({ store }) => store.admins.remove(),
    createSession: async ({ store }) => {
      const [tokenDigest, adminId] = [digest(), randomUUID()];
      await store.admins.issueSetupLink({ tokenDigest, expiresAt: later(1), now: NOON });
      const admin = { id: adminId, passwordHash: 'hash', tokenDigest, now: NOON };
      await store.admins.createWithSetupLink(admin);
      const session = { id: randomUUID(), adminId, tokenDigest, now: NOON };
      await store.admins.createSession(session);
    },
    findSession: ({ store }) =>
      store.admins.findSession({ tokenDigest: digest(), idleSince: NOON, signedInSince: NOON }),
    touchSession: ({ store }) =>
      store.admins.touchSession({
        ...{ tokenDigest: digest(), idleSince: NOON, signedInSince: NOON, now: NOON },
      }),
    stepUp: ({ store }) =>
      store.admins.stepUp({ id: randomUUID(), tokenDigest: digest(), now: NOON }),
    endSession: ({ store }) => store.admins.endSession(digest()),
    sweep: ({ store }) => store.admins.sweep({ idleSince: NOON, signedInSince: NOON }),
  },
  audit: {
    append: ({ store }) =>
      store.audit.append({
        ...{ actor: 'owner', action: 'number_changed', accountId: null, detail: null, now: NOON },
      }),
    forget: async ({ store, person }) => store.audit.forget((await person()).id),
    read: ({ store }) => store.audit.read(7n, 100),
    latest: async ({ store }) => {
      await store.audit.latest(null, 50);
      await store.audit.latest(1000n, 50);
    },
    ofAccount: async ({ store, person }) => store.audit.ofAccount((await person()).id),
    head: ({ store }) => store.audit.head(),
  },
  claims: {
    record: async ({ store, person }) => {
      const { accountId, taxId, phone, chat } = await person();
      await store.claims.record({ id: randomUUID(), accountId, taxId, phone, chat, now: NOON });
    },
    contests: async ({ store, person }) => store.claims.contests((await person()).id),
    open: ({ store }) => store.claims.open(50),
    lockOpen: ({ store }) => store.claims.lockOpen(randomUUID()),
    settle: ({ store }) =>
      store.claims.settle({ id: randomUUID(), outcome: 'rejected', now: NOON }),
    allow: ({ store }) => store.claims.allow(randomUUID()),
    sweep: ({ store }) => store.claims.sweep(later(-180 * DAY_MS)),
  },
  erasure: {
    due: ({ store }) => store.erasure.due(NOON, 20),
    erase: async ({ store, person, session }) => {
      const [gone, heir] = [await person(), await person()];
      await session(gone);
      const [first, second] = [newPhone(), newPhone()];
      await store.accounts.replacePhone({
        ...{ from: gone.phone, to: { phone: first, memory: null }, now: NOON },
      });
      await store.accounts.replacePhone({
        ...{ from: first, to: { phone: second, memory: null }, now: NOON },
      });
      await store.conversations.lock({ chat: gone.chat, phone: second, now: NOON });
      // One of the numbers that it had before is somebody else's by now.
      await store.accounts.replacePhone({
        ...{ from: heir.phone, to: { phone: gone.phone, memory: null }, now: NOON },
      });
      await store.accounts.scheduleDeletion(gone.id, NOON);
      const due = await store.erasure.lockDue(gone.id, NOON);
      if (due === null) throw new Error('nobody is due');
      await store.erasure.erase(due, NOON);
    },
    lockDue: async ({ store, person }) => store.erasure.lockDue((await person()).id, NOON),
    countFailure: async ({ store, person }) => store.erasure.countFailure((await person()).id),
  },
  numberChanges: {
    ask: async ({ store, person }) => {
      const { accountId, from } = await person();
      const numberChangeRequest = { id: randomUUID(), accountId, phone: newPhone(), from };
      await store.numberChanges.ask({
        ...numberChangeRequest,
        expiresAt: later(DAY_MS),
        now: NOON,
      });
    },
    take: async ({ store, person }) => store.numberChanges.take((await person()).id, NOON),
    isAsked: async ({ store, person }) =>
      store.numberChanges.isAsked((await person()).accountId, NOON),
    refuse: async ({ store, person }) => store.numberChanges.refuse((await person()).id, NOON),
    drop: async ({ store, person }) => store.numberChanges.drop((await person()).id, NOON),
    sweep: ({ store }) =>
      store.numberChanges.sweep({ before: later(-DAY_MS), decoysBefore: later(-DAY_MS / 144) }),
  },
  numberWaits: {
    ask: async ({ store, person }) => {
      const [{ accountId, phone }, { from }] = [await person(), await person()];
      const wait = { id: randomUUID(), accountId, phone, from, opensAt: later(DAY_MS) };
      await store.numberWaits.ask({ ...wait, expiresAt: later(2 * DAY_MS), now: NOON });
    },
    find: async ({ store, person }) => store.numberWaits.find({ ...(await person()), now: NOON }),
    open: async ({ store, person }) => store.numberWaits.open((await person()).id, NOON),
    openDue: async ({ store, person }) =>
      store.numberWaits.openDue({ ...(await person()), now: NOON }),
    accept: async ({ store, person }) => {
      const { accountId } = await person();
      await store.numberWaits.accept({ accountId, now: NOON });
      await store.numberWaits.accept({ accountId, waitId: randomUUID(), now: NOON });
    },
    refuse: async ({ store, person }) => store.numberWaits.refuse((await person()).id, NOON),
    sweep: ({ store }) => store.numberWaits.sweep(later(-30 * DAY_MS)),
  },
  ownerNotices: {
    goesOutNow: async ({ store, person }) =>
      store.ownerNotices.goesOutNow({
        ...{ accountId: (await person()).id, topic: 'password', text: 'A senha' },
        ...{ windowMs: 60_000, now: NOON },
      }),
    drop: async ({ store, person }) => store.ownerNotices.drop((await person()).id, 'password'),
    forget: async ({ store, person }) => store.ownerNotices.forget((await person()).id),
    takeDue: ({ store }) => store.ownerNotices.takeDue({ limit: 20, now: NOON }),
    sweep: ({ store }) => store.ownerNotices.sweep(later(-DAY_MS)),
  },
  ownership: {
    handOver: async ({ store, person, session }) => {
      const [owner, claimant] = [await person(), await person()];
      await session(owner);
      const { chat } = claimant;
      const given = { accountId: owner.id, numberId: randomUUID(), phone: newPhone(), chat };
      await store.ownership.handOver({ ...given, now: NOON });
    },
  },
  signalErasures: {
    plan: async ({ store, person }) => {
      const { chat, phone } = await person();
      const people = { phones: [phone], chats: [chat] };
      await store.signalErasures.plan({ id: randomUUID(), people, now: later(-DAY_MS) });
    },
    due: async ({ store, person }) => {
      const { chat, phone } = await person();
      const people = { phones: [phone], chats: [chat] };
      await store.signalErasures.plan({ id: randomUUID(), people, now: later(-DAY_MS) });
      await store.signalErasures.due({ now: NOON, quietSince: later(-DAY_MS), limit: 20 });
    },
    done: async ({ store, person }) => {
      const { chat, phone } = await person();
      const people = { phones: [phone], chats: [chat] };
      await store.signalErasures.done({ id: randomUUID(), people });
    },
  },
  signingKeys: {
    list: ({ store }) => store.signingKeys.list(),
    insertFirst: ({ store }) => store.signingKeys.insertFirst(signingKey()),
    rotate: ({ store }) =>
      store.signingKeys.rotate({ key: signingKey(), after: 'nobody', retiredAt: NOON }),
    sweep: ({ store }) => store.signingKeys.sweep(NOON),
  },
  sweepFaults: {
    count: ({ store }) => store.sweepFaults.count('outbox', NOON),
    list: ({ store }) => store.sweepFaults.list(),
    clear: ({ store }) => store.sweepFaults.clear('outbox'),
  },
};
