import { findByKeyCheckValue, keyCheckValue, keyIdText } from '#src/adapters/crypto/key-check.js';
import type { KeyRing } from '#src/adapters/crypto/key-ring.js';
import type { InstanceFacts } from '#src/app/ports/tables/instance-facts.js';
import { OperatorError } from './operator-error.js';

/** The first key of the database; of several instances that start on an empty one, one decides. */
const FIRST_KEY = 'master_key_check';
/** Followed by the id of a key: it was the current one once, so that data may rest under it. */
const EVERY_KEY = `${FIRST_KEY}:`;

/**
 * Data written under a missing key could not be read or found, so a start without one of the keys is refused.
 * @throws OperatorError that names the key and what to do
 */
export async function checkMasterKeys(facts: InstanceFacts, keyRing: KeyRing): Promise<void> {
  const first = await facts.insertOnce(FIRST_KEY, Buffer.from(keyCheckValue(keyRing)));
  const firstKey = findByKeyCheckValue(keyRing, textOf(first));
  if (firstKey === null) {
    throw new OperatorError(({ keys }) => keys.other);
  }
  const ever = await facts.list(EVERY_KEY);
  const missing = ever
    .filter(({ value }) => findByKeyCheckValue(keyRing, textOf(value)) === null)
    .map(({ name }) => name.slice(EVERY_KEY.length));
  if (missing.length > 0) {
    const here = keyRing.all.map(keyIdText).join(', ');
    throw new OperatorError(({ keys }) => keys.lacking(missing, here));
  }
  // Only once all are here: a start with a wrong list leaves nothing behind.
  await facts.insertOnce(`${EVERY_KEY}${keyIdText(firstKey)}`, first);
  const current = Buffer.from(keyCheckValue(keyRing));
  await facts.insertOnce(`${EVERY_KEY}${keyIdText(keyRing.current)}`, current);
}

function textOf(value: Uint8Array): string {
  return Buffer.from(value).toString();
}
