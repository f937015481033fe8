import { randomUUID } from 'node:crypto';
import { handOverAccount } from '#src/app/account/hand-over.js';
import { LOGIN_REQUEST_LIFETIME_MS } from '#src/domain/login-request.js';
import { parseGoogleSub } from '#src/domain/google-sub.js';
import { parseOpeningHours } from '#src/domain/opening-hours.js';
import type { InboundContent } from '#src/app/ports/channel.js';
import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import { noPhoneIn } from '../bot-flows/transcript-lines.js';
import { newTaxId } from '../contract/parts.js';
import { GAP_MS, PERSON, TAX_ID, type TranscriptStage } from './transcript-stage.js';
import { SAO_PAULO } from '../support/time-zone.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Longer than a question is remembered: what was said before has no part in what follows. */
const FORGETTING_MS = 11 * MINUTE_MS;
/** The WhatsApp account that has the person's number in another chat. */
const OLD_CHAT = '16180339887498@lid' as Jid;
const OTHER = { chat: '27182818284590@lid' as Jid, phone: '+5511987654321' as Phone };

type Given = (stage: TranscriptStage, value: string) => Promise<void> | void;

/** Lines in parentheses: how what they say comes to be true in the real application. */
const GIVEN: Readonly<Record<string, Given>> = {
  conhecida: (stage, name) => stage.known({ name }),
  'documento deste número': (stage, value) => {
    const taxId = parseTaxId(value);
    if (!taxId.ok) throw new Error(`no tax id: ${value}`);
    stage.known({ taxId: taxId.value });
  },
  cadastro: async (stage, value) => {
    if (value !== 'recusado') stage.settings.registration = value === 'aberto' ? 'open' : 'closed';
    // What refuses a registration is that the CPF is somebody else's.
    else await stage.registerOther({ taxId: TAX_ID, phone: OTHER.phone });
  },
  'número escondido': (stage) => stage.writesWithout('hidden'),
  'número não aceito': (stage, value) => stage.writesWithout(noPhoneIn(value)),
  'limite de documentos atingido': async (stage) => {
    for (let tries = 0; tries < 3; tries += 1) {
      await write(stage, `este cpf é meu: ${newTaxId()}`);
    }
    await stage.pass(FORGETTING_MS);
  },
  'acesso cedo demais': untilEarlyBy,
  'senha cedo demais': untilEarlyBy,
  'acessos demais': (stage) => askOften(stage, 'entrar'),
  'senhas demais': (stage) => askOften(stage, 'senha'),
  'Google oferecido': (stage) => {
    stage.settings.googleOffered = true;
  },
  'Google vinculado': async (stage) => {
    const sub = parseGoogleSub('108204268033311374519');
    if (sub === null) throw new Error('no sub of Google');
    const identity = { id: randomUUID(), accountId: await idOf(stage), sub, email: null };
    await stage.store.googleIdentities.link({ ...identity, now: stage.clock.now() });
  },
  'conta contestada': async (stage) => {
    await stage.converse(OTHER, [text(`este cpf é meu: ${TAX_ID}`)]);
  },
  'chip trocado': async (stage) => {
    await stage.account();
    const { phone } = PERSON;
    if (phone !== null) await stage.store.accounts.markIdentityChanged(phone, stage.clock.now());
  },
  // The number is known to another WhatsApp account than the one that writes.
  'outro WhatsApp': async (stage, value) => {
    if (value === 'só a equipe') stage.settings.numberWaitHours = 0;
    await stage.converse({ ...PERSON, chat: OLD_CHAT }, [text('oi')]);
    if (value !== 'com senha') return;
    const accountId = await idOf(stage);
    await stage.store.passwords.set({ accountId, hash: 'a hash', now: stage.clock.now() });
  },
  'a espera acaba': (stage) => stage.pass(stage.settings.numberWaitHours * 60 * MINUTE_MS),
  'o dono disse não': async (stage) => {
    await stage.converse({ ...PERSON, chat: OLD_CHAT }, [text('não')]);
  },
  'outro WhatsApp espera': async (stage) => {
    const other = { ...PERSON, chat: OLD_CHAT };
    await stage.converse(other, [text('entrar')]);
    await stage.converse(other, [text(TAX_ID)]);
  },
  'bloqueada pela equipe': async (stage) => {
    await stage.store.accounts.block(await idOf(stage), 'admin');
  },
  'conta recebida': async (stage) => {
    const { chat, phone } = PERSON;
    if (phone === null) throw new Error('nobody has a number');
    const numberId = randomUUID();
    const claim = { accountId: await idOf(stage), numberId, chat, phone, now: stage.clock.now() };
    await stage.store.transaction((tables) => handOverAccount(tables, claim));
  },
  'ausência longa': async (stage) => {
    await stage.account();
    await stage.pass(stage.settings.dormantDays * DAY_MS);
  },
  bloqueada: async (stage) => {
    await stage.store.accounts.block(await idOf(stage), 'owner');
  },
  'pedido na tela': async (stage, value) => {
    const [, , browser, system] = value.split(', ');
    stage.waits(await waitingPage(stage, userAgentOf(browser, system)));
  },
  'o pedido expira': (stage) => stage.pass(LOGIN_REQUEST_LIFETIME_MS),
  'pedidos demais': async (stage) => {
    for (let tries = 0; tries < 10; tries += 1) {
      await write(stage, `Entrar no site: ABCD-234${'ABCDEFGHJK'[tries] ?? ''}`);
      await stage.pass(MINUTE_MS);
    }
    await stage.pass(FORGETTING_MS);
  },
  'acesso aberto': async (stage, value) => {
    const accountId = await idOf(stage);
    const open = await stage.store.sessions.listActive(accountId, stage.clock.now());
    const [browser, system] = value.split(', ');
    // The list begins with the newest, the transcript with what it lists first.
    const now = new Date(stage.clock.now().getTime() - open.length * 1000);
    const session = {
      accountId,
      method: 'login_link',
      userAgent: userAgentOf(browser, system),
    } as const;
    await stage.store.transaction((tables) =>
      stage.running().startSession(tables, { ...session, now }),
    );
  },
  'toca no link': async (stage, value) => {
    const [browser, system] = value.split(', ');
    await stage.tapLink(userAgentOf(browser, system));
  },
  'exclusão marcada': async (stage) => {
    const dueAt = new Date(stage.clock.now().getTime() + 7 * DAY_MS);
    await stage.store.accounts.scheduleDeletion(await idOf(stage), dueAt);
  },
  'os acessos terminam': async (stage) => {
    await stage.store.sessions.revokeAll(await idOf(stage), 'signed_out', stage.clock.now());
  },
  'conta apagada': async (stage) => {
    await stage.store.accounts.scheduleDeletion(await idOf(stage), stage.clock.now());
    await stage.running().eraseAccounts();
    await stage.rest();
  },
  'troca de número pedida': async (stage) => {
    await stage.converse(OTHER, [text('mudei de número')]);
    await stage.converse(OTHER, [text(TAX_ID)]);
  },
  'horário de atendimento': (stage, timeZone) => {
    const hours = parseOpeningHours(`mon-fri 09:00-18:00, sat 09:00-13:00 ${timeZone}`);
    if (!hours.ok) throw new Error(`no time zone: ${timeZone}`);
    stage.settings.openingHours = hours.value;
  },
  'equipe fechada': (stage, value) => {
    const [opensAt = '', timeZone = SAO_PAULO] = value.split(', ');
    if (opensAt === '') throw new Error('opening hours say when somebody comes next');
    const hours = parseOpeningHours(openingHoursFrom(new Date(opensAt), timeZone));
    if (!hours.ok) throw new Error(`no opening hours: ${opensAt}`);
    stage.settings.openingHours = hours.value;
  },
  'conversa ilegível': async (stage) => {
    const snapshot = { version: 999, state: { value: 'menu' } };
    const now = stage.clock.now();
    await stage.store.conversations.save({ ...PERSON, snapshot, lastInboundAt: now, now });
  },
};

/** Makes true what a line says. @throws when nobody knows how */
export async function makeTrue(
  stage: TranscriptStage,
  { name, value }: { readonly name: string; readonly value: string },
): Promise<void> {
  const given = GIVEN[name];
  if (given === undefined) throw new Error(`unknown: (${name})`);
  await given(stage, value);
}

/** As much of the minute between two passes as leaves the seconds in `value`. */
async function untilEarlyBy(stage: TranscriptStage, value: string): Promise<void> {
  await stage.pass(MINUTE_MS - Number.parseInt(value, 10) * 1000 - GAP_MS);
}

async function waitingPage(stage: TranscriptStage, userAgent: string) {
  const browser = { browserToken: null, userAgent, address: '203.0.113.7' };
  const asked = await stage.running().requests.ask({ next: null, ...browser });
  if (!asked.ok) throw new Error(`no page may ask: ${asked.error.code}`);
  const { requestCode: code, number } = asked.value;
  return { code, number };
}

function text(words: string): InboundContent {
  return { kind: 'text', text: words, forwarded: false };
}

/** Uses up what may be asked for in an hour, and lets what was said be forgotten. */
async function askOften(stage: TranscriptStage, words: string): Promise<void> {
  for (let time = 0; time < 5; time += 1) {
    await write(stage, words);
    await stage.pass(MINUTE_MS);
  }
  await stage.pass(FORGETTING_MS);
}

/** The person writes, and nobody reads the answer. */
async function write(stage: TranscriptStage, words: string): Promise<void> {
  await stage.converse(PERSON, [text(words)]);
}

async function idOf(stage: TranscriptStage): Promise<string> {
  const account = await stage.account();
  if (account === null) throw new Error('nobody is known here');
  return account.id;
}

/** What a browser says of itself so that the product takes it for this one. */
function userAgentOf(browser: string | undefined, system: string | undefined): string {
  const names: Readonly<Record<string, string>> = {
    ...{ Chrome: 'Chrome/140.0', Firefox: 'Firefox/144.0', Edge: 'Edg/140.0', Opera: 'OPR/120.0' },
    Safari: 'Version/18.0 Safari/605.1',
  };
  return `Mozilla/5.0 (${system ?? ''}) ${names[browser ?? ''] ?? ''}`.trim();
}

/** Opening hours of somebody who comes at this time on workdays, for an hour, written in the wall time of a zone. */
function openingHoursFrom(opensAt: Date, timeZone: string): string {
  const format = { hour: '2-digit', hourCycle: 'h23', timeZone } as const;
  const hour = Number(new Intl.DateTimeFormat('en', format).format(opensAt));
  const [from, to] = [hour, hour + 1].map((full) => `${String(full).padStart(2, '0')}:00`);
  return `mon-fri ${from ?? ''}-${to ?? ''} ${timeZone}`;
}
