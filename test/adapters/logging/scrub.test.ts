import { expect, it } from 'vitest';
import { scrub } from '#src/adapters/logging/scrub.js';

it.each([
  ['plain', '52998224725'],
  ['in full-width digits', '５２９９８２２４７２５'],
  ['with zero-width characters', '529\u200b982\u200b247\u200b25'],
  ['with middle dots', '529·982·247·25'],
  ['in keycap emoji', '52998224725'.replace(/\d/g, '$&\ufe0f\u20e3')],
  ['in Arabic digits', '٥٢٩٩٨٢٢٤٧٢٥'],
])('case A15: a CPF %s does not pass into a log', (_how, written) => {
  expect(scrub(`value ${written} is too long`)).toBe('value […] is too long');
});

it('case A15: what names nobody stays readable', () => {
  expect(scrub('relation "a_table" does not exist, line 42')).toBe(
    'relation "a_table" does not exist, line 42',
  );
});
