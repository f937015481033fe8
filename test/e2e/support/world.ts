import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import { startSimulator, type Simulator } from '#src/dev/whatsapp-simulator/start-simulator.js';
import { copyEmbeddedTemplate } from '../../support/embedded-template.js';
import { until } from '../../support/until.js';
import { setUpAdmin, type AdminClient } from './admin-client.js';
import { freePort } from './free-port.js';
import { startProduct, type ProductProcess } from './product-process.js';
import { createPhone, type SimulatedPhone } from './simulated-phone.js';

/** The phone the tests' bot lives on. */
export const BOT_NUMBER = '5511900000001';

/** One installation with its own data, its own WhatsApp and its own people. */
export interface World {
  readonly simulator: Simulator;
  readonly dataDir: string;
  readonly port: number;
  readonly origin: string;
  start(env?: Readonly<Record<string, string>>): Promise<ProductProcess>;
  /** Starts another instance behind the same public address; `env` names the database and Redis of both. */
  startBeside(port: number, env: Readonly<Record<string, string>>): Promise<ProductProcess>;
  /** Starts the product and pairs its bot by the QR of the admin's JSON API. */
  startPaired(env?: Readonly<Record<string, string>>): Promise<ProductProcess>;
  phone(number: string, name: string): Promise<SimulatedPhone>;
  /** Ends every process of this world and removes its data. */
  end(): Promise<void>;
}

/** @param root the folder whose build runs; this repository when left out */
export async function createWorld({ root }: { readonly root?: string } = {}): Promise<World> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zap-e2e-'));
  // The first start's own making of a database is played by the demo's tests.
  await copyEmbeddedTemplate(dataDir);
  const simulator = await startSimulator({ port: 0 });
  const port = await freePort();
  const running: ProductProcess[] = [];

  async function start(env: Readonly<Record<string, string>> = {}): Promise<ProductProcess> {
    const product = await startProduct({
      dataDir,
      port,
      simulator,
      env,
      ...(root !== undefined && { root }),
    });
    running.push(product);
    return product;
  }

  const origin = `http://localhost:${port}`;

  async function startBeside(
    ownPort: number,
    env: Readonly<Record<string, string>>,
  ): Promise<ProductProcess> {
    const product = await startProduct({
      dataDir: path.join(dataDir, `beside-${ownPort}`),
      port: ownPort,
      simulator,
      env,
      publicUrl: origin,
      ...(root !== undefined && { root }),
    });
    running.push(product);
    return product;
  }

  return {
    simulator,
    dataDir,
    port,
    origin,
    start,
    startBeside,
    startPaired: async (env) => {
      const product = await start(env);
      const setupUrl = product.setupUrl();
      if (setupUrl === null) throw new Error('no set-up address was printed');
      const admin = await setUpAdmin(product.url, setupUrl);
      await pairByApi(admin, simulator.url);
      await product.untilWhatsApp();
      return product;
    },
    phone: (number, name) => createPhone(simulator.url, { number, name }),
    end: async () => {
      for (const product of running) await product.end('SIGKILL');
      await simulator.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Takes the raw QR payload out of the admin's API and shows it to the bot's phone. */
export async function pairByApi(admin: AdminClient, simulatorUrl: string): Promise<void> {
  const qr = await until('a QR in the admin API', async () => (await admin.whatsapp()).qr ?? null);
  await callSimulator(simulatorUrl, '/pair', { qr, number: BOT_NUMBER });
}
