import type { ChannelStatus } from '#src/app/ports/channel.js';
import type { Clock } from '#src/app/ports/clock.js';

/** The current status and those who want to know when it changes. */
export interface StatusBoard {
  current(): ChannelStatus;
  set(change: Partial<Omit<ChannelStatus, 'since'>>): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: (status: ChannelStatus) => void): () => void;
}

/** `since` moves with the state; a new QR code does not make the pairing younger. */
export function createStatusBoard(clock: Clock): StatusBoard {
  const listeners = new Set<(status: ChannelStatus) => void>();
  let status: ChannelStatus = {
    state: 'stopped',
    cause: null,
    since: clock.now(),
    phone: null,
    qr: null,
    pairingCode: null,
  };
  return {
    current: () => status,
    set(change) {
      const moved = change.state !== undefined && change.state !== status.state;
      status = { ...status, ...change, since: moved ? clock.now() : status.since };
      for (const listener of [...listeners]) tell(listener, status);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * A listener that throws neither keeps the others from hearing nor stops what the status is about; it is still a bug.
 */
function tell(listener: (status: ChannelStatus) => void, status: ChannelStatus): void {
  try {
    listener(status);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
