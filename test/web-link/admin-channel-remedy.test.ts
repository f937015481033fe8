import { describe, expect, test } from 'vitest';
import type { ChannelCause, ChannelStatus } from '#src/app/ports/channel.js';
import { channelRemedy } from '#web-link/admin/whatsapp/channel-remedy.js';

const STATES: Record<ChannelStatus['state'], true> = {
  stopped: true,
  connecting: true,
  pairing: true,
  open: true,
  waiting: true,
  replaced: true,
  logged_out: true,
  passkey: true,
  banned: true,
  outdated: true,
};
const CAUSES: Record<ChannelCause, true> = {
  first_pairing: true,
  restart_required: true,
  connection_lost: true,
  service_unavailable: true,
  qr_expired: true,
  passkey_demanded: true,
  pairing_failed: true,
  code_refused: true,
  another_connection: true,
  unlinked: true,
  account_banned: true,
  client_outdated: true,
  bad_session: true,
  multi_device_mismatch: true,
  not_owner: true,
  asked_to_stop: true,
};
const states = Object.keys(STATES) as ChannelStatus['state'][];
const causes = [null, ...(Object.keys(CAUSES) as ChannelCause[])];
const everything = (['pt-BR', 'en'] as const).flatMap((locale) =>
  states.flatMap((state) => causes.map((cause) => ({ locale, state, cause }))),
);

describe('the words for the state of the bot', () => {
  test.each(everything)('say what $state with $cause means, in $locale', (one) => {
    const words = channelRemedy(one, one.locale);
    expect(words.title).not.toBe('');
    expect(words.remedy).toMatch(/\.$/);
    if (one.cause === null || one.state === 'open') expect(words.explanation).toBeNull();
    else expect(words.explanation).toMatch(/\.$/);
  });

  test('never tell both languages the same', () => {
    for (const state of states) {
      const [one, other] = (['pt-BR', 'en'] as const).map((locale) =>
        channelRemedy({ state, cause: null }, locale),
      );
      expect(one?.remedy).not.toBe(other?.remedy);
    }
  });

  test.each([
    ['replaced', 'another_connection', /440/, /Feche o outro programa/],
    ['logged_out', 'unlinked', /401/, /Conectar/],
    ['passkey', 'passkey_demanded', /exige uma chave de acesso/, /web\.whatsapp\.com/],
    ['banned', 'account_banned', /403/, /análise/],
    ['outdated', 'client_outdated', /405/, /Atualize/],
    ['waiting', 'service_unavailable', /servidores do WhatsApp/, /tenta de novo sozinho/],
    ['stopped', 'asked_to_stop', /pedida/, /ligar de novo/],
  ] as const)('explain %s by %s and say what to do', (state, cause, why, what) => {
    const words = channelRemedy({ state, cause }, 'pt-BR');
    expect(words.explanation).toMatch(why);
    expect(words.remedy).toMatch(what);
  });

  test('call only the open state good', () => {
    const good = states.filter(
      (state) => channelRemedy({ state, cause: null }, 'en').tone === 'good',
    );
    expect(good).toEqual(['open']);
  });
});
