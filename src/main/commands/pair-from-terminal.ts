import qrcode from 'qrcode';
import type { BoardStatus } from '#src/app/ports/channel.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { Config } from '#src/config/config.js';
import { maskBotNumber, parseBotNumber } from '#src/domain/bot-number.js';
import { compose, type Product } from '../compose/compose.js';
import { OperatorError } from '../operator-error.js';
import { TERMINAL_WORDS, type TerminalWords } from '../words/catalogue.js';
import { throwOnFatal } from './throw-on-fatal.js';

/** Without any sign of life from WhatsApp for this long, the command gives up. */
const PATIENCE_MS = 10 * 60_000;

/** By then the lease of a dead process has run out; a process that still holds it is alive. */
const TAKE_OVER_MS = 10_000;

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
  const words = TERMINAL_WORDS[config.locale].pair;
  const phone = code === null ? null : parseBotNumber(code);
  if (phone?.ok === false) throw new OperatorError(({ pair }) => pair.noNumber(code ?? ''));
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
    const [{ phone: own }] = await Promise.all([
      untilPaired(product, createShow(input, words)),
      begin(),
    ]);
    print(words.paired(own === null ? null : maskBotNumber(own)));
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
    const giveUp = (): void => reject(new OperatorError(({ pair }) => pair.notInTime));
    const cancel = dependencies.timers.after(PATIENCE_MS, giveUp);
    dependencies.timers.after(TAKE_OVER_MS, () => {
      if (bot?.ownsNumber() === true) return;
      reject(new OperatorError(({ pair }) => pair.ownedElsewhere));
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
function createShow(
  { raw, print }: PairingTerminal,
  words: TerminalWords['pair'],
): (status: BoardStatus) => Promise<void> {
  let shown: string | null = null;
  let refusalShown = false;
  return async (status) => {
    if (status.state === 'banned' || status.state === 'outdated') {
      const cause = status.cause ?? status.state;
      throw new OperatorError(({ pair }) => pair.refused(cause));
    }
    if (status.state === 'passkey') throw new OperatorError(({ pair }) => pair.passkey);
    if (status.cause === 'pairing_failed') {
      throw new OperatorError(({ pair }) => pair.failed);
    }
    if (status.cause === 'code_refused' && !refusalShown) {
      refusalShown = true;
      print(words.codeRefused);
    }
    const secret = status.pairingCode ?? status.qr;
    if (secret === null || secret === shown) return;
    shown = secret;
    if (status.pairingCode !== null) print(words.code(status.pairingCode));
    else if (raw) print(secret);
    else print(await qrcode.toString(secret, { type: 'terminal', small: true }));
  };
}
