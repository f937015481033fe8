import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import supertest from 'supertest';
import { createPasswordHasher } from '#src/adapters/crypto/password-hasher.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createTimers } from '#src/adapters/timing/timers.js';
import { createSettleClaims } from '#src/app/admin/settle-claims.js';
import { startGoogleLinkFromChat } from '#src/app/sign-in/google/start-from-chat.js';
import { readConfig } from '#src/config/config.js';
import { startGoogleSimulator } from '#src/dev/google-simulator/start-google-simulator.js';
import { parseReason } from '#src/domain/audit-event.js';
import type { Jid } from '#src/domain/jid.js';
import { botNumberFromWhatsAppUser } from '#src/domain/bot-number.js';
import { composeWeb } from '#src/main/compose/web.js';
import { connectInstances } from '#src/main/connect-instances.js';
import type { Dependencies } from '#src/main/compose/dependencies.js';
import { openStorage } from '#src/main/open-storage.js';
import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { newChat, newPerson, newPhone } from '../contract/parts.js';
import { copyEmbeddedTemplate } from './embedded-template.js';
import { visitGoogle } from './google-visit.js';
import { withEvents } from './events.js';
import { SAO_PAULO } from './time-zone.js';
import { takeSent } from './take-sent.js';

export const PUBLIC_URL = 'http://localhost:3000';
export const PASSWORD = 'uma frase bem longa de teste';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
const BOT = botNumberFromWhatsAppUser('5511912345678');

const newAddress = () => `10.${randomBytes(3).join('.')}`;

export type GoogleWorld = Awaited<ReturnType<typeof createGoogleWorld>>;

/** The whole web side over an embedded database and a simulated Google; only WhatsApp is left out. */
export async function createGoogleWorld(env: Readonly<Record<string, string>> = {}) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zap-google-'));
  await copyEmbeddedTemplate(dataDir);
  const simulator = await startGoogleSimulator({ port: 0 });
  const config = readConfig({
    DATA_DIR: dataDir,
    PUBLIC_URL,
    MASTER_KEY: randomBytes(32).toString('base64'),
    GOOGLE_CLIENT_ID: simulator.client.id,
    GOOGLE_CLIENT_SECRET: simulator.client.secret,
    GOOGLE_ISSUER: simulator.issuer,
    TRUST_PROXY: '1',
    ...env,
  });
  const logged: unknown[] = [];
  const note = (event: string, fields?: unknown): void => void logged.push({ event, fields });
  const log = { info: note, warn: note, error: note };
  let aheadMs = 0;
  const clock = { now: () => new Date(Date.now() + aheadMs) };
  const broken = (error: Error): never => {
    throw error;
  };
  const storage = await openStorage({ config, log, onFatal: broken });
  const board = { cause: null, qr: null, pairingCode: null, heldUntil: null };
  const shared = await connectInstances({
    ...{ redisUrl: null, cipher: storage.cipher, clock, random: systemRandom, log },
    instance: 'one',
    initial: { ...board, state: 'open', since: clock.now(), phone: BOT },
    openBoard: () => broken(new Error('one process has its board in memory')),
  });
  const accessCopy = createAccessCopy({ copy: COPY['pt-BR'], timeZone: SAO_PAULO });
  const timers = createTimers(log);
  const { bus } = shared;
  const store = withEvents(storage.store, { bus, clock, log });
  const dependencies: Dependencies = {
    storage: { ...storage, store },
    ...{ shared, clock, random: systemRandom, timers, log, copy: COPY['pt-BR'], accessCopy },
  };
  const { server } = await composeWeb(dependencies, config);
  const { url } = await server.listen({ port: 0, host: '127.0.0.1' });
  const { digests } = storage;
  const claims = createSettleClaims({ store, clock, random: systemRandom, copy: accessCopy });

  return {
    ...{ store, simulator, logged, board: shared.board },
    now: () => clock.now(),
    pass: (ms: number) => void (aheadMs += ms),
    /** A browser with an address of its own, so that no test uses up another's limits. */
    browser: () =>
      supertest
        .agent(url)
        .set({ Origin: PUBLIC_URL, 'User-Agent': CHROME, 'X-Forwarded-For': newAddress() }),
    /** Somebody with a Google account whom no other test of the world uses. */
    googler: (email?: string) =>
      simulator.addPerson({
        ...{ givenName: 'Joana', familyName: 'Silva' },
        ...(email !== undefined && { email }),
      }),
    /** A registered person whose chat is open. */
    async person({ password = false } = {}) {
      const now = clock.now();
      const person = { ...newPerson(), now };
      const chat = newChat();
      await store.accounts.create(person);
      await store.transaction(async ({ conversations }) => {
        await conversations.lock({ chat, phone: person.phone, now });
        const snapshot = { version: 1, state: null };
        await conversations.save({ chat, snapshot, lastInboundAt: now, now });
      });
      if (password) {
        const hash = await createPasswordHasher().hash(PASSWORD);
        await store.passwords.set({ accountId: person.id, hash, now });
      }
      return { ...person, chat };
    },
    /** Somebody says from another number that the CPF is theirs. */
    async claim(person: { id: string; taxId: ReturnType<typeof newPerson>['taxId'] }) {
      const claim = { id: systemRandom.id(), accountId: person.id, taxId: person.taxId };
      const from = { chat: newChat(), phone: newPhone() };
      await store.claims.record({ ...claim, ...from, now: clock.now() });
      return claim.id;
    },
    /** The admin finds that the claimant is right. */
    uphold(id: string) {
      const reason = parseReason('documentos conferidos');
      if (!reason.ok) throw new Error('no reason');
      return claims.settle({ id, outcome: 'upheld', reason: reason.value });
    },
    /** What was put into a chat's outbox, oldest first; takes it out. */
    sentTo: (chat: Jid) => takeSent(store.outbox, chat, clock.now()),
    /** What "google" in the chat answers with. */
    chatLink: (accountId: string) =>
      startGoogleLinkFromChat({ random: systemRandom, digests, publicUrl: PUBLIC_URL }, store, {
        accountId,
        now: clock.now(),
      }),
    /** No way of the product does this. */
    async loseNumbers(accountId: string) {
      await storage.database.db.execute`
        DELETE FROM whatsapp_number WHERE account_id = ${accountId}::uuid`;
    },
    async end() {
      const closed = server.close();
      await Promise.all([closed, simulator.close()]);
      await shared.close();
      await storage.database.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

export type Browser = ReturnType<GoogleWorld['browser']>;

/** "Acessar com Google" in a browser: to Google, through its chooser, and back. */
export async function throughGoogle(
  browser: Browser,
  person: string,
  start = '/api/auth/google/start',
): Promise<supertest.Response> {
  const going = await browser.get(start);
  if (going.status !== 303) return going;
  return comeBack(browser, await visitGoogle(String(going.headers['location']), person));
}

/** The browser follows the address that Google sent it back to. */
export function comeBack(browser: Browser, answer: URL): Promise<supertest.Response> {
  return Promise.resolve(browser.get(`${answer.pathname}${answer.search}`));
}

/** Whose session the browser has; null for nobody's. */
export async function whoIsIn(browser: Browser): Promise<string | null> {
  const me = await browser.get('/api/auth/me');
  return me.status === 200 ? (me.body as { accountId: string }).accountId : null;
}
