import type { SignInMethod } from '../method.js';
import { whatsappNumber } from '../whatsapp-number.js';

/** A page shows a code and a number; the chat that sends the code chooses the number (RFC 10027). */
export const approvalMethod = {
  name: 'request',
  credential: whatsappNumber,
  // A page of its own begins it, for a browser in which nobody is signed in.
  stepUp: null,
} as const satisfies SignInMethod;
