import { describe, expect, test } from 'vitest';

import { NEW_CHAT } from '#bot-flows/chart/chart-context.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { createDialogue } from '#bot-flows/dialogue.js';
import { restore, store } from '#bot-flows/chart/snapshot.js';
import { SAO_PAULO } from '../support/time-zone.js';

/** As it is stored: the count of misread answers has the name that it had before. */
const { misreadCount: stumbles, ...kept } = NEW_CHAT;
const context = { ...kept, stumbles };

describe('a stored conversation', () => {
  test('is taken up again', () => {
    const held = { ...context, taxId: '52998224725' };
    const state = { value: { taxId: 'confirming' }, context: held };
    expect(restore({ version: 3, state })?.state.value).toEqual({ taxId: 'confirming' });
  });

  test('is taken up again under the stored name of its intent', () => {
    const waiting = { ...context, intent: 'linkGoogle' };
    const state = { value: { taxId: 'asking' }, context: waiting };
    const restored = restore({ version: 3, state });
    expect(restored?.state.context.intent).toBe('google');
    if (restored === null) throw new Error('it was not taken up again');
    expect(store(restored.state, restored.manner)).toMatchObject({
      state: { context: { intent: 'linkGoogle' } },
    });
    const unknown = { ...context, intent: 'google' };
    expect(restore({ version: 3, state: { ...state, context: unknown } })).toBeNull();
  });

  test.each([
    ['of another version', { version: 1, state: { value: 'menu', context } }],
    ['that is nothing', { version: 3, state: null }],
    ['without a context', { version: 3, state: { value: 'menu' } }],
    ['in a state that is gone', { version: 3, state: { value: 'lobby', context } }],
    ['in a state of the prototype', { version: 3, state: { value: 'constructor', context } }],
    ['in half a state', { version: 3, state: { value: 'taxId', context } }],
    [
      'in two states',
      { version: 3, state: { value: { taxId: 'asking', resting: 'idle' }, context } },
    ],
    ['in a state too deep', { version: 3, state: { value: { menu: 'asking' }, context } }],
    ['in no state', { version: 3, state: { value: {}, context } }],
    ['that lost its CPF', { version: 3, state: { value: { taxId: 'confirming' }, context } }],
    [
      'that lost its name',
      {
        version: 3,
        state: {
          value: { registration: 'consent' },
          context: { ...context, taxId: '52998224725' },
        },
      },
    ],
    [
      'that lost the numbers to choose from',
      { version: 3, state: { value: { request: 'shown' }, context } },
    ],
    [
      'with a wrong CPF',
      { version: 3, state: { value: 'menu', context: { ...context, taxId: '1' } } },
    ],
    [
      'with a wrong name',
      { version: 3, state: { value: 'menu', context: { ...context, name: '1' } } },
    ],
    ['with more in it', { version: 3, state: { value: 'menu', context: { ...context, more: 1 } } }],
  ])('%s starts over, says so, and answers the message', (_, snapshot) => {
    expect(restore(snapshot)).toBeNull();
    const dialogue = createDialogue({
      copy: COPY['pt-BR'],
      timeZone: SAO_PAULO,
      privacyUrl: 'https://exemplo.com.br/p',
    });
    const event = {
      type: 'message',
      text: 'oi',
      forwarded: false,
      silenceMs: 1,
      late: false,
    } as const;
    expect(dialogue.step(snapshot, event).effects).toEqual([
      { type: 'say', text: COPY['pt-BR'].chat.restarted() },
      { type: 'identify' },
    ]);
  });

  test('found in the middle of a turn starts over as well', () => {
    const dialogue = createDialogue({
      copy: COPY['pt-BR'],
      timeZone: SAO_PAULO,
      privacyUrl: 'https://exemplo.com.br/p',
    });
    const snapshot = { version: 3, state: { value: 'identifying', context } };
    const { effects } = dialogue.step(snapshot, { type: 'media', media: 'audio' });
    expect(effects[0]).toEqual({ type: 'say', text: COPY['pt-BR'].chat.restarted() });
  });
});
