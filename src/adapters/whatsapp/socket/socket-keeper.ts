import { initAuthCreds } from '@whiskeysockets/baileys';

import type { ChannelCause } from '#src/app/ports/channel.js';
import { fail, ok, type Result } from '#src/domain/result.js';

import { createDeviceLinking } from '../pairing/device-linking.js';
import { isPaired, ownNumber, unlink, UNLINK_MS } from '../pairing/linked-device.js';
import { decideReconnect, type Disconnect } from './reconnect-policy.js';
import type { SocketKeeperDeps } from './socket-keeper-deps.js';
import { openSocketSession, type SocketSession } from './socket-session.js';

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
  /** Another process owns the number: nothing more may be sent. */
  cut(): void;
}

/** A connection that held this long starts the count of tries anew. */
const HELD_MS = 60_000;
/** An operator should set the clock right. */
const CLOCK_OFF_MS = 60_000;
/** Shorter waits are not shown: they end before a person can read them. */
const WORTH_SAYING_MS = 5_000;

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
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const linking = createDeviceLinking({ status, log, giveUp: () => session?.giveUp() });

  function connect(): void {
    clearTimeout(timer);
    if (ended) return;
    // Credentials of an unfinished pairing are dropped: the library would try to log in with their number.
    if (!isPaired(credentials)) credentials = initAuthCreds();
    qrShown = false;
    const { state, nextTryAt = null } = status.current();
    if (state !== 'pairing') status.set({ state: 'connecting', nextTryAt: null });
    else if (nextTryAt !== null) status.set({ nextTryAt: null });
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
      serverClock: deps.serverClock,
      events: {
        qr: onQr,
        paired: onPaired,
        open: onOpen,
        pairingSign: (sign) => linking.sign(sign),
        closed: onClosed,
        upsert: (upsert, stored) => deps.intake.upsert(upsert, stored),
        update: (updates) => deps.intake.update(updates),
      },
    });
    linking.opened(session);
  }

  function onQr(qr: string): void {
    if (!linking.showsQr()) return;
    qrShown = true;
    const { cause } = status.current();
    const known: ChannelCause =
      cause === 'unlinked' || cause === 'qr_expired' || cause === 'code_refused'
        ? cause
        : 'first_pairing';
    status.set({ state: 'pairing', cause: known, qr });
    void linking.requestWantedCode();
  }

  function onPaired(): void {
    qrRounds = 0;
    status.set({ state: 'connecting', cause: 'restart_required', qr: null, pairingCode: null });
  }

  function onOpen(): void {
    openSince = deps.clock.now();
    log.info('whatsapp.open');
    const clockSkewMs = deps.serverClock.skewMs();
    if (Math.abs(clockSkewMs) >= CLOCK_OFF_MS) log.warn('whatsapp.clock_off', { ms: clockSkewMs });
    status.set({ state: 'open', cause: null, phone: ownNumber(credentials), clockSkewMs });
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
    const linkFailure = linking.closed();
    const decision = decideReconnect(disconnect, {
      paired,
      linkFailure,
      attempts,
      qrShown,
      qrRounds,
      mayPairUnwatched: deps.unwatchedRounds,
      random: deps.random(),
    });
    const { state, cause, action, delayMs } = decision;
    log.warn('whatsapp.closed', { code: disconnect.code, cause, action, delayMs });
    const nextTryAt =
      delayMs < WORTH_SAYING_MS ? null : new Date(deps.clock.now().getTime() + delayMs);
    status.set({ state, cause, qr: null, pairingCode: null, nextTryAt });
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

  /** WhatsApp has asked for a passkey on this connection: nothing more comes of it. */
  function beginAnew(): void {
    const last = session;
    session = null;
    linking.closed();
    void last?.end(UNLINK_MS);
  }

  function pair(): void {
    qrRounds = 0;
    if (status.current().state === 'passkey') beginAnew();
    if (session || ended) return;
    attempts = 0;
    // WhatsApp refused these keys and an admin has decided to pair anew.
    if (status.current().state === 'logged_out') forget();
    connect();
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
      linking.wantCode(phone.replace(/\D/g, ''));
      if (session && qrShown && linking.showsQr()) await linking.requestWantedCode();
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
