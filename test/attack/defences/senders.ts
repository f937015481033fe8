import type { Defence } from '../defence.js';

const INBOUND = 'src/adapters/whatsapp/messages/inbound.js';
const CONTENT = 'src/adapters/whatsapp/messages/inbound-content.js';

/** Cases 9, 12, 14, 15, 17 to 20, 22 and 23. */
export const SENDER_DEFENCES: readonly Defence[] = [
  {
    id: 9,
    what: 'only a number that the operator allows can have an account',
    file: 'src/domain/phone.js',
    present: `if (allowed !== 'any')
        return fail({ code: 'phone_foreign' });`,
    absent: '',
  },
  {
    id: 12,
    what: 'a CPF of another number is none of this chat',
    file: 'src/app/chat/effects/check-tax-id.js',
    present: 'owner !== null && owner.id === mine?.id',
    absent: 'owner !== null',
  },
  {
    id: 12,
    what: 'one chat tries three CPFs a day',
    file: 'src/domain/throttle.js',
    present: "name: 'tax-id:chat', limit: 3,",
    absent: "name: 'tax-id:chat', limit: 300,",
  },
  {
    id: 14,
    what: "the number is WhatsApp's word, never the sender's",
    file: INBOUND,
    present: '...phoneOf(key, chat.value, context),',
    absent:
      "...phoneOf(key, chat.value, context), ...(phoneFromWhatsAppUser(raw.pushName ?? '', 'br').ok && { phone: phoneFromWhatsAppUser(raw.pushName ?? '', 'br').value }),",
  },
  {
    id: 15,
    what: 'the digits of a LID are never a number',
    file: INBOUND,
    present: '?? numberOfLid(userOf(chat));',
    absent: '?? numberOfLid(userOf(chat)) ?? userOf(chat);',
  },
  {
    id: 17,
    what: 'an edit is not carried out as a message',
    file: CONTENT,
    present: 'return edit(protocol.key?.id, opened && textOf(opened.content));',
    absent: "return ok({ kind: 'text', text: textOf(opened.content) ?? '', forwarded: false });",
  },
  {
    id: 17,
    what: 'what was passed on is not carried out',
    file: CONTENT,
    present: 'forwarded: forwarded || passedOn',
    absent: 'forwarded: false',
  },
  {
    id: 18,
    what: 'a message is known by its id',
    file: INBOUND,
    present: 'messageId: idOf(content, messageId),',
    absent: 'messageId: `${idOf(content, messageId)}-${Math.random()}`,',
  },
  {
    id: 18,
    what: 'what was on its way for longer than five minutes is not carried out',
    file: 'src/app/chat/merge-messages.js',
    present: 'const LATE_MS = 5 * 60_000;',
    absent: 'const LATE_MS = 500 * 60_000;',
  },
  {
    id: 19,
    what: 'the ninth digit is added to a number that lacks it',
    file: 'src/domain/phone.js',
    present: "digits.replace(WITHOUT_NINTH_DIGIT, '$19$2')",
    absent: 'digits',
  },
  {
    id: 20,
    what: 'a wrong number closes the request',
    file: 'src/adapters/postgres/tables/login-requests.js',
    present: "right ? 'approved' : 'denied'",
    absent: "right ? 'approved' : 'pending'",
  },
  {
    id: 22,
    what: 'a chat sends ten request codes an hour',
    file: 'src/domain/throttle.js',
    present: "name: 'request-code:chat', limit: 10,",
    absent: "name: 'request-code:chat', limit: 1000,",
  },
  {
    id: 23,
    what: 'what is not encrypted is dropped before it is read',
    file: 'src/adapters/whatsapp/socket/socket-session.js',
    present: "socket.ws.on('frame', dropUnencrypted);",
    absent: '',
  },
];
