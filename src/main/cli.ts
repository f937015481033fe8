import { parseArgs } from 'node:util';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { cleanVariables } from '#src/config/clean-variables.js';
import { terminalLocale } from '#src/config/terminal-locale.js';
import { checkEnvironment } from './check-environment.js';
import { OperatorError } from './operator-error.js';
import { pairFromTerminal } from './commands/pair-from-terminal.js';
import { reportFault } from './report-fault.js';
import { resetAdmin } from './commands/reset-admin.js';
import { rotateSigningKeys } from './commands/rotate-signing-keys.js';
import { verifyAuditLog } from './commands/verify-audit-log.js';
import { TERMINAL_WORDS, type TerminalWords } from './words/catalogue.js';

const locale = terminalLocale(process.env);
const { commands } = TERMINAL_WORDS[locale];

const explain = (words: TerminalWords): string => words.commands.usage;

async function main(): Promise<void> {
  const { positionals, values } = readArguments();
  const [command, ...rest] = positionals;
  if (rest.length > 0) throw new OperatorError(explain);
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
      print(`${commands.adminReset}\n  ${url}`);
      return;
    }
    case 'rotate-keys':
      await rotateSigningKeys({ config: checkEnvironment(process.env), log });
      print(commands.keysRotated);
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
      throw new OperatorError(explain);
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { code: { type: 'string' }, raw: { type: 'boolean' }, expect: { type: 'string' } },
    });
  } catch (cause) {
    throw new OperatorError(explain, { cause });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const { text, exitCode } = reportFault(error, locale);
    process.stderr.write(`${text}\n`);
    process.exit(exitCode);
  },
);
