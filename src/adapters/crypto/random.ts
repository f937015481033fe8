import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Random } from '#src/app/ports/random.js';

const CODES = 1_000_000;
const CODE_DIGITS = 6;
const TOKEN_BYTES = 32;
const MESSAGE_ID_BYTES = 9;

/** Node's cryptographic generator; `randomInt` rejects the surplus, so no code is likelier than another. */
export const systemRandom: Random = {
  code: () => randomInt(CODES).toString().padStart(CODE_DIGITS, '0'),
  below: (limit) => randomInt(limit),
  token: () => randomBytes(TOKEN_BYTES).toString('base64url'),
  id: () => randomUUID(),
  messageId: () => `3EB0${randomBytes(MESSAGE_ID_BYTES).toString('hex').toUpperCase()}`,
};
