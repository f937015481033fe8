import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import type { InboundContent } from '#src/app/ports/channel.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import {
  composeChat,
  type ChatApp,
  type ChatSettings,
  type Writer,
} from '#src/dev/chat/compose-chat.js';
import { parseCode } from '#src/domain/challenge.js';
import type { Jid } from '#src/domain/jid.js';
import { loginLinkState } from '#src/domain/login-link.js';
import type { NoPhone, Phone } from '#src/domain/phone.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { personName, register, type Parts } from '../contract/parts.js';
import { createSpelling, type LinkPath } from './transcript-spelling.js';
import { createManualTime } from './transcript-time.js';
import { SAO_PAULO } from '../support/time-zone.js';

/** 14:32 in São Paulo, on the day that transcripts play. */
const START = new Date('2026-11-23T17:32:10Z');
export const TAX_ID = '52998224725' as TaxId;
export const PERSON: Writer = {
  chat: '31415926535897@lid' as Jid,
  phone: '+5511987651234' as Phone,
};
const PUBLIC_URL = 'https://entrar.exemplo.com.br';
const ADDRESS = '203.0.113.7';
const DEBOUNCE_MS = 350;
/** From one message of a person to the next. */
export const GAP_MS = 5_000;
const LATE_MS = 6 * 60_000;

/** What each kind of link is good for. */
const PURPOSES = {
  '/l/': 'login',
  '/password/reset/': 'password_reset',
  '/google/chat/': 'google_link',
} as const satisfies Record<LinkPath, string>;

export type TranscriptStage = ReturnType<typeof createTranscriptStage>;

/** One person's chat with the real application, whose channel, clock and timers are a test's. */
export function createTranscriptStage(parts: Parts) {
  const time = createManualTime(START);
  const digests = createDigests(createKeyRing(parts.masterKeys));
  const spelling = createSpelling({ publicUrl: PUBLIC_URL });
  const sent: { readonly chat: Jid; readonly text: string }[] = [];
  const settings: { -readonly [Name in keyof ChatSettings]: ChatSettings[Name] } = {
    ...{ publicUrl: PUBLIC_URL, registration: 'closed', dormantDays: 180, handoffMinutes: 60 },
    numberWaitHours: 24,
    ...{ timeZone: SAO_PAULO, googleOffered: false, openingHours: null, debounceMs: DEBOUNCE_MS },
  };
  const { log, broken } = createStrictLog();
  let writer = PERSON;
  let person: { name: string; taxId: TaxId } | null = null;
  let app: ChatApp | null = null;
  let lastToken = '';
  /** Of the last message that the person wrote. */
  let lastMessage = '';

  function running(): ChatApp {
    if (app !== null) return app;
    const { clock, timers } = time;
    app = composeChat({
      ...{ store: parts.bare, digests, clock, timers, random: systemRandom, log, settings },
      copy: COPY['pt-BR'],
      onSent: ({ chat, text }) => void sent.push({ chat, text }),
    });
    app.start();
    return app;
  }

  /** The account of this chat's number, which is made now when the transcript knows the person. */
  async function account() {
    const phone = PERSON.phone ?? ('' as Phone);
    if (person !== null) {
      const { name, taxId } = person;
      person = null;
      const now = time.clock.now();
      const changes = { phone, taxId, name: personName(name), consentedAt: now, now };
      await register(parts, changes);
    }
    return (await parts.store.accounts.findByPhone(phone))?.account ?? null;
  }

  /** Messages of one burst arrive and are answered. @returns what their chat is told, as it was sent */
  async function converse(
    from: Writer,
    messages: readonly InboundContent[],
    { late = false }: { late?: boolean } = {},
  ): Promise<readonly string[]> {
    await account();
    const sentAt = new Date(time.clock.now().getTime() - (late ? LATE_MS : 0));
    for (const content of messages) {
      const about = content.kind === 'later' ? { ...content, of: lastMessage } : content;
      const id = await running().hear(from, { content: about, sentAt });
      if (content.kind !== 'later') lastMessage = id;
    }
    await time.pass(DEBOUNCE_MS);
    await rest();
    const told = take(from.chat);
    await time.pass(GAP_MS - DEBOUNCE_MS);
    return told;
  }

  async function rest(): Promise<void> {
    await Promise.race([running().settled(), broken]);
  }

  function take(chat: Jid): readonly string[] {
    const told = sent.filter((message) => message.chat === chat).map(({ text }) => text);
    const rest = sent.filter((message) => message.chat !== chat);
    sent.splice(0, sent.length, ...rest);
    return told;
  }

  /** Spells what the person reads, after seeing that links open and codes are those that are stored. */
  async function read(texts: readonly string[]): Promise<readonly string[]> {
    const spelled: string[] = [];
    for (const text of texts) {
      const heard = spelling.heard(text);
      lastToken = heard.token ?? lastToken;
      const isGood =
        (heard.token === undefined || (await opens(heard.token, heard.path))) &&
        (heard.code === undefined || (await isStored(heard.code)));
      spelled.push(isGood ? heard.spelled : `${heard.spelled} (which opens nothing)`);
    }
    return spelled;
  }

  async function opens(token: string, path: LinkPath): Promise<boolean> {
    const tokenDigest = digests.token('login-link', token);
    const link = await parts.store.loginLinks.find({ tokenDigest, purpose: PURPOSES[path] });
    if (link === null || loginLinkState(link, time.clock.now()) !== 'open') return false;
    return link.accountId === (await account())?.id;
  }

  async function isStored(code: string): Promise<boolean> {
    const owner = await account();
    const challenge = await parts.database.prisma.challenge.findFirst({
      where: {
        ...{ accountId: owner?.id ?? '', purpose: 'login', bindingDigest: null, sent: true },
        ...{ consumedAt: null, supersededAt: null, disarmedAt: null },
        expiresAt: { gt: time.clock.now() },
      },
    });
    const typed = parseCode(code);
    if (challenge === null || !typed.ok) return false;
    const { id: challengeId, accountId } = challenge;
    const meaning = { challengeId, accountId, purpose: 'login', code: typed.value } as const;
    const digest = digests.code(meaning);
    return digests.same(digest, challenge.codeDigest);
  }

  return {
    ...{ store: parts.store, settings, clock: time.clock, pass: time.pass, running, account },
    /** Registers somebody else. */
    registerOther: (changes: { taxId: TaxId; phone: Phone }) => register(parts, changes),
    converse,
    rest,
    waits: spelling.waits,
    /** The person of the transcript has an account from the first message on. */
    known: (changes: { name?: string; taxId?: TaxId }) => {
      person = { name: 'Joana Silva', taxId: TAX_ID, ...person, ...changes };
    },
    isKnown: () => person !== null,
    writesWithout: (noPhone: NoPhone) => void (writer = { ...PERSON, phone: null, noPhone }),
    /** @param spelling.said what they write, as the transcript spells it */
    say: async (messages: readonly InboundContent[], options: { late: boolean }) => {
      const real = messages.map((content) =>
        content.kind === 'text' ? { ...content, text: spelling.said(content.text) } : content,
      );
      return read(await converse(writer, real, options));
    },
    /** The person opens the last link; what the product has to say of that is sent within a second. */
    tapLink: async (userAgent: string) => {
      const links = running().links;
      const redeemed = await links.redeem({ token: lastToken, userAgent, address: ADDRESS });
      if (!redeemed.ok) throw new Error(`the link does not open: ${redeemed.error.code}`);
      await time.pass(1000);
      await rest();
    },
    /** What the person was told without having written. */
    told: async () => read(take(writer.chat)),
    end: async () => {
      await app?.stop();
    },
  };
}

/** A log in which an error is a failure of the test. */
function createStrictLog(): { readonly log: EventLog; readonly broken: Promise<never> } {
  let fail: (error: unknown) => void;
  const broken = new Promise<never>((_resolve, reject) => (fail = reject));
  broken.catch(() => undefined);
  const log: EventLog = {
    info: () => undefined,
    warn: () => undefined,
    error: (_event, { error }) => fail(error),
  };
  return { log, broken };
}
