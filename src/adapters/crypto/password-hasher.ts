import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '#src/app/ports/crypto/password-hasher.js';
import { comparablePassword } from '#src/domain/password.js';
import { createSemaphore } from './semaphore.js';

/**
 * OWASP Password Storage Cheat Sheet: argon2id (the package's default) with 19 MiB, two passes, one lane; about 20 ms.
 */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** More at once would take the threads that files and name look-ups share, and 19 MiB each. */
const AT_ONCE = 2;
/** About a second and a half of work on two slow cores; later calls are refused at once. */
const MOST_WAITING = 60;
const RETRY_AFTER_S = 2;

/**
 * Password hashes in the PHC string format, computed beside the event loop: two at once, sixty more wait their turn,
 * and the next is refused.
 */
export function createPasswordHasher(): PasswordHasher {
  const withSlot = createSemaphore({
    atOnce: AT_ONCE,
    mostWaiting: MOST_WAITING,
    retryAfterS: RETRY_AFTER_S,
  });
  // What a password is compared with when an account has none: costs the same and never matches.
  let decoy: Promise<string> | null = null;
  return {
    hash: (password) => {
      const comparable = comparablePassword(password);
      if (comparable === null) throw new Error('a password that is too long was to be hashed');
      return withSlot(() => hash(comparable, OPTIONS));
    },
    verify: async (stored, password) => {
      decoy ??= withSlot(() => hash(randomBytes(32), OPTIONS));
      const compareWith = stored ?? (await decoy);
      // Composed and decomposed accents are the same password (NIST SP 800-63B-4 §3.1.1.2). What is too long to be a
      // password is hashed as the empty text: it costs the same and never matches, since no password is empty.
      const comparable = comparablePassword(password) ?? '';
      const matches = await withSlot(() => verify(compareWith, comparable));
      return matches && stored !== null;
    },
  };
}
