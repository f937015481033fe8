/** Whose login this is, as every page shows it. */
export interface Brand {
  readonly name: string;
  /** Served at `/brand/logo`; null: the first letter of the name. */
  readonly logo: { readonly type: string; readonly bytes: Buffer } | null;
  /** Colours that people can read (WCAG 2.2 AA), `#rrggbb`; null: those of site.css. */
  readonly color: { readonly light: Accent; readonly dark: Accent } | null;
  readonly siteUrl: string | null;
  /** An address to write to, a page, or words such as "a loja". */
  readonly supportContact: string | null;
  readonly termsUrl: string | null;
  /** Their own privacy notice; null: ours, at `/privacidade`. */
  readonly privacyUrl: string | null;
  /** The registered name of who decides about the data (LGPD art. 5 VI, art. 9 III); null: `name`. */
  readonly dataController: string | null;
  /** Who is in charge of data protection there, and how to reach them (LGPD art. 41 §1). */
  readonly dpoContact: string | null;
}

interface Accent {
  readonly accent: string;
  /** Under the pointer. */
  readonly strong: string;
}

/** Where nothing is set, as at the first start on a developer's machine. */
export const NO_BRAND: Brand = {
  ...{ name: 'zap-login', logo: null, color: null, siteUrl: null, supportContact: null },
  ...{ termsUrl: null, privacyUrl: null, dataController: null, dpoContact: null },
};

/** Of our own notice; `privacyUrl` leads elsewhere. */
export const PRIVACY_PATH = '/privacidade';
export const LOGO_PATH = '/brand/logo';
export const COLORS_PATH = '/brand/colors.css';

/** An address that opens what a contact names; null for words without one. */
export function contactUrl(contact: string): string | null {
  if (/^https?:\/\/\S+$/.test(contact)) return contact;
  const address = /[^\s@<(,;:]+@[^\s@>),;:]+\.[^\s@>),;:.]+/.exec(contact);
  return address === null ? null : `mailto:${address[0]}`;
}
