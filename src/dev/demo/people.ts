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

/** Come for the first time, one after the other. The simulated Google knows them, too. */
export const NEWCOMERS: readonly [DemoPerson, ...DemoPerson[]] = [
  { name: 'Pedro Souza', number: '5521991234567', cpf: '111.444.777-35' },
  { name: 'Maria Aparecida dos Santos', number: '5531987651234', cpf: '234.567.891-73' },
  { name: 'João Batista Oliveira', number: '5541996543210', cpf: '345.678.912-28' },
  { name: "Ana Beatriz D'Ávila", number: '5571992345678', cpf: '456.789.123-64' },
  { name: 'Antônio Carlos Conceição', number: '5581993456789', cpf: '567.891.234-82' },
];

export const [NEWCOMER] = NEWCOMERS;

/** Have an account, and a stranger who reads their links; one for each newcomer. */
export const OWNERS: readonly [DemoPerson, ...DemoPerson[]] = [
  { name: 'Carla Mendes', number: '5561991112233', cpf: '678.912.345-82' },
  { name: 'Rafael Nunes', number: '5585992223344', cpf: '789.123.456-64' },
  { name: 'Lúcia Barbosa', number: '5551993334455', cpf: '891.234.567-28' },
  { name: 'Tiago Ferreira', number: '5562994445566', cpf: '912.345.678-73' },
  { name: 'Helena Prado', number: '5548995556677', cpf: '321.654.987-91' },
];

/**
 * Puts a person's phone on the table and the account into the database; does nothing twice.
 * @returns whether the person is new to the database
 */
export async function seedPerson(
  product: Product,
  { simulatorUrl, person }: { readonly simulatorUrl: string; readonly person: DemoPerson },
): Promise<boolean> {
  await callSimulator(simulatorUrl, '/phones', { number: person.number, name: person.name });
  const taxId = parseTaxId(person.cpf);
  const name = parsePersonName(person.name);
  const phone = parsePhone(person.number, 'br');
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

/** Has the known person write to the bot, which must be paired: then the code of the login page can reach her. */
export async function openKnownChat(simulatorUrl: string): Promise<void> {
  await callSimulator(simulatorUrl, `/phones/${KNOWN.number}/messages`, { text: 'oi' });
}
