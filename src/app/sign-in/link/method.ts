import type { SignInMethod } from '../method.js';
import { whatsappNumber } from '../whatsapp-number.js';

/** A link in the chat that signs in whoever opens it. */
export const linkMethod = {
  name: 'login_link',
  credential: whatsappNumber,
  // It may be opened in another browser than the one that asks for the proof.
  stepUp: null,
} as const satisfies SignInMethod;
