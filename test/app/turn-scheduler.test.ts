import { beforeEach, expect, it } from 'vitest';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createTimers } from '#src/adapters/timing/timers.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import { createTurnScheduler } from '#src/app/chat/scheduling/turn-scheduler.js';
import type { Jid } from '#src/domain/jid.js';
import { contract, newChat, newText, NOON } from '../contract/parts.js';
import { until } from '../support/until.js';
import { accessCopy } from './stage.js';

const GUILTY = 'quebra';

contract('the turns of a chat', (parts) => {
  let chat: Jid;
  let turns: string[][];
  let outages: number;
  let emptyLooks: number;
  let events: string[];

  beforeEach(() => {
    chat = newChat();
    [turns, events, outages, emptyLooks] = [[], [], 0, 0];
  });

  /** Real inbox, and a turn that reads texts and breaks at one of them. */
  function scheduler() {
    const { store } = parts();
    const note = (event: string) => void events.push(event);
    const log: EventLog = { info: note, warn: note, error: note };
    return createTurnScheduler({
      ...{ store, log, clock: { now: () => NOON }, random: systemRandom, quietMs: 0 },
      ...{ timers: createTimers(log), copy: accessCopy },
      takeTurn: (of, atMost) =>
        store.transaction(async ({ inbox }) => {
          if (outages > 0) {
            outages -= 1;
            throw Object.assign(new Error('no connection'), { code: 'P2024' });
          }
          const waiting = await inbox.waiting(of, atMost ?? 20);
          const texts = waiting.map(({ content }) => (content.kind === 'text' ? content.text : ''));
          if (texts.includes(GUILTY)) throw new TypeError('a bug');
          const seqs = waiting.map(({ seq }) => seq);
          await inbox.markTurned(of, seqs, NOON);
          if (texts.length > 0) turns.push(texts);
          else emptyLooks += 1;
          return texts.length;
        }),
    });
  }

  async function hear(...texts: string[]): Promise<void> {
    for (const text of texts) await parts().store.inbox.accept(newText(chat, text), NOON);
  }

  function setAside(): number {
    return events.filter((event) => event === 'chat.message_set_aside').length;
  }

  it('case C1: only the message that fails is set aside; what comes before and behind is carried out', async () => {
    await hear('oi', 'tudo bem', GUILTY, 'BLOQUEAR');
    const turn = scheduler();
    turn.wake(chat);
    await until('the last message', () => turns.flat().includes('BLOQUEAR'));
    await turn.stop();
    expect(turns).toEqual([['oi'], ['tudo bem'], ['BLOQUEAR']]);
    expect(setAside()).toBe(1);
    expect(await parts().store.inbox.waiting(chat, 10)).toEqual([]);
  });

  it('case C1: a database that stumbles counts against no message, however often', async () => {
    await hear('oi', 'BLOQUEAR');
    outages = 6;
    const turn = scheduler();
    turn.wake(chat);
    // Each comes at the earliest moment instead of after a pause that grows.
    await until('both', async () => {
      await turn.recover();
      return turns.length > 0;
    });
    await turn.stop();
    expect(turns).toEqual([['oi', 'BLOQUEAR']]);
    expect(setAside()).toBe(0);
  });

  it('case C1: afterwards a burst is read as one again', async () => {
    await hear(GUILTY);
    const turn = scheduler();
    turn.wake(chat);
    await until('the guilty one to be set aside', () => setAside() === 1);
    await until('a look that finds nothing', () => emptyLooks > 0);
    const burst = [newText(chat, 'um'), newText(chat, 'dois')];
    await parts().store.inbox.acceptAll(burst, NOON);
    turn.wake(chat);
    await until('the burst', () => turns.flat().length === 2);
    await turn.stop();
    expect(turns).toEqual([['um', 'dois']]);
  });
});
