import type { Clock } from '#src/app/ports/clock.js';
import type { Random } from '#src/app/ports/random.js';
import type { Store } from '#src/app/ports/tables/store.js';
import { parsePersonName } from '#src/domain/person-name.js';
import { parsePhone } from '#src/domain/phone.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import { KNOWN } from '../demo/people.js';

/** The demo's known person has an account here, too. */
export async function registerKnown(deps: {
  readonly store: Store;
  readonly random: Random;
  readonly clock: Clock;
}): Promise<void> {
  const [taxId, name, phone] = [
    parseTaxId(KNOWN.cpf),
    parsePersonName(KNOWN.name),
    parsePhone(KNOWN.number, 'br'),
  ];
  if (!taxId.ok || !name.ok || !phone.ok) throw new Error('the person of the demo is not valid');
  const now = deps.clock.now();
  const created = await deps.store.accounts.create({
    ...{ id: deps.random.id(), numberId: deps.random.id(), consentedAt: now, now },
    ...{ taxId: taxId.value, name: name.value, phone: phone.value },
  });
  if (!created.ok) throw new Error(`the person of the demo is not new: ${created.error.code}`);
}
