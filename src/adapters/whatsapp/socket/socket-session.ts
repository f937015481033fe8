import makeWASocket, {
  Browsers,
  isJidBroadcast,
  isJidGroup,
  isJidMetaAI,
  isJidNewsletter,
  type AuthenticationCreds,
  type BaileysEventMap,
  type WASocket,
} from '@whiskeysockets/baileys';

import type { Clock } from '#src/app/ports/clock.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { RecentText } from '#src/app/ports/tables/outbox.js';
import { parseJid } from '#src/domain/jid.js';

import { catchListeners } from './catch-listeners.js';
import { createInboundHolds, type InboundHolds } from '../signal/inbound-holds.js';
import { holdLogin } from '../pairing/hold-login.js';
import { createLibraryLog } from './library-log.js';
import type { OrderedCommits } from '../signal/ordered-commits.js';
import { createOutputGate, type OutputGate } from '../signal/output-gate.js';
import { isPaired } from '../pairing/linked-device.js';
import { readPairingSign, type PairingSign } from '../pairing/pairing-signs.js';
import { readDisconnect } from './read-disconnect.js';
import type { RecentTextRequest } from '../messages/recent-text.js';
import type { Disconnect } from './reconnect-policy.js';
import type { ServerClock } from './server-clock.js';
import { createSentAcks, type SentAcks } from '../messages/sent-acks.js';
import type { SignalKeyMemory } from '../signal/signal-key-memory.js';
import { durableSignalRepository, type DecryptionGuard } from '../signal/signal-transactions.js';
import type { SocketAddress } from './socket-address.js';
import { dropUnencrypted } from '../messages/unencrypted.js';
import { wireOf, type Wire } from './wire.js';

/** One socket of Baileys from its first to its last moment. */
export interface SocketSession {
  readonly socket: WASocket;
  readonly gate: OutputGate;
  readonly acks: SentAcks;
  /** @returns when the keys that were changed so far are durable, as before a frame leaves; false when they never will be */
  durable(): Promise<boolean>;
  /** Closes politely. @returns when the socket is gone, after `withinMs` at the latest */
  end(withinMs: number): Promise<void>;
  /** Cuts the connection at once: nothing more leaves. */
  cut(): void;
  /** Ends the connection as if it had been lost: `closed` is told. */
  giveUp(): void;
}

interface SessionEvents {
  qr(payload: string): void;
  /** The phone has confirmed the link; WhatsApp asks for a new connection next. */
  paired(): void;
  open(): void;
  /** Before the device is linked. */
  pairingSign(sign: PairingSign): void;
  /** Told once, and not after `end` or `cut`. */
  closed(disconnect: Disconnect): void;
  /** @param stored to be called when nothing of these messages can be lost any more */
  upsert(upsert: BaileysEventMap['messages.upsert'], stored: () => void): void;
  update(updates: BaileysEventMap['messages.update']): void;
}

interface SessionDeps {
  readonly address: SocketAddress;
  readonly credentials: AuthenticationCreds;
  readonly memory: SignalKeyMemory;
  readonly commits: OrderedCommits;
  readonly log: EventLog;
  /** The text of one of our messages for a phone that could not read it; null leaves the request unanswered. */
  readonly recentText: (request: RecentTextRequest) => Promise<RecentText | null>;
  readonly qrLifeMs: number | undefined;
  /** Asked right before the login leaves; without a yes the connection ends instead. */
  readonly mayLogIn: () => Promise<boolean>;
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  readonly events: SessionEvents;
}

/** A name WhatsApp knows: phones refuse pairing codes of others. */
const BROWSER = Browsers.macOS('Chrome');
/** A database that takes longer is away; the decoy is tried again then. */
const DURABLE_MS = 30_000;
/** `readyState` of an open WebSocket. */
const OPEN = 1;

export function openSocketSession(deps: SessionDeps): SocketSession {
  const holds = createInboundHolds(() => deps.commits.hold());
  // The second part of a stanza whose first part was read belongs to the same message.
  const mayDecrypt = (): boolean => isOpen() || holds.atHand();
  const decrypting = () => holds.decrypting();
  const socket = openSocket(deps, { mayDecrypt, decrypting, isOver: () => over });
  const wire = wireOf(socket);
  keepOpenForHandOver(socket, { wire, holds });
  holdLogin(wire, deps);
  const gate = createOutputGate({ socket: wire, commits: deps.commits });
  const acks = createSentAcks(isOpen);
  let over = false;

  function isOpen(): boolean {
    return !over && wire.readyState === OPEN;
  }

  function finish(): boolean {
    if (over) return false;
    over = true;
    holds.close();
    gate.close();
    acks.close();
    return true;
  }

  socket.ws.on('frame', dropUnencrypted);
  socket.ws.on('frame', (frame: unknown) => {
    const sign = over || isPaired(deps.credentials) ? null : readPairingSign(frame);
    if (sign) deps.events.pairingSign(sign);
  });
  socket.ws.on('frame', (stanza: unknown) => {
    deps.serverClock.hear(stanza);
    acks.hear(stanza);
  });
  catchListeners(socket.ws, (error) => deps.log.error('whatsapp.listener_failed', { error }));
  socket.ev.on('creds.update', () => deps.memory.saveCredentials(deps.credentials));
  socket.ev.on('connection.update', (update) => {
    if (over) return;
    if (update.qr) deps.events.qr(update.qr);
    if (update.isNewLogin) deps.events.paired();
    if (update.connection === 'open') deps.events.open();
    if (update.connection === 'close' && finish())
      deps.events.closed(readDisconnect(update.lastDisconnect?.error));
  });
  listenBeforeBuffer(socket, deps.events, holds);

  return {
    socket,
    gate,
    acks,
    durable: () => deps.commits.settle(DURABLE_MS),
    async end(withinMs) {
      if (!finish()) return;
      const timer = setTimeout(() => wire.terminate(), withinMs);
      await socket.end(undefined);
      clearTimeout(timer);
    },
    giveUp: () => wire.terminate(),
    cut() {
      finish();
      wire.terminate();
    },
  };
}

function openSocket(
  deps: SessionDeps,
  guard: DecryptionGuard & { readonly isOver: () => boolean },
): WASocket {
  const { address, credentials } = deps;
  const keys = deps.memory.openStore(guard.isOver);
  return makeWASocket({
    waWebSocketUrl: address.url,
    ...(address.agent && { agent: address.agent }),
    ...(deps.qrLifeMs !== undefined && { qrTimeout: deps.qrLifeMs }),
    // Baileys would make an Error with its stack for each frame, for a time-out that cannot happen: the gate takes a
    // frame at once. Of the handshake, which it is meant for, the wire has its own limit.
    connectTimeoutMs: 0,
    auth: { creds: credentials, keys },
    makeSignalRepository: durableSignalRepository(keys, guard),
    logger: createLibraryLog(deps.log),
    browser: BROWSER,
    markOnlineOnConnect: false,
    syncFullHistory: false,
    shouldSyncHistoryMessage: () => false,
    shouldIgnoreJid: isNoChat,
    // This sleep would happen inside the one mutex that all messages pass: unreadable messages of one sender would
    // delay all others.
    retryRequestDelayMs: 0,
    // Another phone may name the id, too: the text is sent only to the chat it was for.
    getMessage: async ({ id, remoteJid }) => {
      const chat = parseJid(remoteJid ?? '');
      const recent =
        id && chat.ok ? await recentText(deps, { messageId: id, chat: chat.value }) : null;
      if (recent === null) return undefined;
      const { text, expiration } = recent;
      return {
        extendedTextMessage: { text, ...(expiration > 0 && { contextInfo: { expiration } }) },
      };
    },
  });
}

/** The phone will ask again; an empty message in its place would be shown to the person. */
async function recentText(
  deps: SessionDeps,
  request: RecentTextRequest,
): Promise<RecentText | null> {
  try {
    return await deps.recentText(request);
  } catch (error) {
    deps.log.error('whatsapp.recent_text_failed', { messageId: request.messageId, error });
    return null;
  }
}

function isNoChat(jid: string): boolean {
  return [isJidGroup, isJidBroadcast, isJidNewsletter, isJidMetaAI].some((is) => is(jid));
}

/**
 * Baileys keeps events back, for up to 20 seconds after a login, while their receipts are already out. Messages are
 * taken where they are emitted, before that buffer.
 */
function listenBeforeBuffer(socket: WASocket, events: SessionEvents, holds: InboundHolds): void {
  const emit = socket.ev.emit.bind(socket.ev);
  socket.ev.emit = (name, payload) => {
    if (name === 'messages.upsert')
      events.upsert(payload as BaileysEventMap['messages.upsert'], holds.handedOver());
    if (name === 'messages.update') events.update(payload as BaileysEventMap['messages.update']);
    return emit(name, payload);
  };
}

/**
 * Baileys drops a decrypted message when its receipt finds the socket closed. Until that message is handed over the
 * socket passes for open; the gate lets the receipt go nowhere.
 */
function keepOpenForHandOver(
  socket: WASocket,
  { wire, holds }: { readonly wire: Wire; readonly holds: InboundHolds },
): void {
  Object.defineProperty(socket.ws, 'isOpen', {
    get: () => wire.readyState === OPEN || holds.atHand(),
  });
}
