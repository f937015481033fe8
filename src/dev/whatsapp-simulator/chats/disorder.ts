import { randomInt } from 'node:crypto';
import type { BinaryNode } from '@whiskeysockets/baileys';
import { keep, push } from '../pairing/companion-device.js';
import type { Faults } from '../control/fault-settings.js';
import type { CompanionDevice } from '../wire/link.js';
import type { Stats } from '../control/stats.js';

/** How messages reach the bot while the faults `duplicate` and `shuffle` are on. */
export interface Disorder {
  /**
   * Delivers a phone's message to the bot. A repeat is the very same stanza once more, as from a server that missed the
   * acknowledgement; shuffled ones change places with those of other phones and stay in the order of their own.
   */
  deliver(device: CompanionDevice, node: BinaryNode): void;
}

interface Held {
  readonly device: CompanionDevice;
  readonly node: BinaryNode;
}

/** Messages that meet within this time change places. */
const GATHER_MS = 50;
const CHANCES = 2 ** 32;

export function createDisorder(faults: Faults, stats: Stats): Disorder {
  let held: Held[] = [];
  let timer: NodeJS.Timeout | undefined;

  function hold(one: Held): void {
    held.push(one);
    timer ??= setTimeout(release, GATHER_MS);
  }

  function release(): void {
    timer = undefined;
    const batch = shuffleSenders(held);
    held = [];
    for (const { device, node } of batch) device.connection?.send(node);
  }

  /** Later than its first copy: in the next batch, behind what its phone sent meanwhile. */
  function repeat(one: Held): void {
    stats.redeliveries += 1;
    if (!faults.shuffle) {
      push(one.device, one.node);
      return;
    }
    setTimeout(() => {
      keep(one.device, one.node);
      hold(one);
    }, GATHER_MS);
  }

  return {
    deliver(device, node) {
      if (faults.shuffle) {
        // Kept at once: a device that disconnects meanwhile finds it in its backlog.
        keep(device, node);
        hold({ device, node });
      } else {
        push(device, node);
      }
      if (randomInt(CHANCES) < faults.duplicate * CHANCES) repeat({ device, node });
    },
  };
}

/** Another order of the phones, the same order for each phone. */
function shuffleSenders(batch: readonly Held[]): Held[] {
  const bySender = new Map<string, Held[]>();
  for (const one of batch) {
    const sender = senderOf(one);
    bySender.set(sender, [...(bySender.get(sender) ?? []), one]);
  }
  return shuffle(batch.map(senderOf)).flatMap((sender) => bySender.get(sender)?.shift() ?? []);
}

function senderOf({ node }: Held): string {
  return node.attrs['from'] ?? '';
}

/** Fisher and Yates. */
function shuffle(names: string[]): string[] {
  for (let last = names.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [left = '', right = ''] = [names[last], names[other]];
    names[last] = right;
    names[other] = left;
  }
  return names;
}
