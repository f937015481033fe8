import type { channel as ptBr } from '../pt-br/channel.js';

const NOT_OWNER =
  'Nothing to do: one instance at a time uses the number. If the other one was turned off, this one takes over within seconds.';
const NEW_QR = 'Press “Connect” to show a new QR code.';
const PAIR_AGAIN = 'Press “Connect” and scan the QR code with the bot’s phone.';

export const channel = {
  titles: {
    stopped: 'The bot is stopped',
    connecting: 'Connecting to WhatsApp',
    pairing: 'Waiting for the bot’s phone',
    open: 'Connected',
    waiting: 'No connection, trying again',
    replaced: 'Another connection took the bot’s place',
    logged_out: 'No phone is connected',
    passkey: 'WhatsApp asks for a passkey',
    banned: 'WhatsApp has blocked this number',
    outdated: 'The client version is too old',
  },
  explanations: {
    first_pairing: 'No number has been connected yet.',
    restart_required: 'WhatsApp asked to open the connection again, as it does while pairing.',
    connection_lost: 'The connection to WhatsApp broke.',
    service_unavailable: 'WhatsApp’s servers are not answering.',
    qr_expired: 'The QR code or the pairing code ran out before it was used.',
    passkey_demanded:
      'To link a device to this account, WhatsApp demands a passkey. This system cannot answer that demand yet: QR code and pairing code stop here. Nothing that was linked before has been erased.',
    pairing_failed: 'The phone began to link the bot and did not get to the end.',
    code_refused: 'WhatsApp did not make a pairing code for this number. The QR code still works.',
    another_connection: 'Another program signed in with this bot’s keys (error 440).',
    unlinked:
      'The bot was removed from the linked devices, on the phone or by WhatsApp (error 401).',
    account_banned: 'WhatsApp refused the account of this number (error 403).',
    client_outdated: 'WhatsApp no longer takes the version this system uses (error 405).',
    bad_session: 'WhatsApp did not take the stored session (error 500).',
    multi_device_mismatch: 'WhatsApp on the phone does not take linked devices (error 411).',
    not_owner: 'Another instance of this system is looking after the number.',
    asked_to_stop: 'It was asked to stop.',
  },
  remedies: {
    stopped:
      'No bot process is answering. Check that the program runs with ROLE=all or ROLE=bot; this page changes by itself when it is back.',
    connecting: 'Wait a few seconds. Nothing to do.',
    pairing:
      'On the bot’s phone, open WhatsApp, tap “Linked devices” and then “Link a device”. Scan the QR code or type the code.',
    open: 'All is well: people can sign in by WhatsApp. Use WhatsApp on the bot’s phone now and then: after 14 days without use it lets go of its linked devices.',
    waiting:
      'The system tries again by itself. If it takes more than a few minutes, check the server’s internet connection.',
    replaced:
      'Close the other program that uses this number (an old copy of this system, for example) and press “Connect”.',
    logged_out: PAIR_AGAIN,
    passkey:
      'Some people got through by removing the passkey on the bot’s phone first (WhatsApp → Settings → Account → Passkeys) and linking again; that is not certain, and the passkey can be made anew afterwards. Also see at web.whatsapp.com whether the account can link a device. Then press “Connect”.',
    banned:
      'On the bot’s phone, open WhatsApp and ask for a review of the account. Until then nobody signs in by WhatsApp. To use another number, disconnect this one and connect the new one.',
    outdated: 'Update this system to its newest version and start it again.',
  },
  later:
    'The system tries again by itself at the time below. If the trouble is over, press “Try now”.',
  remediesByCause: {
    stopped: {
      asked_to_stop: 'Press “Connect” to start it again.',
      qr_expired: NEW_QR,
      not_owner: NOT_OWNER,
    },
    waiting: {
      not_owner: NOT_OWNER,
      qr_expired: NEW_QR,
      service_unavailable: 'The trouble is not on this side. The system tries again by itself.',
      bad_session:
        'The system tries a few more times. If it is not back within minutes, disconnect and connect again.',
      multi_device_mismatch:
        'Update WhatsApp on the bot’s phone. If it is not back within minutes, disconnect and connect again.',
    },
    logged_out: {
      qr_expired: NEW_QR,
      pairing_failed: `Check that the phone is online and its WhatsApp up to date. ${PAIR_AGAIN}`,
      unlinked:
        'If it was not you, check who can reach the bot’s phone. To come back, press “Connect” and scan the QR code.',
      multi_device_mismatch: `Update WhatsApp on the bot’s phone. ${PAIR_AGAIN}`,
    },
  },
} satisfies typeof ptBr;
