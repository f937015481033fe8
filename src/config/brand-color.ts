/** sRGB, eight bits a channel. */
type Rgb = readonly [red: number, green: number, blue: number];

/** The colours of one scheme: of links, frames and buttons, and the same under the pointer. `#rrggbb` each. */
interface Accent {
  readonly accent: string;
  readonly strong: string;
}

/** What the pages are coloured with in place of their own green. */
export interface BrandColor {
  readonly light: Accent;
  readonly dark: Accent;
}

/** The ground of the pages, `--ground` in web-link/public/site/tokens.css: buttons and links stand on it or on white. */
export const LIGHT_GROUND = '#f5f6f8';
/** The lightest that stands under a link in the dark: `--surface` there. */
export const DARK_SURFACE = '#181c22';
/** WCAG 2.2 §1.4.3 (AA), for text of any size. */
const ENOUGH = 4.5;
/** In the dark the colour is derived and may stand out a little more than it has to. */
const ENOUGH_IN_THE_DARK = 6;
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
const HOVER = 0.2;
const STEPS = 255;

function parse(color: string): Rgb {
  const channel = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

function write(color: Rgb): string {
  return `#${color.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

function mix(color: Rgb, other: Rgb, share: number): Rgb {
  const at = (n: 0 | 1 | 2): number => color[n] + (other[n] - color[n]) * share;
  return [at(0), at(1), at(2)];
}

/** WCAG 2.2, "relative luminance". */
function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const part = Math.round(channel) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, "contrast ratio": 1 to 21. Takes `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(parse(one)), luminance(parse(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The first on the way to `end` that stands out from `ground`; the hue stays. */
function until(color: string, on: { end: Rgb; ground: string; ratio: number }): string {
  for (let step = 0; step < STEPS; step += 1) {
    const tried = write(mix(parse(color), on.end, step / STEPS));
    if (contrast(tried, on.ground) >= on.ratio) return tried;
  }
  return write(on.end);
}

/** Why people could not read what is written in a colour. */
export interface TooLight {
  /** Its contrast to the page, with one decimal. */
  readonly ratio: string;
  readonly enough: number;
  /** The nearest that is dark enough, `#rrggbb`. */
  readonly nearest: string;
}

/**
 * What is wrong with a colour; null when it can be read. White text on it is read more easily than it on the ground of
 * the page, so the ground decides.
 */
export function brandColorFault(color: string): TooLight | null {
  const ratio = contrast(color, LIGHT_GROUND);
  if (ratio >= ENOUGH) return null;
  return {
    // Rounded down: 4.49 is not enough and must not be told as 4.5.
    ratio: (Math.floor(ratio * 10) / 10).toFixed(1),
    enough: ENOUGH,
    nearest: until(color, { end: BLACK, ground: LIGHT_GROUND, ratio: ENOUGH }),
  };
}

/** All that the pages need of a colour that has no fault. In the dark it is lightened until it can be read there. */
export function brandColor(color: string): BrandColor {
  const on = { end: WHITE, ground: DARK_SURFACE, ratio: ENOUGH_IN_THE_DARK };
  const dark = until(color, on);
  return {
    light: { accent: color.toLowerCase(), strong: write(mix(parse(color), BLACK, HOVER)) },
    dark: { accent: dark, strong: write(mix(parse(dark), WHITE, HOVER)) },
  };
}
