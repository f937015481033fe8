import type { whatsapp as ptBr } from '../pt-br/request.js';

export const whatsapp = {
  title: 'Log in with WhatsApp',
  startText:
    'You send a ready message to us on WhatsApp and confirm it there. Then come back to this page.',
  start: 'Start',
  tooMany: (wait) => `Too many requests. Try again ${wait}.`,
  messageOnPhone:
    'WhatsApp opens with a ready message. Send it, and choose this number in the chat.',
  messageOnComputer:
    'Point your phone’s camera at the QR code, send the ready message and choose the number in the chat.',
  open: 'Open WhatsApp',
  qrLabel: 'QR code that opens WhatsApp with the message ready',
  otherPhone: 'Use another phone, or type it',
  byHand: (phone) => `Or send this message to ${phone}:`,
  codeLabel: 'Request code',
  numberTitle: 'Choose this number on WhatsApp',
  neverTell: 'Do not tell anybody this number.',
  states: {
    pending: 'Waiting for your message…',
    sent: 'Now send the message and choose the number in the chat.',
    asked: 'Message received. Choose this number in the chat.',
    approved: 'Approved! Logging in…',
    denied: {
      title: 'The request was not approved',
      text: 'Another number was chosen than the one on this screen, or somebody answered NO. Nobody got in.',
    },
    expired: {
      title: 'This request is not valid any more',
      text: 'For security each request is good for a few minutes and works once. Just make another.',
    },
    down: {
      title: 'WhatsApp is not available here',
      text: 'It may take a while until your message is answered. Try again in a few minutes.',
    },
    offline: 'No connection. Trying again…',
    replaced: 'This request is open in another tab.',
  },
  confirm: {
    title: (maskedName) => `Log in as ${maskedName}?`,
    text: 'This account approved the request on WhatsApp.',
    submit: 'Yes, log in',
    notYou:
      'Not your initials? Then do not log in: another person approved with their own account, and what you do here would be theirs.',
    another: 'Not me, make another request',
  },
  approvedSubmit: 'I have approved it on WhatsApp',
  enter: 'Log in',
  tooEarly: 'We have not seen your approval yet. Check the chat on WhatsApp and try again.',
  again: 'Make another request',
  here: 'Go on in this tab',
  otherWay: 'Log in with CPF or CNPJ',
  notApproved: 'The request was not approved on WhatsApp.',
} satisfies typeof ptBr;
