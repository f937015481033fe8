import type { WaysInCount } from '#src/app/account/count-ways-in.js';

/** What an admin sees of how an account can be entered. */
export function waysIn(has: Record<'numbers' | 'password' | 'google' | 'kept', number>) {
  return [
    { what: 'whatsapp', count: has.numbers, opens: true },
    { what: 'password', count: has.password, opens: true },
    { what: 'google', count: has.google, opens: true },
    { what: 'google_kept', count: has.kept, opens: false },
  ] satisfies WaysInCount;
}
