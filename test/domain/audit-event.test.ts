import { expect, it } from 'vitest';
import { canonicalAuditEvent, parseReason } from '#src/domain/audit-event.js';

it('writes an event down in one way', () => {
  const event = {
    ...{ seq: 12n, at: new Date('2026-11-23T12:00:00.001Z'), actor: 'admin' },
    ...{ action: 'claim_upheld', accountId: null, detailHash: 'ab' },
  };
  expect(canonicalAuditEvent(event)).toBe(
    '["12","2026-11-23T12:00:00.001Z","admin","claim_upheld",null,"ab"]',
  );
});

it.each([
  ['a CPF', 'Veio com o RG do CPF 529.982.247-25 na mão', 'Veio com o RG do CPF ••• na mão'],
  ['a bare CPF', 'CPF 52998224725 confere', 'CPF ••• confere'],
  ['a telephone', 'Ligou de +55 (11) 98765-4321', 'Ligou de +•••'],
  ['two lines', 'mostrou o documento\r\nna loja', 'mostrou o documento na loja'],
  ['a short number', 'Chamado 123456 da loja 12', 'Chamado 123456 da loja 12'],
])('takes %s out of a reason', (_what, typed, kept) => {
  expect(parseReason(typed)).toEqual({ ok: true, value: kept });
});

it.each([
  ['nothing', '   ', 'reason_missing'],
  ['hardly anything', 'ok', 'reason_missing'],
  ['a novel', 'a'.repeat(301), 'reason_too_long'],
])('takes %s for no reason', (_what, typed, code) => {
  expect(parseReason(typed)).toEqual({ ok: false, error: { code } });
});

it.each([
  ['in full-width digits', '５２９.９８２.２４７-２５'],
  ['with dots in between', '5.2.9.9.8.2.2.4.7.2.5'],
  ['with middle dots and bullets', '529·982•247‧25'],
  ['with zero-width characters', '529\u200b982\u200d247\u2060\ufeff25'],
  ['with soft hyphens and bidi marks', '5\u00ad29\u200e982\u202e247\u00ad25'],
  ['in keycap emoji', '52998224725'.replace(/\d/g, '$&\ufe0f\u20e3')],
  ['in circled digits', '⑤②⑨⑨⑧②②④⑦②⑤'],
  ['in black circled digits', '❺❷❾❾❽❷❷❹❼❷❺'],
  ['in Arabic digits', '٥٢٩٩٨٢٢٤٧٢٥'],
  ['in mathematical digits', '𝟓𝟐𝟗𝟗𝟖𝟐𝟐𝟒𝟕𝟐𝟓'],
  ['with underscores and stars', '529_982*247__25'],
  ['with spaces and commas', '5, 2, 9, 9, 8, 2, 2, 4, 7, 2, 5'],
  ['with combining marks', '5\u03362\u03369\u0336982\u033624\u0336725'],
  ['with em spaces and tabs', '529\u2003\u2003982\t247\u200325'],
])('case A15: a CPF %s does not pass the filter of reasons', (_how, written) => {
  expect(parseReason(`Cliente da loja, CPF ${written} confere`)).toEqual({
    ok: true,
    value: 'Cliente da loja, CPF ••• confere',
  });
});

it('case A15: keeps accents, and refuses a field too long to be normalised before it is', () => {
  expect(parseReason('Não é o dono, decisão da gerência')).toMatchObject({
    value: 'Não é o dono, decisão da gerência',
  });
  expect(parseReason(`a${'\u0301'.repeat(16_000)}`)).toMatchObject({
    error: { code: 'reason_too_long' },
  });
});
