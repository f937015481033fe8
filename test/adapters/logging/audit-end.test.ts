import { expect, it } from 'vitest';
import { createEventLog } from '#src/adapters/logging/event-log.js';

it('case A14: the end of the audit log reaches the program’s log whole, and nothing else does in its place', () => {
  const lines: string[] = [];
  const log = createEventLog({ level: 'info', destination: { write: (line) => lines.push(line) } });
  const end = `12:${'0a'.repeat(32)}`;
  log.info('audit.appended', { auditEnd: end });
  log.info('audit.appended', { auditEnd: '12:52998224725' });
  expect(lines[0]).toContain(`"auditEnd":"${end}"`);
  expect(lines[1]).not.toContain('52998224725');
});
