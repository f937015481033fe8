import { nothing, type SignInMethod } from '../method.js';
import { whatsappNumber } from '../whatsapp-number.js';

/** A page shows a code and a number; the chat that sends the code chooses the number (RFC 10027). */
export const approvalMethod = {
  name: 'request',
  credential: whatsappNumber,
  // A page of its own begins it, for a browser without a session.
  stepUp: null,
  purposes: { codes: {}, links: [] },
  revoke: async (tx, { accountId, now }) => {
    const requests = await tx.loginRequests.denyApproved(accountId, now);
    for (const requestId of requests) tx.emit({ type: 'login_request.changed', requestId });
    return requests.length;
  },
  // A page belongs to its browser. What the account approved is denied: every hand-over revokes, too.
  handOver: nothing,
  // Requests that one of the person's chats holds and no account has approved.
  erase: (tx, { chats }) => tx.loginRequests.erase(chats),
} as const satisfies SignInMethod;
