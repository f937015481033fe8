/** The origin that transcripts write. */
const ORIGIN = 'https://entrar.exemplo.com.br';
const TOKEN = '9mXq…';
const CODE = '482913';
const REQUEST = { code: /K7QM([- ]?)2XWD/gi, onScreen: 47, others: [12, 83] } as const;
const LINK = /(\/l\/|\/password\/reset\/|\/google\/chat\/)([\w-]{43})(?![\w-])/;

/** Where a link leads, before its token. */
export type LinkPath = '/l/' | '/password/reset/' | '/google/chat/';

/** What a text says as the transcript spells it, and the secrets that were in it. */
type Heard = { readonly spelled: string; readonly code?: string } & (
  { readonly token: string; readonly path: LinkPath } | { readonly token?: undefined }
);

interface WaitingPage {
  /** `ABCD-2345`. */
  readonly code: string;
  /** The number on its screen. */
  readonly number: number;
}

export type Spelling = ReturnType<typeof createSpelling>;

/**
 * Between what is said and how a transcript spells it: links, codes and numbers are chance. Whatever has not the shape
 * that it should have stays as it is, so that it differs from the transcript.
 * @param publicUrl the origin of links
 */
export function createSpelling({ publicUrl }: { readonly publicUrl: string }) {
  let page: WaitingPage | null = null;
  /** From the transcript's numbers to those that the bot offered. */
  let offered: ReadonlyMap<number, number> | null = null;
  let code: string | null = null;

  function spellChoices(text: string): string {
    const [found, ...shown] = /(\d\d), (\d\d) ou (\d\d)/.exec(text) ?? [];
    if (found === undefined || page === null) return text;
    const { number } = page;
    const numbers = shown.map(Number);
    const [first, second, ...more] = numbers.filter((other) => other !== number);
    // One of three different two-digit numbers has to be the one on the screen.
    if (first === undefined || second === undefined || more.length > 0) return text;
    if (first === second || Math.min(...numbers) < 10) return text;
    const sorted = [Math.min(first, second), Math.max(first, second)] as const;
    const { others } = REQUEST;
    offered = new Map([
      [REQUEST.onScreen, number],
      [others[0], sorted[0]],
      [others[1], sorted[1]],
    ]);
    return text.replace(found, '12, 47 ou 83');
  }

  /** A number that no screen shows is none of the three here, either. */
  function realNumber(spelled: string): string {
    if (offered === null) return spelled;
    const known = offered.get(Number(spelled));
    if (known !== undefined) return String(known);
    const taken = [...offered.values()];
    let free = Number(spelled);
    while (taken.includes(free)) free += 1;
    return String(free);
  }

  function realCode(spelled: string, between: string): string {
    if (page === null) return spelled;
    const real = page.code.replace('-', between);
    return spelled === spelled.toLowerCase() ? real.toLowerCase() : real;
  }

  return {
    /** A page waits; transcripts call it K7QM-2XWD and its number 47. */
    waits: (waiting: WaitingPage) => void (page = waiting),
    /** What the bot said. */
    heard(text: string): Heard {
      if (/^\d{6}$/.test(text)) {
        code = text;
        return { spelled: CODE, code: text };
      }
      const [, path, token] = LINK.exec(text) ?? [];
      const spelled = spellChoices(text).replaceAll(publicUrl, ORIGIN);
      if (token === undefined) return { spelled };
      const link = `${ORIGIN}${path ?? ''}`;
      const shown = spelled.replace(`${link}${token}`, `${link}${TOKEN}`);
      return { spelled: shown, token, path: path as LinkPath };
    },
    /** What a person of the transcript writes, with the codes and numbers that are true here. */
    said(spelled: string): string {
      const own = spelled
        .replace(REQUEST.code, (found: string, between: string) => realCode(found, between))
        .replace(/^\d\d$|(?<=é o )\d\d$/g, realNumber);
      return code === null ? own : own.replaceAll(CODE, code);
    },
  };
}
