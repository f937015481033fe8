import qrcode from 'qrcode';
import type { BoardStatus } from '#src/app/ports/channel.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { Config } from '#src/config/config.js';
import { maskBotNumber, parseBotNumber } from '#src/domain/bot-number.js';
import { compose, type Product } from '../compose/compose.js';
import { OperatorError } from '../operator-error.js';
import { throwOnFatal } from './throw-on-fatal.js';

/** Without any sign of life from WhatsApp for this long, the command gives up. */
const PATIENCE_MS = 10 * 60_000;

/** By then the lease of a dead process has run out; a process that still holds it is alive. */
const TAKE_OVER_MS = 10_000;

/** What people have reported, without a promise (Baileys issue 2672). */
const PASSKEY =
  'WhatsApp demands a passkey before it links a device to this account, and this program cannot answer that yet. Some people got through by removing the passkey on the phone first (Settings, Account, Passkeys); see also whether the account can link a device at web.whatsapp.com. Then run the command again.';

interface PairingTerminal {
  /** Prints the payload itself instead of drawing it. */
  readonly raw: boolean;
  readonly print: (text: string) => void;
}

/**
 * Pairs the bot from a terminal, for instance over ssh: shows each QR, or a pairing code, until the
 * phone has linked the bot.
 * @param input.code number of the bot's phone, for a pairing code instead of a QR
 * @throws OperatorError when another process owns the number, or WhatsApp refuses
 */
export async function pairFromTerminal(
  input: PairingTerminal & {
    readonly config: Config;
    readonly log: EventLog;
    readonly code: string | null;
  },
): Promise<void> {
  const { config, log, code, print } = input;
  const phone = code === null ? null : parseBotNumber(code);
  if (phone?.ok === false) {
    throw new OperatorError(
      `${code ?? ''} is no telephone number. Write it like 11 91234-5678 or 11 3333-4444, or with + and the country code.`,
    );
  }
  const product = await compose({
    config,
    log,
    onFatal: throwOnFatal,
  });
  try {
    const begin = async (): Promise<void> => {
      await product.start();
      if (phone === null) return;
      const command = { type: 'pair_by_code', phone: phone.value } as const;
      await product.dependencies.shared.bus.publish('channel.command', command);
    };
    const [{ phone: own }] = await Promise.all([untilPaired(product, createShow(input)), begin()]);
    print(
      `Paired${own === null ? '' : ` as ${maskBotNumber(own)}`}. Start the product with: npm start`,
    );
  } finally {
    await product.stop();
  }
}

/** Follows the bot's state until it is linked. */
function untilPaired(
  { dependencies, bot }: Product,
  show: (status: BoardStatus) => Promise<void>,
): Promise<BoardStatus> {
  const { bus, board } = dependencies.shared;
  return new Promise((resolve, reject) => {
    const giveUp = (): void =>
      reject(new OperatorError('Nobody linked the bot in time. Run the command again.'));
    const cancel = dependencies.timers.after(PATIENCE_MS, giveUp);
    dependencies.timers.after(TAKE_OVER_MS, () => {
      if (bot?.ownsNumber() === true) return;
      reject(
        new OperatorError(
          'Another process owns this number. Pair it there, on its /admin/whatsapp page, or stop it first.',
        ),
      );
    });
    bus.subscribe('channel.changed', () => {
      board
        .current()
        .then(async (status) => {
          if (status.state !== 'open') return show(status);
          cancel();
          resolve(status);
        })
        .catch(reject);
    });
  });
}

/** Shows what is new in a status, once. */
function createShow({ raw, print }: PairingTerminal): (status: BoardStatus) => Promise<void> {
  let shown: string | null = null;
  let refusalShown = false;
  return async (status) => {
    if (status.state === 'banned' || status.state === 'outdated') {
      throw new OperatorError(`WhatsApp refuses this client: ${status.cause ?? status.state}.`);
    }
    if (status.state === 'passkey') throw new OperatorError(PASSKEY);
    if (status.cause === 'pairing_failed') {
      throw new OperatorError(
        'The phone began to link the bot and did not get to the end. Try again.',
      );
    }
    if (status.cause === 'code_refused' && !refusalShown) {
      refusalShown = true;
      print('WhatsApp made no pairing code for this number. The QR works instead:');
    }
    const secret = status.pairingCode ?? status.qr;
    if (secret === null || secret === shown) return;
    shown = secret;
    if (status.pairingCode !== null) print(`Pairing code: ${status.pairingCode}`);
    else if (raw) print(secret);
    else print(await qrcode.toString(secret, { type: 'terminal', small: true }));
  };
}
