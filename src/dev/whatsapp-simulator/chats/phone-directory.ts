import { randomInt } from 'node:crypto';
import { createPhone, type NewPhone, type Phone } from './phone.js';
import { parseAddress } from '../wire/stanza.js';

/** All the phones there are, by every address they have. */
export interface PhoneDirectory {
  all(): Phone[];
  byNumber(number: string): Phone | undefined;
  byAddress(jid: string): Phone | undefined;
  /** The account a typed number leads to: a Brazilian mobile is found with and without ninth digit. */
  lookUp(number: string): Phone | undefined;
  /** Adds a phone; `undefined` when the LID is another phone's. */
  add(phone: NewPhone): Phone | undefined;
  /** Gives the phone a LID that no phone has had; the old one leads nowhere from now on. */
  giveNewLid(phone: Phone): void;
}

export function createPhoneDirectory(phones: readonly Phone[]): PhoneDirectory {
  const byNumber = new Map(phones.map((phone) => [phone.number, phone]));
  const byLid = new Map(phones.map((phone) => [phone.lid, phone]));

  return {
    all: () => [...byNumber.values()],
    byNumber: (number) => byNumber.get(number),
    byAddress(jid) {
      const { user, domain } = parseAddress(jid);
      return domain === 'lid' ? byLid.get(user) : byNumber.get(user);
    },
    lookUp(number) {
      const variant = otherBrazilianForm(number);
      return byNumber.get(number) ?? (variant === undefined ? undefined : byNumber.get(variant));
    },
    add(wanted) {
      const phone = createPhone(wanted);
      if (byLid.has(phone.lid)) return undefined;
      byNumber.set(phone.number, phone);
      byLid.set(phone.lid, phone);
      return phone;
    },
    giveNewLid(phone) {
      byLid.delete(phone.lid);
      phone.lid = newLid();
      byLid.set(phone.lid, phone);
    },
  };
}

/** Fifteen digits at random, as the hidden ids of new accounts are. */
function newLid(): string {
  return `1${String(randomInt(0, 2 ** 46)).padStart(14, '0')}`;
}

/** The same Brazilian mobile with the ninth digit added or taken away. */
function otherBrazilianForm(number: string): string | undefined {
  const match = /^55(\d{2})(9?)(\d{8})$/.exec(number);
  if (!match) return undefined;
  const [, area = '', ninth, rest = ''] = match;
  return ninth ? `55${area}${rest}` : `55${area}9${rest}`;
}
