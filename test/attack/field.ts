import type { GooglePerson } from '#src/dev/google-simulator/people.js';
import {
  startGoogleSimulator,
  type GoogleSimulator,
} from '#src/dev/google-simulator/start-google-simulator.js';
import { createApiBrowser, type ApiBrowser } from '../e2e/support/api-browser.js';
import type { ProductProcess } from '../e2e/support/product-process.js';
import type { SimulatedPhone } from '../e2e/support/simulated-phone.js';
import { letTimePass } from '../e2e/support/stopped-database.js';
import { createWorld, type World } from '../e2e/support/world.js';
import { until } from '../support/until.js';
import { sampleCpf } from '../support/sample-cpf.js';

const LINK = /https?:\/\/\S+(\/l\/[\w-]{43})/;
const CODE = /^\d{6}$/;

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
  readonly world: World;
  readonly google: GoogleSimulator;
  /** Somebody new at Google, with an e-mail of their own when none is given. */
  newGooglePerson(email?: string): GooglePerson;
  product(): ProductProcess;
  /** A browser with an address and cookies of its own. */
  browser(): ApiBrowser;
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
  /** A browser in which this person is signed in. */
  signedIn(person: Person): Promise<ApiBrowser>;
  /** The same by a code that the login page asks for; the last one must be a minute old. */
  signedInByCode(person: Person): Promise<ApiBrowser>;
  /** The log, with every request that was answered before this call in it. */
  settledLog(): Promise<string>;
  /** Everything stored gets that much older; the product is restarted for it. */
  passMinutes(minutes: number): Promise<void>;
  end(): Promise<void>;
}

/** @param root the folder whose build is attacked; this repository when left out */
export async function createField({ root }: { readonly root?: string } = {}): Promise<Field> {
  const world = await createWorld(root === undefined ? {} : { root });
  // One proxy in front: each attacker comes from the address that it names.
  const google = await startGoogleSimulator({ port: 0 });
  const env = {
    TRUST_PROXY: '1',
    GOOGLE_CLIENT_ID: google.client.id,
    GOOGLE_CLIENT_SECRET: google.client.secret,
    GOOGLE_ISSUER: google.issuer,
  };
  let product = await world.startPaired(env);
  let people = 0;
  let addresses = 0;

  function browser(): ApiBrowser {
    addresses += 1;
    const address = `203.0.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
    return createApiBrowser(product.url, { 'x-forwarded-for': address });
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
    const phone = await world.phone(`55119${String(70_000_000 + people)}`, name);
    const cpf = sampleCpf(456_000_000 + people);
    await phone.send(cpf);
    await phone.receive(/Como você se chama/);
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

  return {
    newGooglePerson: (email) => {
      people += 1;
      const name = { givenName: 'Pessoa', familyName: `Google ${people}` };
      return google.addPerson({ ...name, email: email ?? `pessoa.${people}@gmail.example` });
    },
    ...{ world, google, browser, person, stranger, nextAccess, press, unusedCpf },
    product: () => product,
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
      const mark = (await browser().get('/healthz')).header('x-request-id') ?? '';
      await until('the request in the log', () => product.output().includes(mark));
      return product.output();
    },
    passMinutes: async (minutes) => {
      await product.end('SIGTERM');
      await letTimePass(world.dataDir, minutes);
      product = await world.start(env);
      await product.untilWhatsApp();
    },
    end: async () => {
      await world.end();
      await google.close();
    },
  };
}
