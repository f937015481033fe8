import { describe, expect, it } from 'vitest';

import { readDisconnect } from '#src/adapters/whatsapp/socket/read-disconnect.js';
import {
  decideReconnect,
  type ReconnectContext,
  type ReconnectDecision,
} from '#src/adapters/whatsapp/socket/reconnect-policy.js';

const PAIRED: ReconnectContext = {
  paired: true,
  linkFailure: null,
  attempts: 0,
  qrShown: false,
  qrRounds: 0,
  mayPairUnwatched: 3,
  random: 0,
};
const UNPAIRED = { ...PAIRED, paired: false };

type Row = [
  what: string,
  code: number | null,
  context: ReconnectContext,
  state: ReconnectDecision['state'],
  cause: ReconnectDecision['cause'],
  action: ReconnectDecision['action'],
];

const BY_WHATSAPP: Row[] = [
  ['restart after pairing', 515, PAIRED, 'connecting', 'restart_required', 'reconnect_now'],
  [
    'restart without end',
    515,
    { ...PAIRED, attempts: 3 },
    'connecting',
    'restart_required',
    'reconnect_after',
  ],
  ['closed', 428, PAIRED, 'connecting', 'connection_lost', 'reconnect_after'],
  ['lost', 408, PAIRED, 'connecting', 'connection_lost', 'reconnect_after'],
  ['unavailable', 503, PAIRED, 'connecting', 'service_unavailable', 'reconnect_after'],
  ['replaced', 440, PAIRED, 'replaced', 'another_connection', 'give_up'],
  ['unlinked', 401, PAIRED, 'logged_out', 'unlinked', 'wipe_and_pair'],
  ['logged out for no named reason', 406, PAIRED, 'logged_out', 'unlinked', 'give_up'],
  ['banned for a time', 402, PAIRED, 'banned', 'account_banned', 'give_up'],
  ['banned', 403, PAIRED, 'banned', 'account_banned', 'give_up'],
  ['too old', 405, PAIRED, 'outdated', 'client_outdated', 'give_up'],
  ['not several devices', 411, PAIRED, 'connecting', 'multi_device_mismatch', 'reconnect_after'],
  ['bad session', 500, PAIRED, 'connecting', 'bad_session', 'reconnect_after'],
  ['anything new', 599, PAIRED, 'connecting', 'connection_lost', 'reconnect_after'],
  ['nothing said', null, PAIRED, 'connecting', 'connection_lost', 'reconnect_after'],
  ['too old, before pairing', 405, UNPAIRED, 'outdated', 'client_outdated', 'give_up'],
  ['refused, before pairing', 401, UNPAIRED, 'connecting', 'connection_lost', 'reconnect_after'],
];

const BY_TRANSPORT: Row[] = [
  ['a proxy’s 401', 401, PAIRED, 'connecting', 'connection_lost', 'reconnect_after'],
  ['a proxy’s 403', 403, PAIRED, 'connecting', 'connection_lost', 'reconnect_after'],
  ['a proxy’s 503', 503, PAIRED, 'connecting', 'service_unavailable', 'reconnect_after'],
  ['a drop', 428, PAIRED, 'connecting', 'connection_lost', 'reconnect_after'],
  [
    'the last QR',
    408,
    { ...UNPAIRED, qrShown: true, qrRounds: 1 },
    'pairing',
    'qr_expired',
    'reconnect_now',
  ],
  [
    'the last QR of the last round',
    408,
    { ...UNPAIRED, qrShown: true, qrRounds: 3 },
    'waiting',
    'qr_expired',
    'give_up',
  ],
  [
    'the end after a demand for a passkey',
    408,
    { ...UNPAIRED, linkFailure: 'passkey_demanded', qrShown: true },
    'passkey',
    'passkey_demanded',
    'give_up',
  ],
  [
    'an exception while linking',
    null,
    { ...UNPAIRED, linkFailure: 'pairing_failed', qrShown: true },
    'logged_out',
    'pairing_failed',
    'give_up',
  ],
  ['no QR in time', 408, UNPAIRED, 'connecting', 'connection_lost', 'reconnect_after'],
];

describe('what follows the end of a connection', () => {
  it.each(BY_WHATSAPP)('%s (%s, said by WhatsApp)', (_, code, context, state, cause, action) => {
    expect(decideReconnect({ code, fromWhatsApp: true }, context)).toMatchObject({
      state,
      cause,
      action,
    });
  });

  it.each(BY_TRANSPORT)('%s (%s, met on the way)', (_, code, context, state, cause, action) => {
    expect(decideReconnect({ code, fromWhatsApp: false }, context)).toMatchObject({
      state,
      cause,
      action,
    });
  });

  it('waits twice as long each time, up to a minute, with half of it by chance', () => {
    const delays = (random: number) =>
      [0, 1, 2, 6, 7, 500].map(
        (attempts) =>
          decideReconnect({ code: 428, fromWhatsApp: false }, { ...PAIRED, attempts, random })
            .delayMs,
      );
    expect(delays(0)).toEqual([250, 500, 1000, 16_000, 30_000, 30_000]);
    expect(delays(0.999_999)).toEqual([500, 1000, 2000, 32_000, 60_000, 60_000]);
  });

  it('keeps trying a bad session slowly, and never wipes it', () => {
    const late = decideReconnect({ code: 500, fromWhatsApp: true }, { ...PAIRED, attempts: 3 });
    expect(late).toMatchObject({ action: 'reconnect_after', delayMs: 600_000 });
  });
});

const boom = (statusCode: number, data?: unknown) =>
  Object.assign(new Error('x'), { output: { statusCode }, ...(data !== undefined && { data }) });

describe('the error that ends a connection', () => {
  it.each([
    ['a login that failed', boom(403, { reason: '403' }), 403, true],
    ['a stream error', boom(515, { tag: 'stream:error', attrs: { code: '515' } }), 515, true],
    ['a conflict', boom(440, { tag: 'conflict', attrs: { type: 'replaced' } }), 440, true],
    [
      'a removal without a code',
      boom(440, { tag: 'conflict', attrs: { type: 'device_removed' } }),
      401,
      true,
    ],
    ['a refused upgrade', boom(401, new Error('Unexpected server response: 401')), 401, false],
    ['a closed socket', boom(428), 428, false],
    ['an error of another kind', new Error('x'), null, false],
    ['no error', undefined, null, false],
  ])('tells %s', (_, error, code, fromWhatsApp) => {
    expect(readDisconnect(error)).toEqual({ code, fromWhatsApp });
  });
});
