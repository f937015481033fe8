import type { Defence } from '../defence.js';

const LINKS = 'src/adapters/postgres/tables/login-links.js';
const LOOK_UP = 'src/app/sign-in/link/look-up-link.js';

/** Cases 24 to 32. */
export const MAGIC_LINK_DEFENCES: readonly Defence[] = [
  {
    id: 24,
    what: 'a GET only looks',
    file: LOOK_UP,
    present: 'return link.ok ? describe(link.value) : link;',
    absent: `await store.loginLinks.consume(keyOf(visit.token), clock.now());
        return link.ok ? describe(link.value) : link;`,
  },
  {
    id: 25,
    what: 'links go out without a preview',
    file: 'src/adapters/whatsapp/messages/sender.js',
    present: '{ text, linkPreview: null }',
    absent:
      "{ text, linkPreview: { 'canonical-url': text, 'matched-text': text, title: 'Entrar' } }",
  },
  {
    id: 26,
    what: 'a link is consumed once, in one statement',
    file: LINKS,
    present: 'sql `consumed_at IS NULL AND superseded_at IS NULL AND expires_at >',
    absent: 'sql `superseded_at IS NULL AND expires_at >',
  },
  {
    id: 27,
    what: 'the page masks the name',
    file: LOOK_UP,
    present: 'maskedName: maskPersonName(account.name)',
    absent: 'maskedName: account.name',
  },
  {
    id: 28,
    what: 'a live session of somebody else is asked about',
    file: 'web-link/login/link-routes.js',
    present: 'if (viewer !== null && swap === undefined) {',
    absent: 'if (viewer === undefined) {',
  },
  {
    id: 29,
    what: 'redirects never repeat what the request called its host',
    file: 'web-link/http/middleware/require-session.js',
    present: 'res.redirect(303, loginFor(req));',
    absent: "res.redirect(303, 'http://' + req.get('host') + loginFor(req));",
  },
  {
    id: 30,
    what: 'only a path of this site is a destination',
    file: 'web-link/http/destinations.js',
    present: "return safeNextPath(next, '');",
    absent: "return typeof next === 'string' ? next : '';",
  },
  {
    id: 31,
    what: 'nothing is stored on the way',
    file: 'web-link/http/middleware/security-headers.js',
    present: "'Cache-Control': 'no-store'",
    absent: "'Cache-Control': 'private'",
  },
  {
    id: 32,
    what: 'what ends an account’s access ends its links',
    file: LINKS,
    present: 'sql `consumed_at IS NULL AND superseded_at IS NULL AND expires_at >',
    absent: 'sql `consumed_at IS NULL AND expires_at >',
  },
];
