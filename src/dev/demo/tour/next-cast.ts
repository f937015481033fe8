import { parseTaxId } from '#src/domain/tax-id.js';
import type { Product } from '#src/main/compose/compose.js';
import { NEWCOMERS, OWNERS, seedPerson, type DemoPerson } from '../people.js';
import { callSimulator } from '../simulator-calls.js';
import type { Cast } from './steps.js';

/**
 * The next newcomer without an account, and the owner who is warned of a stranger; puts their phones on the table and the
 * owner's account into the database.
 * @returns null when every newcomer has an account
 */
export async function nextCast(product: Product, simulatorUrl: string): Promise<Cast | null> {
  for (const [index, newcomer] of NEWCOMERS.entries()) {
    const owner = OWNERS[index];
    if (owner === undefined || (await hasAccount(product, newcomer))) continue;
    await seedPerson(product, { simulatorUrl, person: owner });
    const { number, name } = newcomer;
    await callSimulator(simulatorUrl, '/phones', { number, name });
    return { newcomer, owner };
  }
  return null;
}

async function hasAccount(product: Product, { cpf }: DemoPerson): Promise<boolean> {
  const taxId = parseTaxId(cpf);
  if (!taxId.ok) throw new Error('the CPF of a demo person is not valid');
  return (await product.dependencies.storage.store.accounts.findByTaxId(taxId.value)) !== null;
}
