import type { TerminalWords } from './pt-br.js';

export const en = {
  start: {
    listening: (publicUrl, url) => `zap-login: ${publicUrl} (listening on ${url})`,
    setup: 'First start: set the admin password within 30 minutes at this one-time address:',
  },
  commands: {
    usage: `Usage:
  npm run pair                     draws the QR to scan with the bot's phone
  npm run pair -- --code NUMBER    asks for a pairing code for that number instead
  npm run pair -- --raw            prints each QR payload on a line of its own
  npm run admin:reset              removes the admin and prints a new one-time set-up address
  npm run keys:rotate              makes a new key for access tokens; the old one overlaps
  npm run audit:verify             follows the audit log from end to end
  npm run audit:verify -- --expect N:HASH   and finds row N as it was when its hash was kept`,
    adminReset: 'Set a new admin password within 30 minutes at this one-time address:',
    keysRotated:
      'A new key is published. It signs in ten minutes; the old one is served until its last token expires.',
    keysRotatedElsewhere: 'Another process made a new key at the same moment; one is enough.',
  },
  pair: {
    noNumber: (given) =>
      `${given} is no telephone number. Write it like 11 91234-5678 or 11 3333-4444, or with + and the country code.`,
    paired: (number) =>
      `Paired${number === null ? '' : ` as ${number}`}. Start the product with: npm start`,
    notInTime: 'The bot was not linked in time. Run the command again.',
    ownedElsewhere:
      'Another process owns this number. Pair it there, on its /admin/whatsapp page, or stop it first.',
    refused: (cause) => `WhatsApp refuses this client: ${cause}.`,
    passkey:
      'WhatsApp demands a passkey before it links a device to this account, and this program cannot answer that yet. Some people got through by removing the passkey on the phone first (Settings, Account, Passkeys); see also whether the account can link a device at web.whatsapp.com. Then run the command again.',
    failed: 'The phone began to link the bot and did not get to the end. Try again.',
    codeRefused: 'WhatsApp made no pairing code for this number. The QR works instead:',
    code: (code) => `Pairing code: ${code}`,
  },
  audit: {
    broken: (row, why) => `The audit log is broken: row ${row} ${why}.`,
    why: {
      row_changed: 'was changed after it was written',
      row_missing: 'is missing or stands in another place',
      detail_removed: 'has lost its detail, and its account was never erased',
      end_missing: 'is missing, and so is everything after it',
      end_unknown: 'is the last one, but not the one that the log remembers as its end',
      emptied:
        'is missing, and so is every other one and the remembered end, although there are people or an admin here: the log was emptied, unless no admin was ever set up',
      expected_missing:
        'is not there, although it was kept elsewhere: the log was cut, emptied or set back to an older copy',
      expected_differs: 'is not the one that was kept elsewhere: the log was written anew',
    },
    expect:
      '--expect takes a number and a hash such as 12:9f86…, as a line "audit.appended" of the log or an earlier audit:verify has them.',
    whole: (count, lastHash) => `The audit log is whole: ${count} row(s), last hash ${lastHash}`,
    keep: (end) => ` (keep elsewhere: --expect ${end})`,
  },
  keys: {
    other:
      'This database was written under another MASTER_KEY. Start with that key, or list it after the new one (MASTER_KEY=new,old).',
    lacking: (missing, here) =>
      `MASTER_KEY lacks the key ${missing.join(' and ')} (its id, not the key), under which a part of this database was written. Here are: ${here}. List the missing one again after the current one (MASTER_KEY=new,old,older).`,
  },
  database: {
    publicNetwork:
      'DATABASE_URL leads to a server on a public network without TLS. Add sslmode=verify-full (and sslrootcert=FILE for an authority of your own), or sslmode=disable if a tunnel protects the line.',
    embedded: (folder) =>
      `The embedded database in ${folder} cannot be opened: it is damaged, or the disk is full. Make room, or put back a backup of that folder.`,
    unreachable: (code) =>
      `The database cannot be reached (${code}). Check DATABASE_URL and that the server runs.`,
    refused: {
      password: 'The database refuses the user or password in DATABASE_URL',
      database: 'The database named in DATABASE_URL does not exist',
      right:
        'The database user in DATABASE_URL lacks a right on the tables. As their owner run: GRANT ALL ON ALL TABLES IN SCHEMA … TO …; GRANT ALL ON ALL SEQUENCES IN SCHEMA … TO …; or start as the owner',
      connections:
        'The database lets in no more connections. End other programs, raise max_connections or the CONNECTION LIMIT of the user, or put connection_limit=5 into DATABASE_URL',
      room: 'The database server is out of disk space or memory',
      starting: 'The database server is starting up or shutting down. Start again when it is ready',
      readOnly:
        'The database is read-only: a copy, or set so (default_transaction_read_only). Name the one that takes writes in DATABASE_URL',
      slow: 'The database took too long: another program holds a lock, or the server is overloaded',
      connection:
        'The database server, or the pooler before it, refuses the connection. Check the user, the name of the database and the options in DATABASE_URL',
    },
    unanswered:
      'What listens at DATABASE_URL does not answer as a PostgreSQL server. Check the address and that the server is well.',
    withoutTls:
      'The database server offers no TLS, and sslmode in DATABASE_URL asks for it. Turn TLS on at the server, or set sslmode=disable if nobody else can reach the network in between.',
    distrusted: (code) =>
      `The certificate of the database server is not trusted (${code}). Give its authority in DATABASE_URL (sslrootcert=FILE) and use the name that the certificate is made out to.`,
  },
  openingHours:
    'OPENING_HOURS cannot be read. Write it like: mon-fri 09:00-18:00, sat 09:00-13:00 America/Sao_Paulo',
  ownError: (detail) => `zap-login ended by an error of its own:\n${detail}`,
} satisfies TerminalWords;
