import { parseArgs } from 'node:util';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { readConfig } from '#src/config/config.js';
import { OperatorError } from './operator-error.js';
import { pairFromTerminal } from './pair-from-terminal.js';
import { reportFault } from './report-fault.js';

const USAGE = `Usage:
  npm run pair                     draws the QR to scan with the bot's phone
  npm run pair -- --code NUMBER    asks for a pairing code for that number instead
  npm run pair -- --raw            prints each QR payload on a line of its own`;

async function main(): Promise<void> {
  const { positionals, values } = readArguments();
  if (positionals.length !== 1 || positionals[0] !== 'pair') throw new OperatorError(USAGE);
  const config = { ...readConfig(process.env), role: 'bot' as const };
  const log = createEventLog({ level: process.env['LOG_LEVEL'] ?? 'silent' });
  await pairFromTerminal({
    config,
    log,
    code: values.code ?? null,
    raw: values.raw ?? false,
    print: (text) => process.stdout.write(`${text}\n`),
  });
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { code: { type: 'string' }, raw: { type: 'boolean' } },
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
