import makeWASocket, {
  initAuthCreds,
  WA_CERT_DETAILS,
  type AuthenticationCreds,
  type BaileysEventMap,
  type ConnectionState,
  type SignalDataTypeMap,
  type UserFacingSocketConfig,
  type WAMessage,
  type WASocket,
} from '@whiskeysockets/baileys';
import { pino } from 'pino';
import { until } from './until.js';

/* The real WhatsApp client, unchanged, as a bare bot for tests of the simulator. */

/** Login state in memory; it outlives the sockets that use it, as a database would. */
export interface BotAuth {
  readonly creds: AuthenticationCreds;
  /** Stored values by `type/id`. */
  readonly rows: Map<string, unknown>;
}

export function createBotAuth(): BotAuth {
  return { creds: initAuthCreds(), rows: new Map() };
}

/** Makes this process accept the simulator's root in place of WhatsApp's; the result undoes it. */
export function trustRoot(rootKey: string): () => void {
  const original = WA_CERT_DETAILS.PUBLIC_KEY;
  WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(rootKey, 'base64');
  return () => {
    WA_CERT_DETAILS.PUBLIC_KEY = original;
  };
}

interface ReceivedMessage {
  readonly type: BaileysEventMap['messages.upsert']['type'];
  readonly message: WAMessage;
  readonly text: string | undefined;
}

export interface Bot {
  readonly socket: WASocket;
  /** Messages from people, in the order of their events. */
  readonly received: ReceivedMessage[];
  /** Status codes of its own messages, by id; 0 is refused. */
  readonly statuses: Map<string, number[]>;
  qr(): Promise<string>;
  opened(): Promise<void>;
  /** The status code with which the connection ended. */
  closed(): Promise<number | undefined>;
  /** The first message that fits, waiting for it if need be. */
  message(fits: (message: ReceivedMessage) => boolean): Promise<ReceivedMessage>;
  stop(): Promise<void>;
}

interface BotOptions {
  readonly waUrl: string;
  readonly auth: BotAuth;
  readonly config?: Partial<UserFacingSocketConfig>;
}

export function startBot({ waUrl, auth, config = {} }: BotOptions): Bot {
  const socket = makeWASocket({
    waWebSocketUrl: waUrl,
    auth: { creds: auth.creds, keys: keyStoreOf(auth) },
    logger: pino({ level: 'silent' }),
    markOnlineOnConnect: false,
    syncFullHistory: false,
    // Else a newly paired client holds events back for 20 seconds, waiting for history.
    shouldSyncHistoryMessage: () => false,
    ...config,
  });
  const received: ReceivedMessage[] = [];
  const statuses = new Map<string, number[]>();
  const updates: Partial<ConnectionState>[] = [];

  function noteStatus(id: string | null | undefined, status: unknown): void {
    if (!id || typeof status !== 'number') return;
    statuses.set(id, [...(statuses.get(id) ?? []), status]);
  }

  socket.ev.on('creds.update', (update) => void Object.assign(auth.creds, update));
  socket.ev.on('connection.update', (update) => void updates.push(update));
  socket.ev.on('messages.update', (changes) => {
    for (const { key, update } of changes) noteStatus(key.id, update.status);
  });
  socket.ev.on('messages.upsert', ({ type, messages }) => {
    for (const message of messages) {
      if (message.key.fromMe) noteStatus(message.key.id, message.status);
      else received.push({ type, message, text: message.message?.conversation ?? undefined });
    }
  });

  return {
    socket,
    received,
    statuses,
    qr: () => until('a QR', () => updates.find((update) => update.qr)?.qr),
    async opened() {
      await until('an open connection', () => updates.some((one) => one.connection === 'open'));
    },
    async closed() {
      const end = await until('the end', () => updates.find((one) => one.connection === 'close'));
      return statusCode(end.lastDisconnect?.error);
    },
    message: (fits) => until('a message', () => received.find(fits)),
    async stop() {
      socket.ws.on('error', () => undefined);
      await socket.end(undefined);
    },
  };
}

function statusCode(error: Error | undefined): number | undefined {
  if (!error || !('output' in error)) return undefined;
  return (error.output as { statusCode?: number }).statusCode;
}

function keyStoreOf({ rows }: BotAuth): UserFacingSocketConfig['auth']['keys'] {
  return {
    get(type, ids) {
      const found: Record<string, SignalDataTypeMap[typeof type]> = {};
      for (const id of ids) {
        const value = rows.get(`${type}/${id}`);
        if (value !== undefined) found[id] = value as SignalDataTypeMap[typeof type];
      }
      return found;
    },
    set(data) {
      for (const [type, values] of Object.entries(data)) {
        for (const [id, value] of Object.entries(values)) {
          if (value === null || value === undefined) rows.delete(`${type}/${id}`);
          else rows.set(`${type}/${id}`, value);
        }
      }
    },
  };
}
