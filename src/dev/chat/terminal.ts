import type { ChatStep } from '#src/app/chat/effects/all-effects.js';
import { parseJid, type Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import type { ChatApp, Writer } from './compose-chat.js';
import { effectName, spellAnswer } from './effect-name.js';
import type { SentMessage } from './in-memory-channel.js';
import { HELP, readLine, type Asked } from './read-line.js';

const MINUTE_MS = 60_000;
/** More than the five minutes after which a message is answered and not executed. */
/** 256 bits in base64url. */
const LOGIN_LINK = /\/l\/([\w-]{43})/;
const LATE_MS = 6 * MINUTE_MS;
/** The first of the chats that are made up here. */
const FIRST_LID = 100_000_000_001;

/** One conversation at a terminal; it reads like a transcript. */
export function createTerminal(deps: {
  readonly clock: { now(): Date; pass(ms: number): void };
  readonly print: (line: string) => void;
  /** Who writes first. */
  readonly phone: Phone;
}) {
  const { clock, print } = deps;
  const chats = new Map<Phone, Jid>();
  const states = new Map<Jid, unknown>();
  const lastTokens = new Map<Jid, string>();
  let effectsShown = false;
  let lastStep: ChatStep | null = null;
  let writer = writerOf(deps.phone);

  function writerOf(phone: Phone): Writer {
    const chat = chats.get(phone) ?? newChat(chats.size);
    chats.set(phone, chat);
    return { chat, phone };
  }

  function nameOf(chat: Jid): string {
    return [...chats].find(([, known]) => known === chat)?.[0] ?? chat;
  }

  async function say(app: ChatApp, asked: Extract<Asked, { kind: 'messages' }>): Promise<void> {
    const sentAt = new Date(clock.now().getTime() - (asked.late ? LATE_MS : 0));
    for (const content of asked.messages) await app.hear(writer, { content, sentAt });
    await app.settled();
    if (lastStep !== null) states.set(writer.chat, lastStep.snapshot.state);
  }

  async function showPage(app: ChatApp): Promise<void> {
    const browser = {
      browserToken: null,
      userAgent: 'Chrome/140.0 (Windows)',
      address: '127.0.0.1',
    };
    const asked = await app.requests.ask({ next: null, ...browser });
    print(
      asked.ok
        ? `(a page shows ${asked.value.number}; its button writes "${asked.value.waText}")`
        : `(no page: ${asked.error.code})`,
    );
  }

  /** Opens the last link as the phone's browser does; what the bot has to say of that follows. */
  async function tap(app: ChatApp): Promise<void> {
    const token = lastTokens.get(writer.chat);
    if (token === undefined) {
      print('(there is no link yet)');
      return;
    }
    const userAgent = 'Mozilla/5.0 (Android) Chrome/140.0';
    const redeemed = await app.links.redeem({ token, userAgent, address: '127.0.0.1' });
    print(redeemed.ok ? '(the link opens: a session begins)' : `(no: ${redeemed.error.code})`);
    await app.settled();
  }

  function showState(): void {
    const state = states.get(writer.chat) as { readonly value?: unknown } | undefined;
    // The value only: what a chat remembers beside it may be a CPF.
    print(`(state: ${pathOf(state?.value ?? 'new')})`);
  }

  async function carryOut(app: ChatApp, asked: Asked): Promise<void> {
    switch (asked.kind) {
      case 'messages':
        return say(app, asked);
      case 'as':
        writer = writerOf(asked.phone);
        return;
      case 'wait':
        clock.pass(asked.minutes * MINUTE_MS);
        // What the product's sweep does every five minutes.
        await app.eraseAccounts();
        return app.settled();
      case 'effects':
        effectsShown = asked.shown;
        return;
      case 'page':
        return showPage(app);
      case 'tap':
        return tap(app);
      case 'state':
        showState();
        return;
      case 'help':
        print(HELP);
        return;
      case 'mistake':
        print(`(${asked.text})`);
        return;
      case 'quit':
        return;
    }
  }

  return {
    onSent: ({ chat, text }: SentMessage): void => {
      const token = LOGIN_LINK.exec(text)?.[1];
      if (token !== undefined) lastTokens.set(chat, token);
      const answer = spellAnswer(text);
      print(chat === writer.chat ? answer : answer.replace(/^bot:/, `bot (to ${nameOf(chat)}):`));
    },
    onStep: (step: ChatStep): void => {
      lastStep = step;
      for (const effect of step.effects) {
        if (effectsShown && effect.type !== 'say') print(`[efeito: ${effectName(effect)}]`);
      }
    },
    /** Does what a line asks for; returns when everything it led to is printed. @returns false at /quit */
    take: async (app: ChatApp, line: string): Promise<boolean> => {
      const asked = readLine(line);
      await carryOut(app, asked);
      return asked.kind !== 'quit';
    },
  };
}

/** `{ registration: 'name' }` as `registration.name`. */
function pathOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name}.${pathOf(inner)}`)
    .join(' ');
}

function newChat(number: number): Jid {
  const chat = parseJid(`${FIRST_LID + number}@lid`);
  if (!chat.ok) throw new Error('the made-up chat is none');
  return chat.value;
}
