import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import { setUpAdmin, signInAdmin } from './support/admin-client.js';
import type { ProductProcess } from './support/product-process.js';
import { createWorld, pairByApi, type World } from './support/world.js';

interface SimulatorState {
  readonly devices: readonly unknown[];
  readonly connected: boolean;
  readonly stats: { readonly logins: number };
}

describe('pairing the bot from the admin page', () => {
  let world: World;
  let product: ProductProcess;
  beforeAll(async () => {
    world = await createWorld();
    product = await world.start();
  });
  afterAll(() => world.end());

  async function simulatorState(): Promise<SimulatorState> {
    return (await callSimulator(world.simulator.url, '/state')) as SimulatorState;
  }

  it('shows nobody a QR who is not the admin', async () => {
    const answer = await fetch(`${product.url}/api/admin/whatsapp`);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('qr');
    expect((await fetch(`${product.url}/admin/whatsapp`, { redirect: 'manual' })).status).toBe(303);
  });

  it('pairs by the raw QR of the API, survives the 515 and stays paired after a restart', async () => {
    const setupUrl = product.setupUrl();
    expect(setupUrl).not.toBeNull();
    const admin = await setUpAdmin(product.url, setupUrl ?? '');
    await pairByApi(admin, world.simulator.url);
    await product.untilWhatsApp();
    expect(await admin.whatsapp()).toMatchObject({ state: 'open' });
    expect(await admin.whatsapp()).not.toHaveProperty('qr');
    expect((await simulatorState()).devices).toHaveLength(1);

    expect(await product.end('SIGTERM')).toBe(0);
    product = await world.start();
    await product.untilWhatsApp();
    expect(product.setupUrl()).toBeNull();
    expect((await simulatorState()).devices).toHaveLength(1);
    expect((await (await signInAdmin(product.url)).whatsapp()).state).toBe('open');
  });
});
