import { describe, expect, it } from 'vitest';

import { ERROR_CODES, errorStatus, errorTitle } from '#src/domain/error-code.js';

const kinds = Object.entries(ERROR_CODES);

describe('ERROR_CODES', () => {
  it('has codes in snake case, error statuses and titles that differ', () => {
    for (const [code, { status, title }] of kinds) {
      expect(code).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
    }
    expect(new Set(kinds.map(([, { title }]) => title)).size).toBe(kinds.length);
  });

  it('gives the status and the title of a code', () => {
    expect(errorStatus('too_many_requests')).toBe(429);
    expect(errorTitle('too_many_requests')).toBe('Too many requests');
  });
});
