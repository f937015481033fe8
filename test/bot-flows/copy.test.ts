import { describe, expect, test } from 'vitest';

import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { findRequestCode } from '#bot-flows/reading/numbers/request-code.js';
import { findTaxId } from '#src/domain/find-tax-id.js';
import { SAO_PAULO } from '../support/time-zone.js';
import { accessTextsOf, AT, textsOf } from './longest-texts.js';

describe.each([
  ['pt-BR', COPY['pt-BR']],
  ['en', COPY.en],
])('in %s', (_, copy) => {
  const texts = [...textsOf(copy), ...accessTextsOf(copy)];

  test.each(texts)('%s is short, asks one thing at most and shows nothing secret', (key, text) => {
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text.split('?').length - 1).toBeLessThanOrEqual(1);
    expect(text).toBe(text.trim());
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    expect(text).not.toMatch(/\p{Extended_Pictographic}/u);
    // WhatsApp would take these for bold, italics, strike-through or code.
    if (!/^(?:link|dataExport)/.test(key)) expect(text).not.toMatch(/[*_~`]/);
    const found = findTaxId(text);
    expect(found.ok).toBe(false);
  });

  test('a link and a code never stand in one message', () => {
    for (const [key, text] of texts) {
      const hasCode = /(?<!\d)\d{3}[ -]?\d{3}(?!\d)/.test(text);
      expect(hasCode).toBe(key === 'code');
      if (hasCode) expect(text).not.toMatch(/https?:/);
    }
  });

  test('what comes right before a code says never to pass it on', () => {
    const warning =
      copy === COPY['pt-BR']
        ? 'Nunca repasse este código, nem para nós.'
        : 'Never pass this code on';
    for (const [key, text] of texts.filter(([key]) => /^(?:link |pageCode)/.test(key))) {
      expect(text, key).toContain(warning);
    }
  });

  test('a person reads their own name, as much of it as fits', () => {
    const said = texts.filter(([key]) => key === 'link registered').map(([, text]) => text);
    expect(said.join()).toContain('Wanderley Aparecido. ');
  });
});

test('both languages say the same things', () => {
  expect(Object.keys(COPY.en.chat).sort()).toEqual(Object.keys(COPY['pt-BR'].chat).sort());
});

test('the prefilled text of a page reads as its code, in either language', () => {
  for (const copy of [COPY['pt-BR'], COPY.en]) {
    const text = createAccessCopy({ copy, timeZone: SAO_PAULO }).requestText('ABCDEFGH');
    expect(text).toContain('ABCD-EFGH');
    expect(findRequestCode(text, { freeText: true })).toBe('ABCDEFGH');
  }
});

test('an alert says when in Brazil and on what, and how to stop it', () => {
  const signedIn = createAccessCopy({ copy: COPY['pt-BR'], timeZone: SAO_PAULO }).signedIn({
    browser: 'Chrome',
    system: 'Windows',
    at: AT,
  });
  expect(signedIn).toBe(
    'Você entrou às 14:32 no Chrome, Windows. Não foi você? Responda BLOQUEAR.',
  );
});
