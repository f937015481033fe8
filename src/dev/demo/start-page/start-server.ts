import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import express, { type Express, type RequestHandler } from 'express';
import { DemoError } from '../demo-error.js';
import { answerProblems, notFound, Problem } from '../../whatsapp-simulator/control/problem.js';
import { guardRequests } from '../../whatsapp-simulator/control/request-guard.js';
import { createStartRoutes } from './routes.js';
import type { Scene } from './scene.js';

const USUAL_PORT = 3003;
const HOST = '127.0.0.1';
/** The name that the product has, too: its cookies reach it in a frame of the same site only. */
const NAME = 'localhost';
const PUBLIC = fileURLToPath(new URL('./public', import.meta.url));

export interface StartServer {
  /** Without a slash at the end. */
  readonly origin: string;
  /** From now on it shows this; before, it only says that the demo is not ready. */
  show(scene: Scene): void;
  close(): Promise<void>;
}

/**
 * Listens for people who start with the demo, on this machine only.
 * @param port where to; undefined: 3003, or any free one when that is taken
 * @throws DemoError when the port that was asked for is taken
 */
export async function startServer(
  port: number | undefined,
  onError: (error: unknown) => void,
): Promise<StartServer> {
  const server = createServer();
  await listenFirst(server, port);
  const origin = `http://${NAME}:${(server.address() as AddressInfo).port}`;
  let scene: Scene | null = null;
  server.on(
    'request',
    createApp(() => scene, onError),
  );
  return {
    origin,
    show: (next) => {
      scene = next;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function createApp(current: () => Scene | null, onError: (error: unknown) => void): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(setHeaders(current), guardRequests);
  app.use(express.static(PUBLIC, { cacheControl: false, index: false }));
  app.use(
    createStartRoutes(() => {
      const scene = current();
      if (scene === null) throw new Problem(503, 'not-ready', 'The demo is not ready yet');
      return scene;
    }),
  );
  app.use(notFound, answerProblems(onError));
  return app;
}

function setHeaders(current: () => Scene | null): RequestHandler {
  return (_req, res, next) => {
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      `frame-src 'self' ${(current()?.frames ?? []).join(' ')}`,
      "form-action 'none'",
      "base-uri 'none'",
      // The page that a chat link opens for a moment is in the frame of the site then.
      "frame-ancestors 'self'",
    ];
    res.set({
      'Content-Security-Policy': policy.join('; '),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    });
    next();
  };
}

async function listenFirst(server: Server, port: number | undefined): Promise<void> {
  try {
    await listen(server, port ?? USUAL_PORT);
  } catch (cause) {
    if (!isTaken(cause)) throw cause;
    if (port !== undefined) throw new DemoError((words) => words.portInUse(port), { cause });
    await listen(server, 0);
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: HOST }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
