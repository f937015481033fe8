import type { InboundContent } from '#src/app/ports/channel.js';
import type { NoPhone } from '#src/domain/phone.js';

/** How a message comes, when not as a message of the person's own that was just written. */
export type Mark = 'encaminhada' | 'atrasada' | 'editada' | 'reenviada';

/** A line of a transcript that something happens at; what the bot answers follows it. */
export type TranscriptLine =
  | {
      readonly kind: 'said';
      readonly text: string;
      readonly mark: Mark | null;
    }
  | { readonly kind: 'pause'; readonly minutes: number }
  | { readonly kind: 'given'; readonly name: string; readonly value: string };

/** Stands for what the bot said last, such as another robot repeats. */
export const LAST_ANSWER = '<a última mensagem do bot>';

const MEDIA: Readonly<Record<string, InboundContent>> = {
  '<áudio>': { kind: 'media', media: 'audio' },
  '<foto>': { kind: 'media', media: 'image' },
  '<vídeo>': { kind: 'media', media: 'video' },
  '<visualização única>': { kind: 'media', media: 'view_once' },
  '<figurinha>': { kind: 'media', media: 'sticker' },
  '<arquivo>': { kind: 'media', media: 'document' },
  '<localização>': { kind: 'media', media: 'location' },
  '<contato>': { kind: 'media', media: 'contact' },
  '<enquete>': { kind: 'unsupported' },
  '<mensagem que não veio>': { kind: 'missing' },
};
const TEXTS: Readonly<Record<string, string>> = {
  '<nada>': '',
  '<10 kB de texto>': 'blá '.repeat(2_560),
};

/** How `(número não aceito: …)` names why a number opens nothing. @throws when it names no reason */
export function noPhoneIn(value: string): NoPhone {
  const reason = NO_PHONE[value];
  if (reason === undefined) throw new Error(`no such number: ${value}`);
  return reason;
}

const NO_PHONE: Readonly<Record<string, NoPhone>> = {
  'não é celular': 'landline',
  'de fora do Brasil': 'abroad',
  ilegível: 'unreadable',
};

/** @returns null for a title, an empty line and what the bot does: its answers, effects and silence */
export function readLine(line: string): TranscriptLine | null {
  if (/^(?:bot:|\[efeito|\(silêncio\)| {5}|#|$)/.test(line)) return null;
  const pause = /^\(passam (\d+) min\)$/.exec(line);
  if (pause) return { kind: 'pause', minutes: Number(pause[1]) };
  const given = /^\((.+?)(?:: (.+))?\)$/.exec(line);
  if (given) return { kind: 'given', name: given[1] ?? '', value: given[2] ?? '' };
  const said = /^pessoa(?: \((encaminhada|atrasada|editada|reenviada)\))?:(?: (.*))?$/.exec(line);
  if (!said) throw new Error(`unknown line: ${line}`);
  const mark = (said[1] ?? null) as Mark | null;
  return { kind: 'said', text: said[2] ?? '', mark };
}

/** The messages of one burst, as they arrive. */
export function messagesOf(text: string, mark: Mark | null): readonly InboundContent[] {
  const forwarded = mark === 'encaminhada';
  if (mark === 'editada' || mark === 'reenviada') {
    const said = text === '<ilegível>' ? null : text;
    return [{ kind: 'later', of: '', by: mark === 'editada' ? 'edit' : 'resent', text: said }];
  }
  return text
    .split(' ⏎ ')
    .map((part) => MEDIA[part] ?? { kind: 'text', text: TEXTS[part] ?? part, forwarded });
}

export interface TranscriptStep {
  readonly line: string;
  readonly happens: TranscriptLine;
  /** What the bot says then, each message with its lines. */
  readonly answers: readonly string[];
}

/** A transcript as what happens and what the person reads then; effects are left out. */
export function readTranscript(script: string): readonly TranscriptStep[] {
  const steps: { line: string; happens: TranscriptLine; answers: string[] }[] = [];
  for (const line of script.split('\n')) {
    const happens = readLine(line);
    const answers = steps.at(-1)?.answers;
    if (happens !== null) steps.push({ line, happens, answers: [] });
    else if (line.startsWith('bot: ')) answers?.push(line.slice('bot: '.length));
    else if (line.startsWith('     ')) answers?.push(`${answers.pop() ?? ''}\n${line.slice(5)}`);
  }
  return steps;
}
