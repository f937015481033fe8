import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { answerProblems } from '../whatsapp-simulator/control/problem.js';
import { isLoopbackHeader } from '../whatsapp-simulator/control/request-guard.js';
import { createChooser } from './chooser.js';
import { createControlApi, type GoogleControls } from './control-api.js';
import { NO_FAULTS, type Faults } from './faults.js';
import { createIdTokens } from './id-tokens.js';
import { mintTokens } from './mint-tokens.js';
import { misbehave, spoilAnswers } from './misbehave.js';
import { createGooglePeople } from './people.js';
import { ANOTHER_APP, createProvider, type GoogleClient } from './provider.js';
import { createSigningKeys } from './signing-keys.js';
import { createTokenInfo } from './token-info.js';

/** Reachable from this machine only: the simulated Google can sign in as every person. */
const HOST = '127.0.0.1';
const DEMO_CLIENT: GoogleClient = { id: 'zap-login-demo', secret: 'demo-secret' };

export interface GoogleSimulator extends GoogleControls {
  /** Also where the discovery document is. */
  readonly issuer: string;
  readonly client: GoogleClient;
  close(): Promise<void>;
}

/**
 * Starts a Google of this machine's own: OpenID Connect with PKCE, an account chooser with a few invented people, and
 * faults to order. Keeps nothing.
 * @param options.port 0 for any free one
 */
export async function startGoogleSimulator(options: {
  readonly port: number;
  readonly client?: GoogleClient;
  /** The name of this machine in the issuer; cookies in a frame need the name that the page around it has. */
  readonly name?: '127.0.0.1' | 'localhost';
}): Promise<GoogleSimulator> {
  const { port, client = DEMO_CLIENT, name = HOST } = options;
  let faults: Faults = NO_FAULTS;
  const app = express();
  const server = createServer(app);
  // The issuer has the port in it, so the port comes first.
  const [keys] = await Promise.all([createSigningKeys(), listen(server, port)]);
  const issuer = `http://${name}:${(server.address() as AddressInfo).port}`;
  const people = createGooglePeople();
  const idTokens = createIdTokens({ keys, faults: () => faults });
  const provider = await createProvider({ issuer, client, people, keys, idTokens });

  const controls: GoogleControls = {
    faults: () => faults,
    setFaults: (change) => void (faults = { ...faults, ...change }),
    people: () => people.all(),
    addPerson: (person) => people.add(person),
    rotateKeys: () => keys.rotate(),
    tokensFor: ({ sub, app: which = 'this' }) => {
      const person = people.find(sub);
      if (person === undefined) throw new Error(`nobody has the sub ${sub}`);
      const clientId = which === 'this' ? client.id : ANOTHER_APP;
      return mintTokens({ provider, idTokens }, { person, clientId });
    },
  };

  app.disable('x-powered-by');
  app.use((req, res, next) => {
    if (isLoopbackHeader(req.headers.host)) next();
    else res.status(403).end();
  });
  app.use(createControlApi(controls));
  app.use(
    misbehave(() => faults),
    spoilAnswers(() => faults),
  );
  app.use(createChooser(provider, people), createTokenInfo(provider, people), provider.callback());
  app.use(answerProblems(printError));

  return {
    ...controls,
    issuer,
    client,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: HOST }, resolve);
  });
}

function printError(error: unknown): void {
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Google simulator: ${shown}\n`);
}
