import type { Locale } from '#src/domain/locale.js';
import type { DemoPerson } from '../people.js';
import type { Tour } from '../tour/tour.js';

/** What the start page shows and may do. */
export interface Scene {
  readonly locale: Locale;
  readonly tour: Tour;
  /** Origin of the product. */
  readonly siteUrl: string;
  /** Origin of the phones. */
  readonly phonesUrl: string;
  /** Where the admin begins: the one-time address, or the login. */
  readonly adminUrl: string;
  /** Origins of what is in frames. */
  readonly frames: readonly string[];
  readonly dataDir: string;
  /** The next person without an account; null: everybody has one. */
  readonly nextPerson: () => Promise<DemoPerson | null>;
  /** A stranger uses the newest link of the person. @returns whether they are in */
  readonly stranger: () => Promise<boolean>;
}
