import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCpf } from '../support/sample-cpf.js';
import { createApiBrowser, type ApiBrowser } from './support/api-browser.js';
import type { ProductProcess } from './support/product-process.js';
import type { SimulatedPhone } from './support/simulated-phone.js';
import { createWorld, type World } from './support/world.js';

const CPF = sampleCpf(456_123_789);
const STRANGERS_CPF = sampleCpf(987_321_654);

interface Challenge {
  readonly challengeId: string;
  readonly expiresIn: number;
  readonly resendIn: number;
}

describe('the JSON calls, as another program makes them', () => {
  let world: World;
  let product: ProductProcess;
  let joana: SimulatedPhone;
  let browser: ApiBrowser;
  let chatCode = '';
  let challenge: Challenge;
  beforeAll(async () => {
    world = await createWorld();
    product = await world.startPaired();
    joana = await world.phone('5511988887777', 'Joana');
    await joana.send(CPF);
    await joana.receive(/omo você se chama/);
    await joana.send('Joana Prado');
    await joana.receive(/aceita/);
    await joana.send('aceito');
    chatCode = await joana.receive(/^\d{6}$/);
    browser = createApiBrowser(product.url);
  });
  afterAll(() => world.end());

  it('answers a known and an unknown CPF alike', async () => {
    const known = await browser.post('/api/auth/whatsapp', { taxId: CPF });
    const unknown = await createApiBrowser(product.url).post('/api/auth/whatsapp', {
      taxId: STRANGERS_CPF,
    });
    expect([known.status, unknown.status]).toEqual([202, 202]);
    challenge = known.body as Challenge;
    expect({ ...challenge, challengeId: '' }).toEqual({
      ...(unknown.body as Challenge),
      challengeId: '',
    });
    expect(known.headers.filter(([name]) => name !== 'x-request-id').map(([name]) => name)).toEqual(
      unknown.headers.filter(([name]) => name !== 'x-request-id').map(([name]) => name),
    );
    const wrong = { challengeId: (unknown.body as Challenge).challengeId, code: '000000' };
    const stranger = await createApiBrowser(product.url).post('/api/auth/whatsapp/verify', wrong);
    expect(stranger.status).toBe(410);
  });

  it('sends no second code within a minute and says when', async () => {
    const again = await browser.post('/api/auth/whatsapp', { taxId: CPF });
    expect(again.status).toBe(429);
    expect(again.body).toMatchObject({ code: 'too_many_requests' });
    expect(Number(again.header('retry-after'))).toBeGreaterThan(0);
  });

  it('refuses the code in another browser than the one that asked', async () => {
    const { challengeId } = challenge;
    const other = createApiBrowser(product.url);
    const refused = await other.post('/api/auth/whatsapp/verify', { challengeId, code: chatCode });
    expect(refused.status).toBe(410);
    expect(refused.body).toMatchObject({ code: 'challenge_expired' });
  });

  it('counts a wrong code, takes the right one, and refuses it a second time', async () => {
    const { challengeId } = challenge;
    const wrong = chatCode === '000000' ? '000001' : '000000';
    const refused = await browser.post('/api/auth/whatsapp/verify', { challengeId, code: wrong });
    expect(refused.status).toBe(401);
    expect(refused.body).toMatchObject({ code: 'wrong_code' });
    const taken = await browser.post('/api/auth/whatsapp/verify', { challengeId, code: chatCode });
    expect(taken.status).toBe(200);
    expect(taken.body).toEqual({ status: 'logged_in' });
    const again = await browser.post('/api/auth/whatsapp/verify', { challengeId, code: chatCode });
    // As a wrong one: an unknown CPF's code cannot be used up, and the answers are alike (case B2).
    expect(again.status).toBe(401);
    expect(again.body).toMatchObject({ code: 'wrong_code' });
  });

  it('issues a token that another program verifies by JWKS, without the CPF', async () => {
    const token = browser.cookie('zl_access');
    const jwks = (await browser.get('/.well-known/jwks.json')).body as JSONWebKeySet;
    const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), {
      issuer: world.origin,
      audience: world.origin,
    });
    const me = (await browser.get('/api/auth/me')).body as { accountId: string };
    expect(payload.sub).toBe(me.accountId);
    expect(JSON.stringify(payload)).not.toContain(CPF);
    expect(me).toMatchObject({ name: 'Joana Prado', methods: [{ method: 'whatsapp' }] });
    expect(JSON.stringify(me)).not.toContain(CPF);
  });

  it('rotates the refresh token; the old one twice within the grace gets the same successor', async () => {
    const before = browser.cookie('zl_refresh');
    expect((await browser.post('/api/auth/refresh')).status).toBe(200);
    const after = browser.cookie('zl_refresh');
    expect(after).not.toBe(before);
    const otherTab = createApiBrowser(product.url);
    otherTab.setCookie('zl_refresh', before);
    expect((await otherTab.post('/api/auth/refresh')).status).toBe(200);
    expect(otherTab.cookie('zl_refresh')).toBe(after);
  });

  it('signs out: cookies, access token and refresh token are worth nothing at once', async () => {
    const copy = createApiBrowser(product.url);
    copy.setCookie('zl_access', browser.cookie('zl_access'));
    copy.setCookie('zl_refresh', browser.cookie('zl_refresh'));
    expect((await copy.get('/api/auth/me')).status).toBe(200);
    expect((await browser.post('/api/auth/logout')).status).toBe(204);
    expect((await browser.get('/api/auth/me')).status).toBe(401);
    expect((await copy.get('/api/auth/me')).status).toBe(401);
    expect((await copy.post('/api/auth/refresh')).status).toBe(401);
  });
});
