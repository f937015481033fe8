import type { AccessCopy, AccessGreeting } from '#src/app/ports/access-copy.js';
import type { PersonName } from '#src/domain/person-name.js';
import { CODE_LIFETIME_MS } from '#src/domain/challenge.js';
import { LOGIN_LINK_LIFETIME_MS } from '#src/domain/login-link.js';
import type { Copy } from './catalogue.js';
import { firstName, spokenName } from './spoken-name.js';
import { withDash } from '../reading/numbers/request-code.js';
import { createSayTime } from './say-time.js';

const MINUTE_MS = 60_000;

/**
 * The words around a link and a code, in the language of `copy`. A new person reads the name as it was stored.
 * @param timeZone IANA name of the zone that times are told in
 */
export function createAccessCopy({
  copy,
  timeZone,
}: {
  readonly copy: Copy;
  readonly timeZone: string;
}): AccessCopy {
  const times = createSayTime(timeZone);
  const linkMinutes = LOGIN_LINK_LIFETIME_MS / MINUTE_MS;
  const codeMinutes = CODE_LIFETIME_MS / MINUTE_MS;
  return {
    link: ({ greeting, name, url }) =>
      copy.access.link({ greeting, name: called(greeting, name), url, linkMinutes, codeMinutes }),
    linkOnly: ({ greeting, name, url }) =>
      copy.access.linkOnly({ greeting, name: called(greeting, name), url, linkMinutes }),
    code: (code) => code,
    signedIn: ({ browser, system, at }) => copy.access.signedIn({ browser, system, at, times }),
    numberChangeAsked: ({ newPhoneMasked }) =>
      copy.access.numberChangeAsked({ newPhoneMasked: dotted(newPhoneMasked) }),
    numberChanged: ({ newPhoneMasked }) =>
      copy.access.numberChanged({ newPhoneMasked: dotted(newPhoneMasked) }),
    numberWaitAsked: ({ opensAt }) => copy.access.numberWaitAsked({ opensAt, times }),
    numberWaitConfirmed: () => copy.access.numberWaitConfirmed(),
    numberWaitAccepted: () => copy.access.numberWaitAccepted(),
    claimUpheld: () => copy.access.claimUpheld(),
    claimRejected: () => copy.access.claimRejected(),
    claimLost: () => copy.access.claimLost(),
    googleLink: ({ url }) => copy.access.googleLink({ url, linkMinutes }),
    googleUnlink: ({ url }) => copy.access.googleUnlink({ url, linkMinutes }),
    passwordReset: ({ url }) => copy.access.passwordReset({ url, linkMinutes }),
    googleLinked: ({ at }) => copy.access.googleLinked({ at, times }),
    googleUnlinked: ({ at }) => copy.access.googleUnlinked({ at, times }),
    passwordChanged: ({ at }) => copy.access.passwordChanged({ at, times }),
    nameChanged: ({ at }) => copy.access.nameChanged({ at, times }),
    sessionCopied: ({ at }) => copy.access.sessionCopied({ at, times }),
    guessing: ({ at }) => copy.access.guessing({ at, times }),
    joined: ({ topic, count, text }) =>
      count === 1 ? text : copy.access.joined({ topic, count, text }),
    deletionScheduled: ({ dueAt }) => copy.access.deletionScheduled({ dueAt, times }),
    deleted: () => copy.access.deleted(),
    botIsBack: () => copy.access.botIsBack(),
    requestText: (code) => copy.access.requestText({ code: withDash(code) }),
    pausing: ({ until }) => copy.access.pausing({ until: nextMinute(until), times }),
    trouble: () => copy.access.trouble(),
    pageCode: ({ purpose }) => copy.access.pageCode({ purpose, codeMinutes }),
  };
}

function called(greeting: AccessGreeting, name: PersonName): string {
  return greeting === 'registered' ? spokenName(name) : firstName(name);
}

/** WhatsApp reads asterisks as bold and would swallow some of a mask. */
function dotted(masked: string): string {
  return masked.replaceAll('*', '•');
}

/** Clocks are told to the minute, and a promise of silence must not end too early. */
function nextMinute(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / MINUTE_MS) * MINUTE_MS);
}
