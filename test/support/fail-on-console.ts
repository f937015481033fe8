import { afterEach, expect, vi } from 'vitest';

/**
 * The product speaks through its log only; anything on the console is a mistake, or a library that
 * prints what it should not. Kept as text and judged after each test.
 */
const printed: string[] = [];
for (const method of ['log', 'info', 'warn', 'error'] as const) {
  vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
    printed.push(`console.${method}: ${parts.map(String).join(' ').slice(0, 200)}`);
  });
}

afterEach(() => {
  const lines = printed.splice(0);
  expect(lines, 'nothing is printed to the console').toEqual([]);
});
