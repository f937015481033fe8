import { expect, it } from 'vitest';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { LOG_FIELDS, type EventLog, type LogFields } from '#src/app/ports/event-log.js';

/** A log and the lines that it wrote, read again. */
function taped(): { readonly log: EventLog; readonly lines: () => Record<string, unknown>[] } {
  const written: string[] = [];
  const log = createEventLog({
    level: 'info',
    destination: { write: (line) => void written.push(line) },
  });
  return { log, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

it.each(LOG_FIELDS)('case D6: what may be logged is written: %s', (name) => {
  const { log, lines } = taped();
  const word: LogFields = { [name]: 'word' };
  const number: LogFields = { [name]: 17 };
  log.info('a.number', number);
  log.warn('a.word', word);
  log.error('an.error', { ...word, error: new Error('why') });
  expect(lines()).toMatchObject([
    { event: 'a.number', [name]: 17 },
    { event: 'a.word', [name]: 'word' },
    { event: 'an.error', [name]: 'word', error: { name: 'Error', message: 'why' } },
  ]);
});

it('case D6: the name of a key is written whole', () => {
  const { log, lines } = taped();
  const kid = 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs';
  log.info('keys.rotated', { kid });
  expect(lines()).toMatchObject([{ kid }]);
});

it('case D6: no field takes the place of the event’s name, and none that is not listed compiles', () => {
  const { log, lines } = taped();
  const spread = { event: 'forged', level: 'fatal', time: 'never', taxId: '529.982.247-25' };
  // @ts-expect-error -- `event` is no field, although a spread hides it from the check of literals
  log.info('redis.event_stale', { ...spread });
  // @ts-expect-error -- a CPF is no field
  log.warn('redis.event_stale', { taxId: '529.982.247-25' });
  // @ts-expect-error -- an object is no value: nothing would scrub what is in it
  log.info('redis.event_stale', { parts: { phone: 'x' } });
  // @ts-expect-error -- neither here
  log.error('redis.event_stale', { error: new Error('why'), event: 'forged' });
  for (const line of lines()) {
    expect(line).toMatchObject({ event: 'redis.event_stale' });
    expect(line).not.toHaveProperty('taxId');
    expect(['info', 'warn', 'error']).toContain(line['level']);
  }
  expect(JSON.stringify(lines())).not.toMatch(/forged|never|529/);
});
