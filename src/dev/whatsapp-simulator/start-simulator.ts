import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import { WebSocketServer } from 'ws';
import { createCertificateAuthority } from './wire/certificate-authority.js';
import { createDeviceRegistry } from './pairing/companion-device.js';
import { createConnection } from './wire/connection.js';
import { createControlApi } from './control/control-api.js';
import { createDisorder } from './chats/disorder.js';
import { createEventHub } from './control/events.js';
import { createInsights } from './control/insights.js';
import { createFaults } from './control/fault-settings.js';
import { takeStanza } from './chats/inbox.js';
import { createPhoneDirectory } from './chats/phone-directory.js';
import { answerProblems, notFound } from './control/problem.js';
import {
  createHeaders,
  guardRequests,
  isLoopback,
  isLoopbackHeader,
} from './control/request-guard.js';
import { encodeSavedState, type SavedState } from './saved-state.js';
import { signIn, signOut } from './wire/sign-in.js';
import { silenceSignalLibrary } from './chats/signal-library.js';
import { createStateFile, loadState } from './state-file.js';
import type { ServerAddresses } from './control/views.js';
import { createStats } from './control/stats.js';
import type { World } from './world.js';

export interface SimulatorOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Where everything is kept, to go on after a restart; without it a run starts with nothing. */
  readonly stateFile?: string;
  /** A loopback address; 127.0.0.1 unless given. */
  readonly host?: string;
  /** The origin whose pages may show the phones in a frame, as the demo's does; none unless given. */
  readonly framedBy?: string;
  /** Told of bugs and broken clients; written to stderr unless given. */
  readonly onError?: (error: unknown) => void;
}

export interface Simulator {
  /** The phone page and control API, without a slash at the end. */
  readonly url: string;
  /** What a WhatsApp client connects to. */
  readonly waUrl: string;
  /** The root key a client has to trust, base64 of 32 bytes. */
  readonly rootKey: string;
  /** Cuts all sockets, saves and stops. */
  close(): Promise<void>;
}

const CHAT_PATH = '/ws/chat';
const PAGE = fileURLToPath(new URL('./page', import.meta.url));
const FIRST_DEVICE_ID = 12;
/** The longest text of a message, each character escaped. */
const BODY_LIMIT = '512kb';
/** Longer than the pauses of a busy test process, which would reuse a connection just as it closes. */
const KEEP_ALIVE_MS = 120_000;
const FRAME_LIMIT_BYTES = 16 * 1024 * 1024;

/** Starts the simulator; rejects when the port is taken, the host is not loopback, or in production. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port, stateFile, host = '127.0.0.1', framedBy = null, onError = printError } = options;
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error('The WhatsApp simulator does not run with NODE_ENV=production');
  }
  if (!isLoopback(host))
    throw new Error('The WhatsApp simulator listens on loopback addresses only');
  silenceSignalLibrary();

  const saved = stateFile === undefined ? undefined : await loadState(stateFile);
  const world = createWorld(saved, onError);
  const file =
    stateFile === undefined
      ? undefined
      : createStateFile({
          path: stateFile,
          encode: () => encodeSavedState(world),
          failed: onError,
        });
  world.changed = () => file?.changed();

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  const gateway = attachGateway(server, world);
  await listen(server, { port, host });
  const addresses = addressesOf(server, host);
  server.on('request', createApp(world, { addresses, framedBy }));
  world.changed();

  return {
    ...addresses,
    rootKey: world.authority.rootPublicKey.toString('base64'),
    async close() {
      for (const connection of world.connections) connection.drop();
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all(world.phones.all().map((phone) => phone.queue));
      await file?.flush();
    },
  };
}

function createWorld(saved: SavedState | undefined, onError: (error: unknown) => void): World {
  const [faults, stats] = [createFaults(), createStats()];
  return {
    authority: createCertificateAuthority(saved?.authority),
    phones: createPhoneDirectory(saved?.phones ?? []),
    devices: createDeviceRegistry(saved?.devices ?? [], saved?.nextDeviceId ?? FIRST_DEVICE_ID),
    connections: new Set(),
    events: createEventHub(),
    insights: createInsights(),
    ...{ faults, stats, disorder: createDisorder(faults, stats) },
    camera: { qr: null },
    botNumber: saved?.botNumber,
    changed: () => undefined,
    failed: onError,
  };
}

/** WebSockets of WhatsApp clients; refused while the simulator plays being out of reach. */
function attachGateway(server: Server, world: World): WebSocketServer {
  const gateway = new WebSocketServer({ noServer: true, maxPayload: FRAME_LIMIT_BYTES });
  server.on('upgrade', (request, socket: Duplex, head) => {
    const path = request.url?.split('?')[0];
    if (world.faults.offline || path !== CHAT_PATH || !isLoopbackHeader(request.headers.host)) {
      socket.destroy();
      return;
    }
    gateway.handleUpgrade(request, socket, head, (client) => {
      const connection = createConnection(client, {
        authority: world.authority,
        latencyMs: () => world.faults.latencyMs,
        opened: (opened, handshake) => signIn(world, opened, handshake),
        received: (from, node) => takeStanza(world, from, node),
        closed: (closed) => signOut(world, closed),
        failed: world.failed,
      });
      world.connections.add(connection);
    });
  });
  return gateway;
}

function createApp(
  world: World,
  { addresses, framedBy }: { addresses: ServerAddresses; framedBy: string | null },
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(createHeaders(framedBy), guardRequests, express.json({ limit: BODY_LIMIT }));
  app.use(express.static(PAGE, { cacheControl: false }));
  app.use(createControlApi(world, addresses));
  app.use(notFound);
  app.use(answerProblems(world.failed));
  return app;
}

function listen(server: Server, at: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function addressesOf(server: Server, host: string): ServerAddresses {
  const { port } = server.address() as AddressInfo;
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return { url: `http://${authority}`, waUrl: `ws://${authority}${CHAT_PATH}` };
}

function printError(error: unknown): void {
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`WhatsApp simulator: ${shown}\n`);
}
