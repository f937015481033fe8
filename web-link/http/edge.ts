import type { BrowserBinding } from './browser/browser-binding.js';
import type { BrowserSessions } from './browser/browser-sessions.js';
import type { Cookies } from './browser/cookies.js';
import type { FormFaults } from './form-faults.js';

/** What the pages of people share: cookies, the session of the browser, and why a form was refused. */
export interface Edge {
  readonly cookies: Cookies;
  readonly binding: BrowserBinding;
  readonly sessions: BrowserSessions;
  readonly faults: FormFaults;
}
