import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { createSettleClaims } from '#src/app/admin/settle-claims.js';
import { createChatTurn } from '#src/app/chat/take-turn.js';
import { createEraseAccounts } from '#src/app/account/erase-accounts.js';
import { createLoginRequests } from '#src/app/sign-in/approval/login-request.js';
import { createLimitPages } from '#src/app/proof/limit-pages.js';
import { createMagicLinks } from '#src/app/sign-in/link/magic-link.js';
import type { InboundContent } from '#src/app/ports/channel.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { ChatDialogue, Effect, Outcome } from '#src/app/chat/effects/all-effects.js';
import type { DialogueEvent } from '#src/app/ports/dialogue.js';
import { createRefreshSession } from '#src/app/session/refresh-session.js';
import { createRequestPasswordReset } from '#src/app/sign-in/password/request-reset.js';
import { createRequestCode } from '#src/app/sign-in/code/request-code.js';
import { createPausedChats } from '#src/app/admin/paused-chats.js';
import { createManageAccounts } from '#src/app/admin/manage-accounts.js';
import { createResumeChat } from '#src/app/admin/resume-chat.js';
import { createStartSession } from '#src/app/session/start-session.js';
import type { Jid } from '#src/domain/jid.js';
import type { BotNumber } from '#src/domain/bot-number.js';
import type { NoPhone, Phone } from '#src/domain/phone.js';
import type { PersonName } from '#src/domain/person-name.js';
import type { Sender } from '#src/domain/sender.js';
import { newChat, newPhone, newText, NOON, register, type Parts } from '../contract/parts.js';
import { withEvents } from '../support/events.js';
import { takeSent } from '../support/take-sent.js';

export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
export const ADDRESS = '203.0.113.7';
export const DAY_MS = 86_400_000;
const nothing = (): void => undefined;
const SILENT = { info: nothing, warn: nothing, error: nothing };

/** What a person would read, as a test can tell it apart. */
export const accessCopy: AccessCopy = {
  link: ({ url }) => `link ${url}`,
  code: (code) => code,
  linkOnly: ({ url }) => `only link ${url}`,
  pageCode: () => 'page code',
  signedIn: ({ browser, system }) => `signed in ${browser ?? '?'} ${system ?? '?'}`,
  numberChangeAsked: ({ newPhoneMasked }) => `number asked ${newPhoneMasked}`,
  numberChanged: ({ newPhoneMasked }) => `number changed ${newPhoneMasked}`,
  googleLinked: () => 'google linked',
  googleUnlinked: () => 'google unlinked',
  numberWaitAsked: ({ opensAt }) => `number wait asked ${opensAt?.toISOString() ?? 'never'}`,
  numberWaitConfirmed: () => 'number wait confirmed',
  numberWaitAccepted: () => 'number wait accepted',
  claimUpheld: () => 'claim upheld',
  claimRejected: () => 'claim rejected',
  claimLost: () => 'claim lost',
  googleLink: ({ url }) => `google ${url}`,
  googleUnlink: ({ url }) => `unlink ${url}`,
  passwordReset: ({ url }) => `reset ${url}`,
  passwordChanged: () => 'password changed',
  nameChanged: () => 'name changed',
  guessing: () => 'guessing',
  sessionCopied: () => 'session copied',
  joined: ({ topic, count, text }) => `${count} ${topic} ${text}`,
  deletionScheduled: () => 'deletion scheduled',
  deleted: () => 'deleted',
  botIsBack: () => 'bot is back',
  requestText: (code) => `Entrar ${code}`,
  pausing: () => 'pausing',
  trouble: () => 'trouble',
};

export interface Writer {
  readonly chat: Jid;
  readonly phone: Phone | null;
  readonly noPhone?: NoPhone;
  /** Left out: the LID of the chat, on a phone whose key is not known. */
  readonly sender?: Sender;
}

/** The use cases over a real store, with a dialogue that asks for what a test tells it to. */
export function createStage(parts: Parts) {
  const { bare, masterKeys } = parts;
  const keyRing = createKeyRing(masterKeys);
  const digests = createDigests(keyRing);
  const bus = createMemoryEventBus();
  const limiter = createMemoryRateLimiter();
  const random = systemRandom;
  const revoked: string[] = [];
  const changedRequests: string[] = [];
  bus.subscribe('session.revoked', ({ sessionId }) => revoked.push(sessionId));
  bus.subscribe('login_request.changed', ({ requestId }) => changedRequests.push(requestId));
  let now = NOON;
  const clock = { now: () => now };
  const store = withEvents(bare, { bus, clock });
  const heard: (DialogueEvent | Outcome)[] = [];
  let effects: readonly Effect[] = [];
  const dialogue: ChatDialogue = {
    step: (_snapshot, event) => {
      heard.push(event);
      const asked = event.type === 'message' || event.type === 'media' ? effects : [];
      return { snapshot: { version: 1, state: null }, effects: asked, language: null };
    },
  };
  const copy = accessCopy;
  const basics = { store, clock, random, digests, limiter, copy };
  const accessTokens = {
    issue: ({ sessionId }: { sessionId: string }) => Promise.resolve(`access ${sessionId}`),
    verify: () => Promise.reject(new Error('nobody verifies here')),
    jwks: () => Promise.resolve({ keys: [] }),
  };
  const startSession = createStartSession({ random, digests, accessTokens, copy });
  const board = {
    current: () =>
      Promise.resolve({
        ...({ state: 'open', cause: null, since: NOON, qr: null, pairingCode: null } as const),
        phone: '+5511912345678' as BotNumber,
        heldUntil: null,
      }),
    post: () => Promise.resolve(),
  };
  const limitPages = createLimitPages({ store, digests, limiter });
  const takeTurn = createChatTurn({
    ...basics,
    dialogue,
    ...{ publicUrl: 'https://login.example', registration: 'open', dormantDays: 180 },
    numberWaitHours: 24,
    ...{ handoffMinutes: 60, openingHours: null, googleOffered: true },
    isAlarm: (text) => text === 'bloquear',
    callsBotBack: (text) => (text === 'menu' || text === 'bloquear' ? 'ends' : 'not_heard'),
  });

  async function hear(writer: Writer, content: InboundContent): Promise<void> {
    const text = newText(writer.chat, '');
    const sender = writer.sender ?? text.sender;
    const { phone, noPhone } = writer;
    const number = { phone, ...(noPhone !== undefined && { noPhone }) };
    const message = { ...text, ...number, sender, content, sentAt: now };
    await store.inbox.accept(message, now);
  }

  /** The outcomes of the effects that one message led to. */
  async function act(writer: Writer, ...asked: readonly Effect[]): Promise<readonly Outcome[]> {
    effects = asked;
    heard.length = 0;
    await hear(writer, { kind: 'text', text: 'oi', forwarded: false });
    await takeTurn(writer.chat);
    return heard.slice(1) as readonly Outcome[];
  }

  return {
    ...{
      basics,
      bus,
      store,
      limiter,
      act,
      hear,
      heard,
      takeTurn,
      revoked,
      changedRequests,
      startSession,
    },
    now: () => now,
    pass: (ms: number) => void (now = new Date(now.getTime() + ms)),
    expect: (...asked: readonly Effect[]) => void (effects = asked),
    requests: createLoginRequests({ ...basics, board, startSession }),
    links: createMagicLinks({ ...basics, startSession }),
    requestReset: createRequestPasswordReset({
      ...{ ...basics, limitPages, board, dormantDays: 180, publicUrl: 'https://login.example' },
    }),
    requestCode: createRequestCode({ ...basics, limitPages, board, dormantDays: 180 }),
    refreshSession: createRefreshSession({ ...basics, accessTokens, log: SILENT, limiter }),
    eraseAccounts: createEraseAccounts(basics),
    resumeChat: createResumeChat(basics),
    claims: createSettleClaims(basics),
    people: createManageAccounts(basics),
    pausedChats: createPausedChats({ ...basics, resumeChat: createResumeChat(basics) }),
    /** A registered person whose chat is open. */
    async person(name?: PersonName) {
      const person = await register(parts, name === undefined ? {} : { name });
      const writer = { ...person, chat: newChat() };
      await act(writer);
      return writer;
    },
    /** Somebody the product does not know, whose chat is open. */
    async stranger() {
      const writer = { chat: newChat(), phone: newPhone() };
      await act(writer);
      return writer;
    },
    /** What was put into a chat's outbox and can be sent, oldest first; takes it out. */
    sentTo: (chat: Jid) => takeSent(store.outbox, chat, now),
    async signIn(accountId: string, userAgent = CHROME) {
      return store.transaction((tx) =>
        startSession(tx, { accountId, method: 'login_link', userAgent, now }),
      );
    },
  };
}

export type Stage = ReturnType<typeof createStage>;
