import { randomInt } from 'node:crypto';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { readInbound } from '#src/adapters/whatsapp/messages/inbound.js';
import type { InboundContent } from '#src/app/ports/channel.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import { composeChat, type Writer } from '#src/dev/chat/compose-chat.js';
import type { Jid } from '#src/domain/jid.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import type { WAMessage } from '@whiskeysockets/baileys';
import {
  newChat,
  newPhone,
  newTaxId,
  NOON,
  personName,
  register,
  type Parts,
} from '../../contract/parts.js';
import { createRules } from './rules.js';
import { createManualTime } from '../transcript-time.js';
import type { Step } from './steps.js';
import { SAO_PAULO } from '../../support/time-zone.js';

const PUBLIC_URL = 'https://entrar.exemplo.com.br';
const DEBOUNCE_MS = 350;
const GAP_MS = 5_000;
const MINUTE_MS = 60_000;
const TOKEN = /\/(?:l|password\/reset|google\/chat)\/([\w-]{43})/;
const CODE = /^\d{6}$/;
/** Given to those with accounts; nothing that is typed here holds them. */
const NAMES = ['Quitéria Vasquez Umbelina', 'Wanderlúcia Xisto Zobaran'];

type Chat = Writer & { readonly taxId: string; readonly name: string | null };

/** A few people before the whole application; each step ends when everything was answered. */
export async function createFuzzStage(parts: Parts) {
  const time = createManualTime(NOON);
  const faults: string[] = [];
  const rules = createRules(faults);
  const log: EventLog = {
    info: () => undefined,
    warn: (event) => event === 'chat.message_set_aside' && faults.push(event),
    error: (event, { error }) => void faults.push(`${event}: ${String(error)}`),
  };
  const sent: { readonly chat: Jid; readonly text: string }[] = [];
  /** Whose a token or a code is: the chat it was first sent to. */
  const owners = new Map<string, Jid>();
  const last = new Map<string, string>();
  let codes = randomInt(1_000_000);
  const app = composeChat({
    store: parts.bare,
    digests: createDigests(createKeyRing(parts.masterKeys)),
    ...{ clock: time.clock, timers: time.timers, log, copy: COPY['pt-BR'] },
    // No two codes of a run are the same, so that one in a foreign chat is no coincidence.
    random: { ...systemRandom, code: () => String((codes += 7_919) % 1_000_000).padStart(6, '0') },
    settings: {
      ...{ publicUrl: PUBLIC_URL, registration: 'open', dormantDays: 180, handoffMinutes: 60 },
      numberWaitHours: 24,
      ...{ timeZone: SAO_PAULO, googleOffered: true, openingHours: null, debounceMs: DEBOUNCE_MS },
    },
    onSent: (message) => void sent.push(message),
  });
  app.start();

  async function known(name: string): Promise<Chat> {
    const person = await register(parts, { name: personName(name) });
    return { chat: newChat(), phone: person.phone, taxId: person.taxId, name };
  }
  const [first = '', second = ''] = NAMES;
  const chats: readonly Chat[] = [
    await known(first),
    await known(second),
    { chat: newChat(), phone: newPhone(), taxId: newTaxId(), name: null },
    { chat: newChat(), phone: null, taxId: newTaxId(), name: null },
  ];
  const accounts = await Promise.all(chats.map(accountBehind));

  async function accountBehind({ phone }: Writer): Promise<string | null> {
    if (phone === null) return null;
    return (await parts.store.accounts.findByPhone(phone))?.account.id ?? null;
  }

  function spell(text: string): string {
    return text.replace(
      /\{(\w+)(?::(\d))?\}/g,
      (whole, what: string, which: string | undefined) => {
        const person = chats[Number(which)];
        if (what === 'cpf') return person?.taxId ?? whole;
        if (what === 'phone') return person?.phone ?? whole;
        return last.get(which === undefined ? what : `${what}:${which}`) ?? whole;
      },
    );
  }

  function raw({ chat, phone }: Chat, message: object, sentAt: Date): WAMessage {
    const spelled = JSON.parse(JSON.stringify(message), (_key, value: unknown) =>
      typeof value === 'string' ? spell(value) : value,
    ) as NonNullable<WAMessage['message']>;
    const alt = phone === null ? {} : { remoteJidAlt: `${phone.slice(1)}@s.whatsapp.net` };
    return {
      key: { remoteJid: chat, id: systemRandom.messageId(), fromMe: false, ...alt },
      message: spelled,
      messageTimestamp: Math.floor(sentAt.getTime() / 1000),
    };
  }

  async function settle(): Promise<void> {
    await time.pass(DEBOUNCE_MS);
    await app.settled();
    await checkSent();
    await time.pass(GAP_MS - DEBOUNCE_MS);
  }

  async function checkSent(): Promise<void> {
    const behind = await Promise.all(chats.map(accountBehind));
    for (const { chat, text } of sent.splice(0)) {
      const at = chats.findIndex((one) => one.chat === chat);
      chats.forEach((other, which) => {
        // An account that moved to this number by TROCAR is this chat's own.
        const isOwn = which === at || (accounts[which] ?? '') === behind[at];
        if (!isOwn && tells(text, other)) faults.push(`chat ${at} was told of ${which}: ${text}`);
      });
      for (const secret of [TOKEN.exec(text)?.[1], CODE.exec(text)?.[0]]) {
        if (secret === undefined) continue;
        if ((owners.get(secret) ?? chat) !== chat)
          faults.push(`chat ${at} got another's ${secret}`);
        owners.set(secret, chat);
        last.set(`${CODE.test(secret) ? 'code' : 'link'}:${at}`, secret);
      }
      told.set(chat, [...(told.get(chat) ?? []), text]);
    }
  }
  const told = new Map<Jid, readonly string[]>();

  function tells(text: string, { taxId, phone, name }: Chat): boolean {
    const digits = text.replace(/\D/g, '');
    const numbers = [taxId, ...(phone === null ? [] : [phone.slice(-8)])];
    const words = name === null ? [] : name.split(' ');
    return numbers.some((one) => digits.includes(one)) || words.some((one) => text.includes(one));
  }

  async function say(who: number, messages: readonly object[], late: number): Promise<void> {
    const chat = chats[who];
    if (chat === undefined) throw new Error('nobody has this number');
    const now = time.clock.now();
    const sentAt = new Date(now.getTime() - late * MINUTE_MS);
    const before = told.get(chat.chat)?.length ?? 0;
    const heard: InboundContent[] = [];
    for (const message of messages) {
      const allowedNumbers = 'br' as const;
      const context = { numberOfLid: () => null, identityOf: () => null, allowedNumbers, now };
      const read = readInbound(raw(chat, message, sentAt), context);
      if (!read.ok) continue;
      const { phone, noPhone, content } = read.value;
      const number = { phone, ...(noPhone !== undefined && { noPhone }) };
      heard.push(content);
      await app.hear({ chat: chat.chat, ...number }, { content, sentAt: read.value.sentAt });
    }
    const others = new Map(told);
    await settle();
    for (const [other, one] of chats.entries()) {
      if (other === who) continue;
      rules.told(other, (told.get(one.chat) ?? []).slice(others.get(one.chat)?.length ?? 0));
    }
    const answers = (told.get(chat.chat) ?? []).slice(before);
    // What waited while the bot was down is answered once.
    if (late === 0) rules.watch({ who, heard, answers, now });
  }

  async function askOnPage(): Promise<void> {
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0';
    const asked = await app.requests.ask({
      next: null,
      browserToken: null,
      userAgent,
      address: '',
    });
    if (!asked.ok) return;
    last.set('request', asked.value.waText);
    last.set('number', String(asked.value.number));
  }

  return {
    faults,
    async take(step: Step): Promise<void> {
      switch (step.kind) {
        case 'messages':
          return say(step.who, step.messages, step.late);
        case 'page':
          return askOnPage();
        case 'link': {
          const token = last.get(`link:${step.who}`) ?? systemRandom.token();
          await app.links.redeem({ token, userAgent: 'curl/8', address: String(step.who) });
          return settle();
        }
        case 'wait':
          await time.pass(step.minutes * MINUTE_MS);
          return settle();
      }
    },
    /** What somebody is told who waits until any pause is over and then writes MENU. */
    async menu(who: number): Promise<readonly string[]> {
      await time.pass(MINUTE_MS);
      await settle();
      const { chat } = chats[who] ?? { chat: '' as Jid };
      told.delete(chat);
      await say(who, [{ conversation: 'menu' }], 0);
      return told.get(chat) ?? [];
    },
    end: () => app.stop(),
  };
}
