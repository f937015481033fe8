import { describe, expect, it } from 'vitest';
import { parseMasterKeys } from '#src/adapters/crypto/master-key.js';
import { KEY_WORDS } from '#src/adapters/crypto/words/catalogue.js';
import { DataDirError } from '#src/adapters/postgres/embedded/data-dir-error.js';
import { DATABASE_WORDS } from '#src/adapters/postgres/words/catalogue.js';
import { CONFIG_WORDS } from '#src/config/words/catalogue.js';
import { LOCALES, type Locale } from '#src/domain/locale.js';
import { DEMO_WORDS } from '#src/dev/demo/words/catalogue.js';
import { checkEnvironment } from '#src/main/check-environment.js';
import { OperatorError } from '#src/main/operator-error.js';
import { reportFault } from '#src/main/report-fault.js';
import { TERMINAL_WORDS } from '#src/main/words/catalogue.js';
import { WORDS } from '#web-link/words/catalogue.js';
import { explainListenError } from '#web-link/http/cannot-listen.js';

const CATALOGUES = {
  keys: KEY_WORDS,
  database: DATABASE_WORDS,
  config: CONFIG_WORDS,
  terminal: TERMINAL_WORDS,
  listen: { 'pt-BR': WORDS['pt-BR'].listen, en: WORDS.en.listen },
  demo: { 'pt-BR': DEMO_WORDS['pt-BR'].terminal, en: DEMO_WORDS.en.terminal },
};

/** Every text of a catalogue by its place, with `‹n›` where a parameter stands. */
function textsOf(words: unknown, place = ''): [string, string][] {
  if (typeof words === 'string') return [[place, words]];
  if (typeof words === 'function') {
    const marks = Array.from({ length: words.length }, (_, at) => markOf(at));
    return [[place, String((words as (...given: unknown[]) => unknown)(...marks))]];
  }
  return Object.entries(words as object).flatMap(([key, value]) =>
    textsOf(value, `${place}/${key}`),
  );
}

/** Stands for a text, a number, a list of texts or an object of texts. */
function markOf(at: number): unknown {
  const written = (): string => `‹${at}›`;
  return new Proxy(
    {},
    {
      get: (_, name) =>
        [Symbol.toPrimitive, 'toString', 'join'].includes(name) ? written : written(),
    },
  );
}

describe.each(Object.entries(CATALOGUES))('the terminal’s words of %s', (_, catalogue) => {
  it('say each thing in each language, with the same parameters', () => {
    const [portuguese, english] = LOCALES.map((locale) => new Map(textsOf(catalogue[locale])));
    expect([...(portuguese?.keys() ?? [])]).toEqual([...(english?.keys() ?? [])]);
    for (const [place, text] of portuguese ?? []) {
      const other = english?.get(place) ?? '';
      expect(text, place).not.toBe(other);
      expect(marksIn(text), place).toEqual(marksIn(other));
    }
  });
});

function marksIn(text: string): string[] {
  return [...new Set(text.match(/‹\d›/g))].sort();
}

function faultIn(locale: Locale | undefined, variables: Readonly<Record<string, string>>): string {
  try {
    checkEnvironment({ ...variables, ...(locale && { LOCALE: locale }) });
  } catch (error) {
    return reportFault(error, locale ?? 'pt-BR').text;
  }
  return expect.fail('nothing is wrong with it');
}

describe('what an operator is told', () => {
  it('of a configuration is Portuguese unless LOCALE names another language', () => {
    const wrong = { PORT: 'x', MASTER_KEY: 'abc' };
    const portuguese =
      'A configuração tem 2 problemas:\n- PORT: tem de ser um número inteiro de 0 a 65535\n- MASTER_KEY';
    expect(faultIn(undefined, wrong)).toContain(portuguese);
    expect(faultIn('pt-BR', wrong)).toContain(portuguese);
    expect(faultIn('en', wrong)).toContain(
      'The configuration has 2 fault(s):\n- PORT: must be a whole number from 0 to 65535\n- MASTER_KEY',
    );
  });

  it('is Portuguese, too, where LOCALE names no language, and lists the two', () => {
    expect(faultIn(undefined, { LOCALE: 'fr' })).toBe(
      'A configuração tem 1 problema:\n- LOCALE: tem de ser pt-BR ou en',
    );
  });

  it('is English as an env file with quotes and Windows line ends has it', () => {
    expect(faultIn(undefined, { LOCALE: '"en"\r', ROLE: 'boss' })).toContain(
      'ROLE: must be all, web or bot',
    );
  });

  it.each([
    ['pt-BR', /^A pasta de dados \/d está em uso pelo processo 7\./],
    ['en', /^The data folder \/d is in use by process 7\./],
  ] as const)('of the data folder is in %s', (locale, words) => {
    const error = new DataDirError('in_use', ({ inUse }) => inUse('/d', '7'));
    expect(reportFault(error, locale)).toMatchObject({ exitCode: 78 });
    expect(reportFault(error, locale).text).toMatch(words);
  });

  it.each([
    ['pt-BR', /^A porta 80 precisa de um privilégio/],
    ['en', /^port 80 needs a privilege/],
  ] as const)('of the port is in %s', (locale, words) => {
    const cause = Object.assign(new Error('listen'), { code: 'EACCES' });
    const error = explainListenError(cause, { port: 80, host: '0.0.0.0' });
    expect(reportFault(error, locale).text).toMatch(words);
  });

  it.each([
    ['pt-BR', /^Não é possível alcançar o banco de dados \(ECONNREFUSED\)/],
    ['en', /^The database cannot be reached \(ECONNREFUSED\)/],
  ] as const)('of the database server is in %s', (locale, words) => {
    const error = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(reportFault(error, locale)).toMatchObject({ exitCode: 69 });
    expect(reportFault(error, locale).text).toMatch(words);
  });

  it.each([
    ['pt-BR', /^O zap-login terminou por um erro dele mesmo:\n/],
    ['en', /^zap-login ended by an error of its own:\n/],
  ] as const)('of an error of its own is in %s', (locale, words) => {
    expect(reportFault(new Error('broken'), locale)).toMatchObject({ exitCode: 70 });
    expect(reportFault(new Error('broken'), locale).text).toMatch(words);
  });

  it('is in the log in English whatever the terminal speaks', () => {
    expect(new OperatorError(({ keys }) => keys.other).message).toMatch(/^This database was/);
  });

  it('of a master key names where the key stands', () => {
    const parsed = parseMasterKeys('not base64!', '/d/master.key');
    expect(parsed).toMatchObject({
      error: { told: { 'pt-BR': expect.stringMatching(/^\/d\/master\.key não está/) as string } },
    });
  });
});
