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
