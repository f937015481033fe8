import type { GooglePerson } from '#src/dev/google-simulator/people.js';
import {
  startGoogleSimulator,
  type GoogleSimulator,
} from '#src/dev/google-simulator/start-google-simulator.js';
import { ADMIN_PASSWORD } from '../e2e/support/admin-client.js';
import { createApiBrowser, type ApiAnswer, type ApiBrowser } from '../e2e/support/api-browser.js';
import type { ProductProcess } from '../e2e/support/product-process.js';
import type { SimulatedPhone } from '../e2e/support/simulated-phone.js';
import { freePort } from '../e2e/support/free-port.js';
import { createWorld, type World } from '../e2e/support/world.js';
import { openStorage, type Storage, type StorageKind } from './storage.js';
import { until } from '../support/until.js';
import { sampleCpf } from '../support/sample-cpf.js';

const LINK = /https?:\/\/\S+(\/l\/[\w-]{43})/;
const CODE = /^\d{6}$/;

/** What a busy machine needs at most for one restart of the product, and for a program that works meanwhile. */
export const RESTART_WITHIN_MS = 60_000;

/** A magic link's path and the code that came with it. */
export interface Access {
  readonly link: string;
  readonly code: string;
}

/** Somebody with an account and a phone. */
export interface Person {
  readonly cpf: string;
  readonly name: string;
  readonly phone: SimulatedPhone;
  /** What the registration ended with. */
  readonly access: Access;
}

/** The started product, its people, and as many attackers as wanted. */
export interface Field {
  /** The folder whose build is attacked. */
  readonly root: string;
  readonly world: World;
  readonly storage: Storage;
  readonly google: GoogleSimulator;
  /** Somebody new at Google, with an e-mail of their own when none is given. */
  newGooglePerson(email?: string): GooglePerson;
  /** The first instance. */
  product(): ProductProcess;
  /** Every instance: one, or two that share a database and Redis. */
  instances(): readonly ProductProcess[];
  /**
   * A browser with an address and cookies of its own, by turns at each instance.
   * @param from.address what the proxy in front says; one of its own when left out
   * @param from.instance counted round, so that `1` is the other one where there are two
   */
  browser(from?: { readonly address?: string; readonly instance?: number }): ApiBrowser;
  /** A browser in which the admin is signed in. */
  admin(): Promise<ApiBrowser>;
  /** Somebody new who registers in chat. */
  person(name?: string): Promise<Person>;
  /** A phone that has never written. */
  stranger(): Promise<SimulatedPhone>;
  /** A valid CPF that nobody here has. */
  unusedCpf(): string;
  /** The next link and code of this phone. */
  nextAccess(phone: SimulatedPhone): Promise<Access>;
  /** Presses the button of a link's page. */
  press(
    browser: ApiBrowser,
    link: string,
    form?: Readonly<Record<string, string>>,
  ): ReturnType<ApiBrowser['request']>;
  /** The same where it is refused: follows the redirect. @returns the page that says why */
  refusal(browser: ApiBrowser, link: string): Promise<ApiAnswer>;
  /** A browser in which this person is signed in. */
  signedIn(person: Person): Promise<ApiBrowser>;
  /** The same by a code that the login page asks for; the last one must be a minute old. */
  signedInByCode(person: Person): Promise<ApiBrowser>;
  /** The log, with every request that was answered before this call in it. */
  settledLog(): Promise<string>;
  /** Everything stored gets that much older; the product is restarted for it. */
  passMinutes(minutes: number): Promise<void>;
  /** Runs SQL on the database between two runs of the product. @returns the rows of the last statement */
  whileStopped(statements: readonly string[]): ReturnType<Storage['change']>;
  /** Does anything else while no instance runs; `env` is what a program of the product is told to find its data. */
  whileOff<Value>(work: (env: Readonly<Record<string, string>>) => Promise<Value>): Promise<Value>;
  end(): Promise<void>;
}

/** @param options.root the folder whose build is attacked; this repository when left out */
export async function createField({
  root,
  storage: kind = 'embedded',
}: { readonly root?: string; readonly storage?: StorageKind } = {}): Promise<Field> {
  const world = await createWorld(root === undefined ? {} : { root });
  const storage = await openStorage(kind, world.dataDir);
  // One proxy in front: each attacker comes from the address that it names.
  const google = await startGoogleSimulator({ port: 0 });
  const env = () => ({
    ...storage.env,
    TRUST_PROXY: '1',
    GOOGLE_CLIENT_ID: google.client.id,
    GOOGLE_CLIENT_SECRET: google.client.secret,
    GOOGLE_ISSUER: google.issuer,
  });
  let product = await world.startPaired(env());
  // The same after a restart, so that a browser finds its instance again.
  const portBeside = await freePort();
  let beside = await startBeside();
  let people = 0;
  let addresses = 0;

  async function startBeside(): Promise<readonly ProductProcess[]> {
    if (storage.instances === 1) return [];
    const other = await world.startBeside(portBeside, env());
    await other.untilWhatsApp();
    return [other];
  }

  function browser(from: { address?: string; instance?: number } = {}): ApiBrowser {
    addresses += 1;
    const own = `203.0.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
    const { address = own, instance = addresses } = from;
    const targets = [product, ...beside].map(({ url }) => url);
    const target = targets[instance % targets.length];
    return createApiBrowser(world.origin, { 'x-forwarded-for': address }, new Map(), target);
  }

  async function admin(): Promise<ApiBrowser> {
    const own = browser();
    const { status } = await own.post('/api/admin/login', { password: ADMIN_PASSWORD });
    if (status !== 204) throw new Error(`the admin's sign-in answered ${status}`);
    return own;
  }

  /** Ends every instance, the one that owns the number last, so that it starts again as the owner. */
  async function restartAfter<Value>(work: () => Promise<Value>): Promise<Value> {
    for (const instance of [...beside, product]) await instance.end('SIGTERM');
    try {
      return await work();
    } finally {
      product = await world.start(env());
      await product.untilWhatsApp();
      beside = await startBeside();
    }
  }

  function stranger(): Promise<SimulatedPhone> {
    people += 1;
    return world.phone(`55119${String(60_000_000 + people)}`, 'Estranho');
  }

  async function nextAccess(phone: SimulatedPhone): Promise<Access> {
    const link = LINK.exec(await phone.receive(LINK))?.[1] ?? '';
    return { link, code: await phone.receive(CODE) };
  }

  async function person(name = 'Joana Silva'): Promise<Person> {
    people += 1;
    // Others may begin while this one registers.
    const number = people;
    const phone = await world.phone(`55119${String(70_000_000 + number)}`, name);
    const cpf = sampleCpf(456_000_000 + number);
    await phone.send(cpf);
    await phone.receive(/omo você se chama/);
    await phone.send(name);
    await phone.receive(/aceita/);
    await phone.send('1');
    return { cpf, name, phone, access: await nextAccess(phone) };
  }

  function unusedCpf(): string {
    people += 1;
    return sampleCpf(456_000_000 + people);
  }

  function press(from: ApiBrowser, link: string, form: Readonly<Record<string, string>> = {}) {
    return from.request('POST', link, { form });
  }

  async function refusal(from: ApiBrowser, link: string): Promise<ApiAnswer> {
    const [pressed, page] = await from.submit(link, {});
    if (page === undefined) throw new Error(`the form answered ${pressed.status} itself`);
    return page;
  }

  return {
    newGooglePerson: (email) => {
      people += 1;
      const name = { givenName: 'Pessoa', familyName: `Google ${people}` };
      return google.addPerson({ ...name, email: email ?? `pessoa.${people}@gmail.example` });
    },
    root: root ?? process.cwd(),
    ...{ world, storage, google, browser, admin, person, stranger, nextAccess },
    ...{ press, refusal, unusedCpf },
    product: () => product,
    instances: () => [product, ...beside],
    signedIn: async ({ access }) => {
      const own = browser();
      const { status } = await press(own, access.link);
      if (status !== 303) throw new Error(`the link answered ${status}`);
      return own;
    },
    signedInByCode: async ({ cpf, phone }) => {
      const own = browser();
      const asked = await own.post('/api/auth/whatsapp', { taxId: cpf });
      const { challengeId } = asked.body as { challengeId: string };
      const code = await phone.receive(CODE);
      const { status } = await own.post('/api/auth/whatsapp/verify', { challengeId, code });
      if (status !== 200) throw new Error(`the code answered ${status}`);
      return own;
    },
    settledLog: async () => {
      for (const [instance, running] of [product, ...beside].entries()) {
        const mark = (await browser({ instance }).get('/healthz')).header('x-request-id') ?? '';
        await until('the request in the log', () => running.output().includes(mark));
      }
      return [product, ...beside].map((running) => running.output()).join('');
    },
    passMinutes: (minutes) => restartAfter(() => storage.age(minutes)),
    whileStopped: (statements) => restartAfter(() => storage.change(statements)),
    whileOff: (work) =>
      restartAfter(() =>
        work({ DATA_DIR: world.dataDir, PUBLIC_URL: world.origin, ...storage.env }),
      ),
    end: async () => {
      await world.end();
      await google.close();
      await storage.end();
    },
  };
}
