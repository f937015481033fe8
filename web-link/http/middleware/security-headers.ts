import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { WebSettings } from '#web-link/settings.js';

const TWO_YEARS_S = 63_072_000;

/**
 * Everything is refused that the pages do not need: no third party, nothing inline, no framing except by
 * the page of the demo (docs/decisions/0021).
 * `form-action` also rules redirects after a form, so the origins of the dashboard and of Google stand there, too.
 */
export function createSecurityHeaders(
  settings: Pick<WebSettings, 'publicUrl' | 'dashboardUrl' | 'googleOrigin' | 'framedBy'>,
): readonly RequestHandler[] {
  const { publicUrl, dashboardUrl, googleOrigin, framedBy } = settings;
  const formTargets = [
    "'self'",
    // A path is of this host, which is `'self'`.
    ...(dashboardUrl === null || dashboardUrl.startsWith('/')
      ? []
      : [new URL(dashboardUrl).origin]),
    ...(googleOrigin === null ? [] : [googleOrigin]),
  ];
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        manifestSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: formTargets,
        baseUri: ["'none'"],
        frameAncestors: [framedBy ?? "'none'"],
      },
    },
    strictTransportSecurity: publicUrl.startsWith('https:')
      ? { maxAge: TWO_YEARS_S, includeSubDomains: false }
      : false,
    // Never a path, so never a token. Not `no-referrer`: under it browsers send `Origin: null` with
    // forms (Fetch §3.2), and those without Fetch Metadata (Safari before 16.4) would be strangers.
    referrerPolicy: { policy: 'strict-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // It knows no other origin than our own: for the demo `frame-ancestors` alone decides.
    xFrameOptions: framedBy === null ? { action: 'deny' } : false,
  });
  const rest: RequestHandler = (_req, res, next) => {
    res.set({
      'Cache-Control': 'no-store',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    });
    next();
  };
  return [headers, rest];
}
