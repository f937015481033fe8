import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { ChatDialogue } from '#src/app/chat/effects/all-effects.js';
import type { DialogueEvent } from '#src/app/ports/dialogue.js';
import { parsePersonName } from '#src/domain/person-name.js';
import { spellAnswer } from '#src/dev/chat/effect-name.js';
import { takeTurn } from './scripted-app.js';
import { NEW_PHONE_MASKED, newWorld, NOW, TOMORROW, type World } from './scripted-world.js';
import { LAST_ANSWER, messagesOf, noPhoneIn, readLine, type Mark } from './transcript-lines.js';
import { SAO_PAULO } from '../support/time-zone.js';

const SECONDS_BETWEEN_MESSAGES = 5;

type Given = (world: World, value: string) => void;

/** Lines in parentheses: what is true in the world from here on. */
const GIVEN: Readonly<Record<string, Given>> = {
  conhecida: (world, value) => {
    const name = parsePersonName(value);
    if (!name.ok) throw new Error(`no name: ${value}`);
    world.person = name.value;
  },
  cadastro: (world, value) => {
    if (value === 'recusado') world.refuses = true;
    else world.registration = value === 'aberto' ? 'open' : 'closed';
  },
  'número escondido': (world) => {
    world.noPhone = 'hidden';
  },
  'número não aceito': (world, value) => {
    world.noPhone = noPhoneIn(value);
  },
  'documento deste número': (world, value) => void world.taxIds.add(value.replace(/[./-]/g, '')),
  'limite de documentos atingido': (world) => {
    world.tooManyTaxIds = true;
  },
  'acesso cedo demais': (world, value) => {
    world.access = { outcome: 'too_soon', retryAfterS: Number.parseInt(value, 10) };
  },
  'acessos demais': (world, value) => {
    world.access = { outcome: 'too_many', retryAfterS: Number.parseInt(value, 10) };
  },
  'acesso bloqueado': (world) => {
    world.access = { outcome: 'blocked', retryAfterS: 0 };
  },
  'Google oferecido': (world) => {
    world.google.offered = true;
  },
  'Google vinculado': (world) => {
    world.google.linked = true;
  },
  'conta contestada': (world) => {
    world.contested = true;
  },
  'senha cedo demais': (world, value) => {
    world.passwordReset = { outcome: 'too_soon', retryAfterS: Number.parseInt(value, 10) };
  },
  'senhas demais': (world, value) => {
    world.passwordReset = { outcome: 'too_many', retryAfterS: Number.parseInt(value, 10) };
  },
  'chip trocado': (world) => {
    world.stepUp = 'identity_changed';
  },
  'outro WhatsApp': (world, value) => {
    world.stepUp = 'new_account';
    world.newAccountWaits =
      value === 'com senha'
        ? { state: 'proof' }
        : value === 'só a equipe'
          ? { state: 'team' }
          : world.newAccountWaits;
  },
  'a espera acaba': (world) => {
    world.stepUp = null;
    world.waits = false;
  },
  'o dono disse não': (world) => {
    world.newAccountWaits = { state: 'refused' };
  },
  'bloqueada pela equipe': (world) => {
    world.blocked = 'team';
  },
  'conta recebida': (world) => {
    world.nameDue = true;
  },
  'outro WhatsApp espera': (world) => {
    world.anotherWaits = true;
  },
  'ausência longa': (world) => {
    world.stepUp = 'dormant';
  },
  bloqueada: (world) => {
    world.blocked = 'owner';
  },
  'exclusão marcada': (world) => {
    world.deletionDueAt = new Date('2026-11-30T17:32:00Z');
  },
  'pedido na tela': (world, value) => {
    const [code = '', onScreen = '', browser = null, system = null] = value.split(', ');
    world.request = { code, onScreen: Number(onScreen), browser, system };
  },
  'o pedido expira': (world) => {
    world.requestExpires = true;
  },
  'pedidos demais': (world) => {
    world.tooManyRequests = true;
  },
  'acesso aberto': (world, value) => {
    const [browser = null, system = null] = value === '' ? [] : value.split(', ');
    world.sessions.push({ browser, system });
  },
  'toca no link': (world, value) => {
    const [browser = null, system = null] = value.split(', ');
    world.sessions.push({ browser, system });
    world.alerted = true;
  },
  'os acessos terminam': (world) => {
    world.sessions.length = 0;
  },
  'conta apagada': (world) => {
    world.person = null;
    world.deletionDueAt = null;
    world.taxIds.clear();
  },
  'troca de número pedida': (world) => {
    world.numberChangeAsked = world.noticed = true;
  },
  // Monday to Friday and Saturday morning, as test/app/transcript-given.ts configures it.
  'horário de atendimento': (world, timeZone) => {
    const days = [
      { firstDay: 0, lastDay: 4, from: '09:00', to: '18:00' },
      { firstDay: 5, lastDay: 5, from: '09:00', to: '13:00' },
    ];
    world.hours = { type: 'hoursTold', outcome: 'configured', days, timeZone };
  },
  'equipe fechada': (world, value) => {
    const [opensAt = '', timeZone = SAO_PAULO] = value.split(', ');
    world.team = {
      open: false,
      opens: opensAt === '' ? null : { at: new Date(opensAt), timeZone },
    };
  },
};

/**
 * Plays the person's lines of a transcript and writes it anew with what the bot does: equal to the given one when the
 * bot behaves as written. How a transcript is written: docs/write-a-flow.md.
 */
export function replay(script: string, deps: { dialogue: ChatDialogue; copy: AccessCopy }): string {
  const world = newWorld();
  const written: string[] = [];
  let snapshot: Parameters<ChatDialogue['step']>[0] = null;
  let silenceS: number | null = null;
  let lastSaid = '';
  for (const line of script.split('\n')) {
    const happens = readLine(line);
    if (happens === null && line !== '' && !line.startsWith('#')) continue;
    written.push(line);
    if (happens?.kind === 'pause') silenceS = (silenceS ?? 0) + happens.minutes * 60;
    else if (happens?.kind === 'given') {
      if (happens.name === 'conversa ilegível') snapshot = { version: 999, state: 'menu' };
      else givenIn(world, happens);
      if (happens.name === 'conta apagada') snapshot = null;
      written.push(...wordsOfTheWorld(happens, deps.copy).map(spellAnswer));
    } else if (happens?.kind === 'said') {
      const text = happens.text === LAST_ANSWER ? lastSaid : happens.text;
      const event = eventOf(text, { mark: happens.mark, silenceS });
      const turn = takeTurn({ ...deps, world }, { snapshot, event });
      snapshot = turn.snapshot;
      silenceS = SECONDS_BETWEEN_MESSAGES;
      written.push(...turn.happened.map(lineOf));
      const sayings = turn.happened.filter(({ kind }) => kind === 'said');
      if (sayings.length === 0) written.push('(silêncio)');
      lastSaid = sayings.at(-1)?.text ?? '';
    }
  }
  return written.join('\n');
}

function givenIn(world: World, { name, value }: { name: string; value: string }): void {
  const given = GIVEN[name];
  if (!given) throw new Error(`unknown: (${name})`);
  given(world, value);
}

/** What the app says in this chat because of what happened elsewhere. */
function wordsOfTheWorld(
  { name, value }: { name: string; value: string },
  copy: AccessCopy,
): string[] {
  if (name === 'conta apagada') return [copy.deleted()];
  if (name === 'toca no link') {
    const [browser = null, system = null] = value.split(', ');
    return [copy.signedIn({ browser, system, at: NOW })];
  }
  if (name === 'outro WhatsApp espera') return [copy.numberWaitAsked({ opensAt: TOMORROW })];
  if (name !== 'troca de número pedida') return [];
  return [copy.numberChangeAsked({ newPhoneMasked: NEW_PHONE_MASKED })];
}

function eventOf(
  text: string,
  { mark, silenceS }: { mark: Mark | null; silenceS: number | null },
): DialogueEvent {
  const messages = messagesOf(text, mark);
  const [first] = messages;
  if (first?.kind === 'media') return { type: 'media', media: first.media };
  if (first?.kind === 'unsupported') return { type: 'media', media: 'unsupported' };
  if (first?.kind === 'missing') return { type: 'missing' };
  if (first?.kind === 'later') return { type: 'later', by: first.by, text: first.text };
  return {
    type: 'message',
    // One burst of messages comes as lines of one.
    text: messages.map((message) => (message.kind === 'text' ? message.text : '')).join('\n'),
    forwarded: mark === 'encaminhada',
    late: mark === 'atrasada',
    silenceMs: silenceS === null ? null : silenceS * 1_000,
  };
}

function lineOf({ kind, text }: { kind: 'effect' | 'said'; text: string }): string {
  return kind === 'effect' ? `[efeito: ${text}]` : spellAnswer(text);
}
