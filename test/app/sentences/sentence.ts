import { readFileSync } from 'node:fs';

/** Where a sentence is said (test/bot-flows/sentences/README.md). */
export type Context =
  | ('newcomer' | 'known' | 'asked-cpf' | 'asked-name' | 'asked-consent' | 'after-access')
  | ('logged-in' | 'menu' | 'delete-question' | 'block-question' | 'number-question')
  | ('approval-question' | 'paused' | 'silence');

/** What somebody writes to the bot, where, and which reaction is right. */
export interface Sentence {
  readonly id: string;
  readonly context: Context;
  readonly text: string;
  readonly label: string;
  readonly note: string;
}

const FOLDER = new URL('../../bot-flows/sentences/', import.meta.url);

/** A table of sentences: a line each, columns separated by tabs, names of the columns first. */
export function readSentences(file: string): readonly Sentence[] {
  const [, ...lines] = readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [id = '', context = '', text = '', label = '', note = ''] = line.split('\t');
    return { id, context: context as Context, text, label, note: note.trim() };
  });
}
