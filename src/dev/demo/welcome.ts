import { KNOWN } from './people.js';
import type { TerminalWords } from './words/demo-words.js';

interface Addresses {
  readonly startUrl: string;
  readonly publicUrl: string;
  readonly simulatorUrl: string;
  /** null where the real one is used. */
  readonly googleUrl: string | null;
  readonly setupUrl: string | null;
}

/** What a newcomer needs next: one address first, then the parts. */
export function welcome(words: TerminalWords, addresses: Addresses): string {
  const parts = partsOf(words, addresses);
  const width = Math.max(...parts.map(([name]) => name.length));
  const lines = parts.map(([name, what]) => `  ${name.padEnd(width)}  ${what}`);
  return `
${words.startHere}

  ${addresses.startUrl}   ${words.startPage}

${words.parts}
${lines.join('\n')}

${words.known(KNOWN)}
${words.end}
`;
}

type Part = readonly [name: string, what: string];

function partsOf(words: TerminalWords, addresses: Addresses): readonly Part[] {
  const { publicUrl, simulatorUrl, googleUrl, setupUrl } = addresses;
  const [phones, whatPhonesAre] = words.phones;
  const [google, whatGoogleIs] = words.google;
  const parts: Part[] = [
    [words.product, `${publicUrl}/login`],
    [phones, `${simulatorUrl}   ${whatPhonesAre}`],
  ];
  if (googleUrl !== null) parts.push([google, `${googleUrl}   ${whatGoogleIs}`]);
  parts.push([words.admin, setupUrl ?? `${publicUrl}/admin`]);
  if (setupUrl !== null) parts.push(['', words.adminOnce]);
  return parts;
}
