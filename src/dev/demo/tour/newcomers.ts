import { parseTaxId } from '#src/domain/tax-id.js';
import type { Product } from '#src/main/compose/compose.js';
import { NEWCOMERS, type DemoPerson } from '../people.js';
import { callSimulator } from '../simulator-calls.js';

/**
 * Puts the phone of the next person without an account on the table.
 * @returns the first of them, or null when everybody has an account
 */
export async function nextNewcomer(
  product: Product,
  simulatorUrl: string,
): Promise<DemoPerson | null> {
  for (const person of NEWCOMERS) {
    const taxId = parseTaxId(person.cpf);
    if (!taxId.ok) throw new Error('the CPF of a demo person is not valid');
    const account = await product.dependencies.storage.store.accounts.findByTaxId(taxId.value);
    if (account !== null) continue;
    const { number, name } = person;
    await callSimulator(simulatorUrl, '/phones', { number, name });
    return person;
  }
  return null;
}
