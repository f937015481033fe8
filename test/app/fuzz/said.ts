import { findTaxId } from '#src/domain/find-tax-id.js';
import type { InboundContent } from '#src/app/ports/channel.js';
import { readSentences } from '../sentences/sentence.js';

/** Words that ask for something, and what they are called in the tables of sentences. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  access: ['entrar', 'ENTRAAR'],
  greeting: ['oi'],
  help: ['ajuda'],
  menu: ['menu', 'MENU!!'],
  block: ['bloquear', 'blok'],
  'not-me': ['não fui eu'],
  human: ['atendente'],
  'data-export': ['meus dados'],
  'data-delete': ['apagar'],
  change: ['trocar'],
  'claim-cpf': ['este cpf é meu'],
  yes: ['sim', '1'],
};
const LABELS = new Map<string, string[]>();
for (const [label, texts] of Object.entries(WORDS)) for (const text of texts) note(text, label);

const TABLES = ['open.tsv', 'own.tsv'].flatMap((file) => readSentences(file));
for (const { text, label, note: about } of TABLES)
  note(spelt(text), about === 'yes' ? 'yes' : label);

/** Every sentence of the tables that has nobody's number in it. */
export const SENTENCES: readonly string[] = [
  ...new Set(TABLES.map(({ text }) => spelt(text))),
].filter((text) => !text.includes('{'));

function note(text: string, label: string): void {
  LABELS.set(text, [...(LABELS.get(text) ?? []), label]);
}

/** A burst as one message with lines. */
function spelt(text: string): string {
  return text.replaceAll(' ⏎ ', '\n');
}

/** What the messages of a person ask for; forwarded and edited ones ask for nothing. */
export function labelsOf(heard: readonly InboundContent[]): readonly string[] {
  return heard.flatMap((one) => {
    if (one.kind !== 'text' || one.forwarded) return [];
    const own = LABELS.get(one.text) ?? [];
    return findTaxId(one.text).ok ? [...own, 'cpf'] : own;
  });
}
