import type { AccessCopy } from '#src/app/ports/dialogue.js';
import { CODE_LIFETIME_MS } from '#src/domain/challenge.js';
import { LOGIN_LINK_LIFETIME_MS } from '#src/domain/login-link.js';
import { greetingName } from '#src/domain/person-name.js';
import type { Copy } from './copy.js';

const MINUTE_MS = 60_000;

/** The words around a link and a code, in the language of `copy`. The name is masked: anybody may hold the phone. */
export function createAccessCopy(copy: Copy): AccessCopy {
  const linkMinutes = LOGIN_LINK_LIFETIME_MS / MINUTE_MS;
  const codeMinutes = CODE_LIFETIME_MS / MINUTE_MS;
  return {
    link: ({ greeting, name, url }) =>
      copy.access.link({ greeting, name: greetingName(name), url, linkMinutes, codeMinutes }),
    code: (code) => code,
    trouble: () => copy.access.trouble(),
    pageCode: () => copy.access.pageCode({ codeMinutes }),
  };
}
