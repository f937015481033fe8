import type { Locale } from '#src/domain/locale.js';
import type { Cast } from '../tour/steps.js';
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
  /** Who plays the tour next; null: every newcomer has an account. */
  readonly nextCast: () => Promise<Cast | null>;
  /** A stranger uses the newest link of the owner. @returns whether they are in */
  readonly stranger: () => Promise<boolean>;
}
