import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { createApp } from './app.js';
import { explainListenError } from './http/cannot-listen.js';
import type { WebDeps } from './deps.js';

/** How long a client may take over its request, so that a slow one does not hold a connection open byte by byte. */
export interface SlowClientLimits {
  /** From the first byte, or from the connection when none comes, to the end of the headers; milliseconds. */
  readonly headersMs: number;
  /** The same to the end of the body. */
  readonly requestMs: number;
  /** Node looks at open requests this often, so that each limit is exceeded by this at most (its default is 30 s). */
  readonly lookMs: number;
}

export const SLOW_CLIENTS: SlowClientLimits = {
  headersMs: 15_000,
  requestMs: 30_000,
  lookMs: 1_000,
};
/** Longer than the idle time of common load balancers (60 s), so that they close first. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;
/** What answers have to finish in at the end; whatever is open then is cut, event streams included. */
const CLOSING_GRACE_MS = 500;

export interface WebServer {
  readonly app: Express;
  /**
   * Rejects with `CannotListenError`, of which `PortInUseError` is one. Port 0: any free one.
   * @returns the address it listens on and the port it got
   */
  listen(where: {
    readonly port: number;
    readonly host: string;
  }): Promise<{ readonly url: string; readonly port: number }>;
  /** Takes no more connections and ends those there are, within a second. */
  close(): Promise<void>;
}

function start(server: Server, where: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(explainListenError(cause, where)));
    server.listen(where.port, where.host, resolve);
  });
}

/** The HTTP edge. It listens only when told to. */
export function createWebServer(
  deps: WebDeps,
  { headersMs, requestMs, lookMs }: SlowClientLimits = SLOW_CLIENTS,
): WebServer {
  const app = createApp(deps);
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: lookMs,
    },
    app,
  );
  server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS;

  return {
    app,
    async listen(where) {
      await start(server, where);
      const { port } = server.address() as AddressInfo;
      const host = where.host.includes(':') ? `[${where.host}]` : where.host;
      return { url: `http://${host}:${port}`, port };
    },
    async close() {
      if (!server.listening) return;
      const cancel = deps.timers.after(CLOSING_GRACE_MS, () => server.closeAllConnections());
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      cancel();
    },
  };
}
