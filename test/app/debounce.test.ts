import { expect, it } from 'vitest';
import { createDebounce } from '#src/app/chat/scheduling/debounce.js';

/** Timers that run when the test says how much time has passed. */
function createManualTimers() {
  const waiting = new Set<{ readonly at: number; readonly work: () => void }>();
  let now = 0;
  return {
    timers: {
      after(ms: number, work: () => void) {
        const timer = { at: now + ms, work };
        waiting.add(timer);
        return () => void waiting.delete(timer);
      },
      every: () => () => undefined,
    },
    pass: (ms: number) => {
      now += ms;
      for (const timer of [...waiting].sort((left, right) => left.at - right.at)) {
        if (timer.at > now || !waiting.delete(timer)) continue;
        timer.work();
      }
    },
    left: () => waiting.size,
  };
}

function start(quietMs = 350) {
  const clock = createManualTimers();
  const worked: string[] = [];
  const debounce = createDebounce<string>({
    ...{ timers: clock.timers, quietMs, work: (key) => worked.push(key) },
  });
  return { ...clock, debounce, worked };
}

it('works once after a burst, when it has been quiet', () => {
  const { debounce, pass, worked, left } = start();
  for (let message = 0; message < 4; message += 1) {
    debounce.call('a');
    pass(300);
  }
  expect(worked).toEqual([]);
  pass(50);
  expect(worked).toEqual(['a']);
  expect(left()).toBe(0);
});

it('waits at most a second and a half for somebody who types on', () => {
  const { debounce, pass, worked } = start();
  for (let ms = 0; ms < 1500; ms += 300) {
    debounce.call('a');
    pass(300);
  }
  expect(worked).toEqual(['a']);
});

it('keeps chats apart', () => {
  const { debounce, pass, worked } = start();
  debounce.call('a');
  pass(200);
  debounce.call('b');
  pass(150);
  expect(worked).toEqual(['a']);
  pass(200);
  expect(worked).toEqual(['a', 'b']);
});

it('does not wait with a quiet time of 0, and drops what waits when it stops', () => {
  const atOnce = start(0);
  atOnce.debounce.call('a');
  expect(atOnce.worked).toEqual(['a']);
  const { debounce, pass, worked, left } = start();
  debounce.call('a');
  debounce.stop();
  pass(5000);
  expect(worked).toEqual([]);
  expect(left()).toBe(0);
});
