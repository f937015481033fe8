import type { SignInMethod } from '../method.js';
import { whatsappNumber } from '../whatsapp-number.js';

/** Six digits from the chat, typed into the page that asked for them. */
export const codeMethod = {
  name: 'code',
  credential: whatsappNumber,
  stepUp: 'typed',
} as const satisfies SignInMethod;
