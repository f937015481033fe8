import { initAuthCreds } from '@whiskeysockets/baileys';

import type { ChannelCause } from '#src/app/ports/channel.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import { fail, ok, type Result } from '#src/domain/result.js';

import { isPaired, ownNumber, unlink, UNLINK_MS } from './linked-device.js';
import type { MessageIntake } from './message-intake.js';
import type { OrderedCommits } from './ordered-commits.js';
import { decideReconnect, type Disconnect } from './reconnect-policy.js';
import type { SignalKeyMemory } from './signal-key-memory.js';
import type { SocketAddress } from './socket-address.js';
import type { RecentTextRequest } from './recent-text.js';
import { openSocketSession, type SocketSession } from './socket-session.js';
import type { StatusBoard } from './status-board.js';

/** Keeps one socket open: opens the next when one ends, and pairs when there is no link. */
export interface SocketKeeper {
  start(): void;
  /** The socket that may send, or null. */
  open(): SocketSession | null;
  pair(): void;
  pairByCode(phone: string): Promise<Result<null, { readonly code: 'already_paired' }>>;
  /** Unlinks the bot from its phone, forgets every key and shows a QR code. */
  logout(): Promise<void>;
  end(withinMs: number): Promise<void>;
  /** The number is somebody else's: nothing more may leave. */
  cut(): void;
}

interface SocketKeeperDeps {
  readonly address: SocketAddress;
  /** Whether this process still owns the number; rejects when the database cannot tell. */
  readonly isOurs: () => Promise<boolean>;
  /** It does not: nothing more may leave. */
  readonly onFenced: () => void;
  readonly memory: SignalKeyMemory;
  readonly commits: OrderedCommits;
  readonly intake: MessageIntake;
  readonly status: StatusBoard;
  readonly clock: Clock;
  readonly log: EventLog;
  /** A number from 0 up to 1. */
  readonly chance: () => number;
  readonly recentText: (request: RecentTextRequest) => Promise<string | null>;
  /** Rounds of QR codes shown to nobody before pairing waits to be asked for. */
  readonly unwatchedRounds: number;
  readonly qrLifeMs: number | undefined;
}

/** A connection that held this long starts the count of tries anew. */
const HELD_MS = 60_000;

export function createSocketKeeper(deps: SocketKeeperDeps): SocketKeeper {
  const { status, log, memory } = deps;
  let credentials = memory.credentials ?? initAuthCreds();
  let session: SocketSession | null = null;
  /** Being unlinked: it sends nothing else any more. */
  let leaving: SocketSession | null = null;
  let openSince: Date | null = null;
  let attempts = 0;
  let qrRounds = 0;
  let qrShown = false;
  let codeWantedFor: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  function connect(): void {
    clearTimeout(timer);
    if (ended) return;
    // Half of a pairing is worth nothing: the library would take its number for a login.
    if (!isPaired(credentials)) credentials = initAuthCreds();
    qrShown = false;
    if (status.current().state !== 'pairing') status.set({ state: 'connecting' });
    session = openSocketSession({
      address: deps.address,
      credentials,
      memory,
      commits: deps.commits,
      log,
      recentText: deps.recentText,
      qrLifeMs: deps.qrLifeMs,
      mayLogIn,
      clock: deps.clock,
      events: {
        qr: onQr,
        paired: onPaired,
        open: onOpen,
        closed: onClosed,
        upsert: (upsert, stored) => deps.intake.upsert(upsert, stored),
        update: (updates) => deps.intake.update(updates),
      },
    });
  }

  function onQr(qr: string): void {
    qrShown = true;
    const { cause } = status.current();
    const known: ChannelCause =
      cause === 'unlinked' || cause === 'qr_expired' ? cause : 'first_pairing';
    status.set({ state: 'pairing', cause: known, qr });
    if (codeWantedFor !== null) void requestCode();
  }

  function onPaired(): void {
    qrRounds = 0;
    status.set({ state: 'connecting', cause: 'restart_required', qr: null, pairingCode: null });
  }

  function onOpen(): void {
    openSince = deps.clock.now();
    log.info('whatsapp.open');
    status.set({ state: 'open', cause: null, phone: ownNumber(credentials) });
    // A process that was frozen in the middle of its login finds out here that it came too late.
    void mayLogIn();
  }

  /** A stale owner must not log in: that ends the rightful owner's connection. */
  async function mayLogIn(): Promise<boolean> {
    try {
      if (await deps.isOurs()) return true;
      if (!ended) deps.onFenced();
    } catch (error) {
      log.error('whatsapp.lease_unreachable', { error });
    }
    return false;
  }

  function onClosed(disconnect: Disconnect): void {
    session = null;
    if (openSince && deps.clock.now().getTime() - openSince.getTime() >= HELD_MS) attempts = 0;
    openSince = null;
    const paired = isPaired(credentials);
    if (!paired && qrShown && disconnect.code === 408) qrRounds += 1;
    const decision = decideReconnect(disconnect, {
      paired,
      attempts,
      qrShown,
      qrRounds,
      mayPairUnwatched: deps.unwatchedRounds,
      chance: deps.chance(),
    });
    const { state, cause, action, delayMs } = decision;
    log.warn('whatsapp.closed', { code: disconnect.code, cause, action, delayMs });
    status.set({ state, cause, qr: null, pairingCode: null });
    attempts += 1;
    switch (action) {
      case 'reconnect_now':
        connect();
        return;
      case 'reconnect_after':
        timer = setTimeout(connect, delayMs);
        return;
      case 'wipe_and_pair':
        forget();
        connect();
        return;
      case 'give_up':
        return;
    }
  }

  function forget(): void {
    memory.wipe();
    credentials = initAuthCreds();
    attempts = 0;
    qrRounds = 0;
    status.set({
      state: 'logged_out',
      cause: 'unlinked',
      phone: null,
      qr: null,
      pairingCode: null,
    });
  }

  function pair(): void {
    qrRounds = 0;
    if (session || ended) return;
    attempts = 0;
    // WhatsApp refused these keys and an admin has decided to pair anew.
    if (status.current().state === 'logged_out') forget();
    connect();
  }

  async function requestCode(): Promise<void> {
    const live = session;
    const digits = codeWantedFor;
    if (!live || digits === null) return;
    codeWantedFor = null;
    try {
      const pairingCode = await live.socket.requestPairingCode(digits);
      if (session === live) status.set({ pairingCode });
    } catch (error) {
      log.error('whatsapp.pairing_code_failed', { error });
    }
  }

  async function end(withinMs: number): Promise<void> {
    ended = true;
    clearTimeout(timer);
    const last = session ?? leaving;
    session = null;
    openSince = null;
    await last?.end(withinMs);
  }

  return {
    start: connect,
    open: () => (openSince ? session : null),
    pair,
    async pairByCode(phone) {
      if (isPaired(credentials)) return fail({ code: 'already_paired' });
      codeWantedFor = phone.replace(/\D/g, '');
      if (session && qrShown) await requestCode();
      else pair();
      return ok(null);
    },
    async logout() {
      const last = session;
      const linked = openSince !== null;
      session = null;
      leaving = last;
      openSince = null;
      clearTimeout(timer);
      try {
        if (last && linked) await unlink(last, credentials);
      } catch (error) {
        // The phone still lists the device; without its keys that is harmless.
        log.error('whatsapp.unlink_failed', { error });
      }
      await last?.end(UNLINK_MS);
      leaving = null;
      if (ended) return;
      forget();
      connect();
    },
    end,
    cut() {
      ended = true;
      clearTimeout(timer);
      session?.cut();
      leaving?.cut();
      session = null;
      openSince = null;
    },
  };
}
