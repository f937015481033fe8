import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import { startSimulator } from '#src/dev/whatsapp-simulator/start-simulator.js';
import { openPhones, type Phones } from './phones.js';

const Message = z.object({
  qr: z.string().optional(),
  open: z.literal(true).optional(),
  failed: z.string().optional(),
});
const ECHO_NUMBER = '5511900000002';

/** A bare client that says everything again, in a process of its own, with a simulator and phones of its own. */
export interface Echo {
  readonly phones: Phones;
  /** @returns milliseconds from a new text to its echo in the phone */
  ask(number: string): Promise<number>;
  end(): Promise<void>;
}

export async function startEcho(): Promise<Echo> {
  const simulator = await startSimulator({ port: 0 });
  const main = fileURLToPath(new URL('./echo-bot.ts', import.meta.url));
  const child = fork(main, [simulator.waUrl, simulator.rootKey], {
    execArgv: ['--conditions=development', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      const { qr, open, failed } = Message.parse(message);
      if (failed !== undefined) reject(new Error(failed));
      if (open === true) resolve();
      if (qr === undefined) return;
      callSimulator(simulator.url, '/pair', { qr, number: ECHO_NUMBER }).catch(reject);
    });
    exit.then(() => reject(new Error('the echo ended')), reject);
  });
  const phones = await openPhones(simulator.url);
  let texts = 0;
  return {
    phones,
    ask: (number) => {
      texts += 1;
      const text = `eco ${texts}`;
      return phones.ask(number, text, new RegExp(`^${text}$`));
    },
    end: async () => {
      phones.close();
      child.kill('SIGTERM');
      await exit;
      await simulator.close();
    },
  };
}
