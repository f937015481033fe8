import type { Request, Response } from 'express';
import { userAgent } from '../http/client.js';
import { requestContext } from '../http/request-context.js';

/** The page is shown inside another app, where Google refuses every sign-in. */
export interface OpenElsewhere {
  /** Opens the page in Chrome, on Android; null where only the app's own menu can. */
  readonly chromeUrl: string | null;
}

/** UTF-16 units that are read: the header is the client's to choose. Facebook's are some 400 long. */
const LONGEST_USER_AGENT = 1024;

const EMBEDDED: readonly RegExp[] = [
  // Android's WebView names itself in the comment about the system.
  /; ?wv\)/,
  // Apps that name themselves, whatever they show pages with.
  /\b(?:FBAN|FBAV|FB_IAB|Instagram|WhatsApp|Snapchat|LinkedInApp|musical_ly|BytedanceWebview)\b/,
  // WebKit's view on Apple's systems: every browser there ends with `Safari/…`, Chrome, Firefox and Edge, too.
  /\b(?:iPhone|iPad|iPod|Macintosh)\b(?=.*AppleWebKit\/)(?!.*Safari\/)/,
];

/**
 * Whether a page is shown by an app and not by a browser. Google answers those with 403 `disallowed_useragent`. The
 * header proves nothing: who is wrongly taken for an app opens the page in a browser and goes on there.
 */
export function isEmbeddedBrowser(header: string): boolean {
  const start = header.slice(0, LONGEST_USER_AGENT);
  return EMBEDDED.some((pattern) => pattern.test(start));
}

/**
 * @param path the page of this site to open in a browser
 * @returns null in a browser
 */
export function openElsewhere(req: Request, res: Response, path: string): OpenElsewhere | null {
  const header = userAgent(req);
  if (!isEmbeddedBrowser(header)) return null;
  const isAndroid = /\bAndroid\b/.test(header.slice(0, LONGEST_USER_AGENT));
  const { publicUrl } = requestContext(res).settings;
  return { chromeUrl: isAndroid ? chromeUrl(publicUrl, path) : null };
}

/** Android opens it with Chrome; a page without Chrome on the phone stays where it is. */
function chromeUrl(publicUrl: string, path: string): string {
  const { protocol, host } = new URL(publicUrl);
  const scheme = protocol.replace(':', '');
  return `intent://${host}${path}#Intent;scheme=${scheme};package=com.android.chrome;end`;
}
