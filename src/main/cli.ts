import { parseArgs } from 'node:util';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { cleanVariables } from '#src/config/clean-variables.js';
import { checkEnvironment } from './check-environment.js';
import { OperatorError } from './operator-error.js';
import { pairFromTerminal } from './commands/pair-from-terminal.js';
import { reportFault } from './report-fault.js';
import { resetAdmin } from './commands/reset-admin.js';
import { rotateSigningKeys } from './commands/rotate-signing-keys.js';
import { verifyAuditLog } from './commands/verify-audit-log.js';

const USAGE = `Usage:
  npm run pair                     draws the QR to scan with the bot's phone
  npm run pair -- --code NUMBER    asks for a pairing code for that number instead
  npm run pair -- --raw            prints each QR payload on a line of its own
  npm run admin:reset              removes the admin and prints a new one-time set-up address
  npm run keys:rotate              makes a new key for access tokens; the old one overlaps
  npm run audit:verify             follows the audit log from end to end
  npm run audit:verify -- --expect N:HASH   and finds row N as it was when its hash was kept`;

async function main(): Promise<void> {
  const { positionals, values } = readArguments();
  const [command, ...rest] = positionals;
  if (rest.length > 0) throw new OperatorError(USAGE);
  const { LOG_LEVEL: level = '' } = cleanVariables(process.env, ['LOG_LEVEL']).variables;
  const log = createEventLog({ level: level === '' ? 'silent' : level });
  const print = (text: string) => process.stdout.write(`${text}\n`);
  switch (command) {
    case 'pair': {
      const config = { ...checkEnvironment(process.env), role: 'bot' as const };
      const { code = null, raw = false } = values;
      return pairFromTerminal({ config, log, code, raw, print });
    }
    case 'reset-admin': {
      const url = await resetAdmin({ config: checkEnvironment(process.env), log });
      print(`Set a new admin password within 30 minutes at this one-time address:\n  ${url}`);
      return;
    }
    case 'rotate-keys':
      await rotateSigningKeys({ config: checkEnvironment(process.env), log });
      print(
        'A new key is published. It signs in ten minutes; the old one is served until its last token expires.',
      );
      return;
    case 'verify-audit':
      print(
        await verifyAuditLog({
          ...{ config: checkEnvironment(process.env), log },
          expect: values.expect ?? null,
        }),
      );
      return;
    case undefined:
    default:
      throw new OperatorError(USAGE);
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { code: { type: 'string' }, raw: { type: 'boolean' }, expect: { type: 'string' } },
    });
  } catch (cause) {
    throw new OperatorError(USAGE, { cause });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const { text, exitCode } = reportFault(error);
    process.stderr.write(`${text}\n`);
    process.exit(exitCode);
  },
);
