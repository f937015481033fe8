import type { AccessCopy, Dialogue, DialogueEvent } from '#src/app/ports/dialogue.js';
import { parsePersonName } from '#src/domain/person-name.js';
import { newWorld, takeTurn, type World } from './scripted-app.js';

const MEDIA: Readonly<Record<string, Extract<DialogueEvent, { type: 'media' }>['media']>> = {
  '<áudio>': 'audio',
  '<foto>': 'image',
  '<vídeo>': 'video',
  '<visualização única>': 'view_once',
  '<figurinha>': 'sticker',
  '<arquivo>': 'document',
  '<localização>': 'location',
  '<contato>': 'contact',
  '<enquete>': 'unsupported',
};
const TEXTS: Readonly<Record<string, string>> = {
  '<nada>': '',
  '<10 kB de texto>': 'blá '.repeat(2_560),
};
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
    world.hasPhone = false;
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
  'chip trocado': (world) => {
    world.stepUp = 'identity_changed';
  },
  'ausência longa': (world) => {
    world.stepUp = 'dormant';
  },
  bloqueada: (world) => {
    world.blocked = true;
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
  'os acessos terminam': (world) => {
    world.sessions.length = 0;
  },
  'conta apagada': (world) => {
    world.person = null;
    world.deletionDueAt = null;
    world.taxIds.clear();
  },
  'troca de número pedida': (world) => {
    world.numberChangeAsked = true;
  },
  'equipe fechada': (world, value) => {
    world.team = { open: false, opensAt: value === '' ? null : new Date(value) };
  },
};

/**
 * Plays the person's lines of a transcript and writes it anew with what the bot does: equal to the given one when the
 * bot behaves as written.
 *
 * `# title` · `pessoa:`, `pessoa (encaminhada):`, `pessoa (atrasada):` · `bot:` (more lines indented) ·
 * `[efeito: name]` · `(silêncio)` when the bot says nothing · `(passam 11 min)` · `(conversa ilegível)` ·
 * `(given: value)`, see GIVEN · ` ⏎ ` between the messages of one burst
 */
export function replay(script: string, deps: { dialogue: Dialogue; copy: AccessCopy }): string {
  const world = newWorld();
  const written: string[] = [];
  let snapshot: Parameters<Dialogue['step']>[0] = null;
  let silenceS: number | null = null;
  let lastSaid = '';
  for (const line of script.split('\n')) {
    if (/^(?:bot:|\[efeito|\(silêncio\)| {5})/.test(line)) continue;
    written.push(line);
    const given = /^\((.+?)(?:: (.+))?\)$/.exec(line);
    const said = /^pessoa(?: \((encaminhada|atrasada)\))?:(?: (.*))?$/.exec(line);
    const pause = /^\(passam (\d+) min\)$/.exec(line);
    if (pause) silenceS = (silenceS ?? 0) + Number(pause[1]) * 60;
    else if (line === '(conversa ilegível)') snapshot = { version: 999, state: { value: 'menu' } };
    else if (given) givenIn(world, given[1] ?? '', given[2] ?? '');
    else if (said) {
      const text = said[2] === '<a última mensagem do bot>' ? lastSaid : (said[2] ?? '');
      // One burst of messages comes as lines of one.
      const event = eventOf(text.replaceAll(' ⏎ ', '\n'), { mark: said[1], silenceS });
      const turn = takeTurn({ ...deps, world }, { snapshot, event });
      snapshot = turn.snapshot;
      silenceS = SECONDS_BETWEEN_MESSAGES;
      written.push(...turn.happened.map(lineOf));
      const sayings = turn.happened.filter(({ kind }) => kind === 'said');
      if (sayings.length === 0) written.push('(silêncio)');
      lastSaid = sayings.at(-1)?.text ?? '';
    } else if (line !== '' && !line.startsWith('#')) throw new Error(`unknown line: ${line}`);
  }
  return written.join('\n');
}

function givenIn(world: World, name: string, value: string): void {
  const given = GIVEN[name];
  if (!given) throw new Error(`unknown: (${name})`);
  given(world, value);
}

function eventOf(
  text: string,
  { mark, silenceS }: { mark: string | undefined; silenceS: number | null },
): DialogueEvent {
  const media = MEDIA[text];
  if (media) return { type: 'media', media };
  return {
    type: 'message',
    text: TEXTS[text] ?? text,
    forwarded: mark === 'encaminhada',
    late: mark === 'atrasada',
    silenceMs: silenceS === null ? null : silenceS * 1_000,
  };
}

function lineOf({ kind, text }: { kind: 'effect' | 'said'; text: string }): string {
  if (kind === 'effect') return `[efeito: ${text}]`;
  return `bot: ${text.replaceAll('\n', '\n     ')}`;
}
