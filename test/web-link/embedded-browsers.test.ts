import { describe, expect, it } from 'vitest';
import { isEmbeddedBrowser } from '#web-link/ui/open-elsewhere.js';

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const CHROMIUM = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${WEBKIT}`;
const MAC = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT}`;
const ANDROID = `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${CHROMIUM}`;
const WEBVIEW = `Mozilla/5.0 (Linux; Android 14; SM-A146U Build/UP1A.231005.007; wv) ${CHROMIUM} Version/4.0`;

const EMBEDDED: readonly (readonly [what: string, userAgent: string])[] = [
  [
    'Facebook on Android',
    `${WEBVIEW} Chrome/122.0.6261.88 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/453.0.0.40.107;]`,
  ],
  [
    'Facebook on an iPhone',
    `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/470.0.0.0;FBBV/1;FBDV/iPhone15,2;FBMD/iPhone;FBSN/iOS]`,
  ],
  [
    'Instagram on Android, without wv',
    `Mozilla/5.0 (Linux; Android 10; SM-A205F) ${CHROMIUM} Version/4.0 Chrome/89.0.4389.105 Mobile Safari/537.36 Instagram 179.0.0.31.132`,
  ],
  [
    'Instagram on an iPhone',
    `${IPHONE} Mobile/15E148 Instagram 341.0.0.0 (iPhone15,2; iOS 17_5; en_US)`,
  ],
  [
    'WhatsApp on Android',
    `Mozilla/5.0 (Linux; Android 10; SM-A205F Build/QP1A.190711.020; wv) ${CHROMIUM} Version/4.0 Chrome/81.0.4044.138 Mobile Safari/537.36 WhatsApp/2.21.9.15 A`,
  ],
  ['WhatsApp on an iPhone', `${IPHONE} Mobile/15E148 WhatsApp/2.22.4.74 W`],
  ['any app on Android', `${WEBVIEW} Chrome/122.0.6261.88 Mobile Safari/537.36`],
  ['any app on an iPhone', `${IPHONE} Mobile/15E148`],
  ['any app on a Mac, or on an iPad that asks for desktop pages', MAC],
  [
    'Snapchat, which says Safari',
    `${IPHONE} Version/15.6 Mobile/15E148 Snapchat/12.02.0.31 (like Safari/8613.3.9.0.5)`,
  ],
];

const BROWSERS: readonly (readonly [what: string, userAgent: string])[] = [
  ['Chrome on Android', `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36`],
  ['Samsung Internet', `${ANDROID} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`],
  [
    'Mi Browser, which says Version/4.0 as a view does',
    `Mozilla/5.0 (Linux; U; Android 9; pt-br; Redmi 7) ${CHROMIUM} Version/4.0 Chrome/71.0.3578.141 Mobile Safari/537.36 XiaoMi/MiuiBrowser/12.8.3-gn`,
  ],
  ['Firefox on Android', 'Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0'],
  ['Safari on an iPhone', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`],
  ['Chrome on an iPhone', `${IPHONE} CriOS/126.0 Mobile/15E148 Safari/604.1`],
  ['Firefox on an iPhone', `${IPHONE} FxiOS/125.0 Mobile/15E148 Safari/605.1.15`],
  ['Edge on an iPhone', `${IPHONE} Version/17.0 EdgiOS/125.0 Mobile/15E148 Safari/605.1.15`],
  ['Safari on a Mac', `${MAC} Version/17.4 Safari/605.1.15`],
  ['Chrome on a Mac', `${MAC.replace(WEBKIT, CHROMIUM)} Chrome/126.0.0.0 Safari/537.36`],
  [
    'Firefox on a Mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:131.0) Gecko/20100101 Firefox/131.0',
  ],
  [
    'Edge on Windows',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROMIUM} Chrome/126.0.0.0 Safari/537.36 Edg/126.0`,
  ],
  ['nothing', ''],
];

describe('case E9: what shows a page', () => {
  it.each(EMBEDDED)('case E9: an app: %s', (_, userAgent) => {
    expect(isEmbeddedBrowser(userAgent)).toBe(true);
  });

  it.each(BROWSERS)('case E9: a browser: %s', (_, userAgent) => {
    expect(isEmbeddedBrowser(userAgent)).toBe(false);
  });

  it('case E9: a header of a megabyte is judged by its beginning, at once', () => {
    expect(isEmbeddedBrowser(`${'iPhone AppleWebKit/'.repeat(60_000)}Instagram Safari/`)).toBe(
      true,
    );
    expect(isEmbeddedBrowser(`${'x'.repeat(2_000)} Instagram`)).toBe(false);
  });
});
