import type { Brand } from './brand/brand.js';
import type { Locale } from '#src/domain/locale.js';

/** What an operator chose about the HTTP edge. Each folder declares which of it it uses, in its `deps.ts`. */
export interface WebSettings {
  /** Origin under which people reach the product, no trailing slash. */
  readonly publicUrl: string;
  /** Further origins that may call the JSON API with credentials. */
  readonly corsOrigins: readonly string[];
  /** Reverse proxies in front of this process, as hops or as the networks they are in. */
  readonly trustProxy: number | readonly string[];
  /** Where people go after sign-in when nothing else was asked for; null: our own /dashboard. */
  readonly dashboardUrl: string | null;
  /** People can sign in with Google here. */
  readonly google: boolean;
  /** Where Google's own pages are; null without it. */
  readonly googleOrigin: string | null;
  /** Where chats are opened from a page or a QR: `https://wa.me`, or a simulated phone. No trailing slash. */
  readonly chatOrigin: string;
  /** The only origin whose pages may show ours in a frame; null: none may. Only the demo has one (docs/decisions/0021). */
  readonly framedBy: string | null;
  readonly locale: Locale;
  /** IANA name of the zone that times are told in. */
  readonly timeZone: string;
  /** Whose login this is. */
  readonly brand: Brand;
  /** Whom to tell about a fault in security (RFC 9116), and until when that holds; null: not said here. */
  readonly security: { readonly contact: string; readonly expires: () => Date } | null;
  /** Folder of the style sheets and scripts that are served under /public. */
  readonly publicFolder: string;
}
