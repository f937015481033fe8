import type { TxTables } from '#src/app/ports/tables/store.js';
import { CALLS_OF_CHATS } from './calls-of-chats.js';
import { CALLS_OF_PEOPLE } from './calls-of-people.js';
import { CALLS_OF_SIGN_IN } from './calls-of-sign-in.js';
import type { CallsOf } from './world.js';

/** Every method of the store. A new one does not compile before it is called here. */
export const CALLS: CallsOf<keyof TxTables> = {
  ...CALLS_OF_PEOPLE,
  ...CALLS_OF_CHATS,
  ...CALLS_OF_SIGN_IN,
};
