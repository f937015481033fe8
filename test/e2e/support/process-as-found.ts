import { afterAll, expect } from 'vitest';
import { currentUmask } from '../../support/same-umask.js';

/** What the programs of a test inherit. */
function inherited() {
  return { umask: currentUmask(), folder: process.cwd(), env: { ...process.env } };
}

// Files of one worker share its process: what one left behind would decide how the programs of the next one run.
const before = inherited();
afterAll(() => {
  expect(inherited()).toEqual(before);
});
