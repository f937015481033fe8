import { parsePersonName } from '#src/domain/person-name.js';
import { parsePhone } from '#src/domain/phone.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import type { Product } from '#src/main/compose/compose.js';
import { callSimulator } from './simulator-calls.js';

export interface DemoPerson {
  readonly name: string;
  /** Digits with country code, as the simulator takes them. */
  readonly number: string;
  /** A valid CPF that belongs to examples all over the web. */
  readonly cpf: string;
}

/** Has an account already. */
export const KNOWN: DemoPerson = {
  name: 'Joana Silva',
  number: '5511987654321',
  cpf: '529.982.247-25',
};

/** Comes for the first time. */
export const NEWCOMER: DemoPerson = {
  name: 'Pedro Souza',
  number: '5521991234567',
  cpf: '111.444.777-35',
};

/**
 * Puts both people's phones on the table and one of them into the database; does nothing twice.
 * @returns whether the known person is new to the database
 */
export async function seedPeople(product: Product, simulatorUrl: string): Promise<boolean> {
  for (const { number, name } of [KNOWN, NEWCOMER]) {
    await callSimulator(simulatorUrl, '/phones', { number, name });
  }
  const taxId = parseTaxId(KNOWN.cpf);
  const name = parsePersonName(KNOWN.name);
  const phone = parsePhone(KNOWN.number, 'br');
  if (!taxId.ok || !name.ok || !phone.ok) throw new Error('the demo person is not valid');
  const { storage, random, clock } = product.dependencies;
  const now = clock.now();
  const created = await storage.store.accounts.create({
    id: random.id(),
    numberId: random.id(),
    taxId: taxId.value,
    name: name.value,
    phone: phone.value,
    consentedAt: now,
    now,
  });
  return created.ok;
}

/** Has her write to the bot, which must be paired: then the code of the login page can reach her. */
export async function openKnownChat(simulatorUrl: string): Promise<void> {
  await callSimulator(simulatorUrl, `/phones/${KNOWN.number}/messages`, { text: 'oi' });
}
