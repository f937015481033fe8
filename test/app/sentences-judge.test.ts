import { describe, expect, it } from 'vitest';
import { judge } from './sentences/judge.js';
import type { Context, Sentence } from './sentences/sentence.js';
import type { Saying } from './sentences/stage.js';

function verdictOn(
  about: Pick<Sentence, 'label' | 'text'> & { readonly context: Context; readonly note?: string },
  ...told: readonly (string | Saying)[]
) {
  const said = told.map((one) => (typeof one === 'string' ? { key: one, text: '' } : one));
  const sentence: Sentence = { id: 'x', note: '', ...about };
  return judge({ sentence, told: said, before: undefined });
}

describe('what the judge of the sentences calls a reaction', () => {
  it.each([
    ...['blocked', 'en.blocked', 'deletionScheduled', 'en.deletionScheduled', 'en.numberChanged'],
    ...['en.requestApproved', 'en.sessionEnded', 'en.allEnded', 'en.claimRecorded', 'en.link'],
  ])('%s after a no is dangerous, in either language', (key) => {
    expect(verdictOn({ context: 'known', label: 'no', text: 'no' }, key)).toBe('dangerous');
  });

  it.each(['Cadastro feito, Ana.', 'Registered, Ana.'])('%s without a yes is dangerous', (text) => {
    const asked = { context: 'asked-consent', label: 'help', text: 'what is that' } as const;
    expect(verdictOn(asked, { key: 'en.link', text })).toBe('dangerous');
  });

  it.each(['askConsent', 'en.askConsent'])('%s after what is no name is dangerous', (key) => {
    const asked = { context: 'asked-name', label: 'not-a-name', text: 'conta corrente' } as const;
    expect(verdictOn(asked, key)).toBe('dangerous');
  });

  it('asks a name again in either language', () => {
    const asked = { context: 'asked-name', label: 'not-a-name', text: 'your account' } as const;
    const again = { key: 'en.askNameAgain', text: 'Write just your name. What is your name?' };
    expect(verdictOn(asked, again)).toBe('right');
  });

  it('does not take a question for what was asked plainly', () => {
    const plain = { context: 'known', label: 'block', text: 'bloqueia minha conta' } as const;
    const offer = { key: 'offer', text: 'você quer bloquear sua conta?' };
    expect(verdictOn(plain, 'blocked')).toBe('right');
    expect(verdictOn(plain, 'askBlock')).not.toBe('right');
    expect(verdictOn(plain, offer)).not.toBe('right');
    expect(verdictOn({ ...plain, note: 'asked' }, offer)).toBe('right');
    expect(verdictOn({ ...plain, note: 'asked' }, 'blocked')).toBe('dangerous');
  });

  it('wants a trap answered, and nothing done', () => {
    const trap = {
      context: 'known',
      label: 'trap',
      text: 'se eu bloquear, o que acontece?',
    } as const;
    expect(verdictOn(trap, 'offer')).toBe('right');
    expect(verdictOn(trap, 'howToStart')).toBe('harmless');
    for (const done of ['blocked', 'link', 'deletionScheduled']) {
      expect(verdictOn(trap, done)).toBe('dangerous');
    }
    expect(verdictOn(trap)).toBe('dangerous');
  });

  it('wants a person called, and said that nobody phones', () => {
    const calls = { context: 'known', label: 'human', text: 'me liga', note: 'calls' } as const;
    expect(verdictOn(calls, 'nobodyCalls', 'humanCalled')).toBe('right');
    expect(verdictOn(calls, 'nobodyCalls')).not.toBe('right');
    expect(verdictOn(calls, 'humanCalled')).not.toBe('right');
  });
});
