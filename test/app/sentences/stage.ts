import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import { composeChat, type Writer } from '#src/dev/chat/compose-chat.js';
import type { Jid } from '#src/domain/jid.js';
import type { TaxId } from '#src/domain/tax-id.js';
import {
  newChat,
  newPhone,
  newTaxId,
  personName,
  register,
  type Parts,
} from '../../contract/parts.js';
import { SAO_PAULO } from '../../support/time-zone.js';
import { createManualTime } from '../transcript-time.js';
import { keyedCopy, readKeyed } from './keyed-copy.js';

const START = new Date('2026-11-23T17:32:10Z');
const DEBOUNCE_MS = 350;
const GAP_MS = 5_000;
export const MINUTE_MS = 60_000;
const LINK = /\/l\/([\w-]{43})/;

/** Somebody in front of the bot. */
export interface Actor {
  readonly writer: Writer;
  readonly taxId: TaxId;
  /** The number on the screen of their page, once it was asked. */
  onScreen: number | null;
}

/** What the bot sent: the name of the text, and the text. */
export interface Saying {
  readonly key: string;
  readonly text: string;
}

/** Many people before the real application at once, with a clock of the test's. */
export function createSentenceStage(parts: Parts) {
  const time = createManualTime(START);
  const sent = new Map<Jid, Saying[]>();
  const faults: string[] = [];
  const log: EventLog = {
    info: () => undefined,
    warn: () => undefined,
    error: (event, { error }) => void faults.push(`${event}: ${String(error)}`),
  };
  const app = composeChat({
    store: parts.bare,
    digests: createDigests(createKeyRing(parts.masterKeys)),
    ...{ clock: time.clock, timers: time.timers, random: systemRandom, log },
    copy: keyedCopy('pt-BR'),
    english: keyedCopy('en'),
    settings: {
      ...{ publicUrl: 'https://entrar.exemplo.com.br', registration: 'open', dormantDays: 180 },
      ...{ numberWaitHours: 24, handoffMinutes: 60, googleOffered: true, openingHours: null },
      ...{ timeZone: SAO_PAULO, debounceMs: DEBOUNCE_MS },
    },
    onSent: ({ chat, text }) => {
      sent.set(chat, [...(sent.get(chat) ?? []), readKeyed(text)]);
    },
  });
  app.start();

  async function settle(): Promise<void> {
    await time.pass(DEBOUNCE_MS);
    await app.settled();
    await time.pass(GAP_MS - DEBOUNCE_MS);
  }

  return {
    faults,
    pass: time.pass,
    settle,
    newcomer: (): Actor => ({
      writer: { chat: newChat(), phone: newPhone() },
      taxId: newTaxId(),
      onScreen: null,
    }),
    known: async (): Promise<Actor> => {
      const now = time.clock.now();
      const person = { name: personName('Joana Silva'), consentedAt: now, now };
      const { phone, taxId } = await register(parts, person);
      return { writer: { chat: newChat(), phone }, taxId, onScreen: null };
    },
    /** Messages arrive; they are answered when the stage has settled. */
    hear: async ({ writer }: Actor, texts: readonly string[]): Promise<void> => {
      for (const text of texts) {
        await app.hear(writer, { content: { kind: 'text', text, forwarded: false } });
      }
    },
    /** What was sent to this person since it was last asked. */
    told: ({ writer }: Actor): readonly Saying[] => {
      const told = sent.get(writer.chat) ?? [];
      sent.delete(writer.chat);
      return told;
    },
    /** A login page asks to be let in. @returns what its button writes */
    openPage: async (actor: Actor, address: string): Promise<string> => {
      const userAgent = 'Mozilla/5.0 (Windows) Chrome/140.0';
      const asked = await app.requests.ask({ next: null, browserToken: null, userAgent, address });
      if (!asked.ok) throw new Error(`no page may ask: ${asked.error.code}`);
      actor.onScreen = asked.value.number;
      return readKeyed(asked.value.waText).text;
    },
    /** Opens the last link of what was told. */
    tap: async (told: readonly Saying[], address: string): Promise<void> => {
      const token = told.map(({ text }) => LINK.exec(text)?.[1]).findLast((one) => one) ?? '';
      const redeemed = await app.links.redeem({ token, userAgent: 'Firefox/144.0', address });
      if (!redeemed.ok) throw new Error(`the link does not open: ${redeemed.error.code}`);
    },
    end: () => app.stop(),
  };
}

export type SentenceStage = ReturnType<typeof createSentenceStage>;
