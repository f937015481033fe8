import { describe, expect, it } from 'vitest';
import type { InboundContent } from '#src/app/ports/channel.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { createRules } from './fuzz/rules.js';

const { chat: SAYS } = COPY['pt-BR'];
const NOW = new Date('2026-11-23T12:00:00Z');

function watched() {
  const faults: string[] = [];
  const rules = createRules(faults);
  const say = (text: string, ...answers: readonly string[]): void => {
    const heard: readonly InboundContent[] = [{ kind: 'text', text, forwarded: false }];
    rules.watch({ who: 0, heard, answers, now: NOW });
  };
  return { faults, say };
}

describe('what the fuzz test watches', () => {
  it('sees a block that was not asked for', () => {
    const { faults, say } = watched();
    say('não quero\nbloquear', SAYS.blocked());
    expect(faults).toEqual(['chat 0: unasked block after não quero\nbloquear']);
  });

  it('sees a deletion without its question, and none after it', () => {
    const { faults, say } = watched();
    const scheduled = 'Sua conta será apagada em 30/11/2026.';
    say('apagar', 'Em 7 dias apago sua conta.\nQuer apagar?');
    say('sim', scheduled);
    expect(faults).toEqual([]);
    say('apagar', scheduled);
    expect(faults).toHaveLength(1);
  });

  it('sees a second silence, and none that was said', () => {
    const { faults, say } = watched();
    say('azul', SAYS.fallSilent());
    say('azul');
    say('azul');
    expect(faults).toEqual([]);
    say('entrar');
    say('entrar');
    expect(faults).toEqual(['chat 0 was left in silence: entrar']);
  });

  it('sees a silence that was not said after many turns, too', () => {
    const { faults, say } = watched();
    for (let turn = 0; turn < 15; turn += 1) say('oi', SAYS.hello());
    say('azul');
    say('azul');
    expect(faults).toEqual(['chat 0 was left in silence: azul']);
  });

  it('sees who asks for something in the silence after a dozen greetings, and no more greetings', () => {
    const { faults, say } = watched();
    say('oi', SAYS.waitInSilence());
    say('oi');
    say('oi');
    expect(faults).toEqual([]);
    say('entrar');
    say('entrar');
    expect(faults).toEqual(['chat 0 was left in silence: entrar']);
  });
});
