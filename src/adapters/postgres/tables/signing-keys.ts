import type { SigningKeyRow, SigningKeys } from '#src/app/ports/tables/signing-keys.js';
import type { TableDeps } from './table-deps.js';

/** Any number that no other advisory lock of this database uses. */
const KEYS_LOCK = 72_707_371;

interface StoredKey extends Omit<SigningKeyRow, 'privateJwk'> {
  readonly privateBox: Uint8Array;
}

export function createSigningKeys({ db, cipher, atomically }: TableDeps): SigningKeys {
  function decryptRow({ privateBox, ...key }: StoredKey): SigningKeyRow {
    const jwk = cipher.decryptText(privateBox, privateContext(key.kid));
    return { ...key, privateJwk: JSON.parse(jwk) as SigningKeyRow['privateJwk'] };
  }

  async function read(tx: TableDeps['db']): Promise<SigningKeyRow[]> {
    const rows = await tx.query<StoredKey>`
      SELECT kid, public_jwk AS "publicJwk", private_box AS "privateBox",
        created_at AS "createdAt", retired_at AS "retiredAt"
      FROM signing_key ORDER BY created_at DESC, kid`;
    return rows.map(decryptRow);
  }

  /** Where no key is in force. */
  async function insert(tx: TableDeps['db'], key: SigningKeyRow): Promise<void> {
    const { kid, publicJwk, privateJwk, createdAt, retiredAt } = key;
    const privateBox = cipher.encrypt(JSON.stringify(privateJwk), privateContext(kid));
    await tx.execute`
      INSERT INTO signing_key (kid, public_jwk, private_box, created_at, retired_at)
      SELECT ${kid}::text, ${JSON.stringify(publicJwk)}::jsonb, ${privateBox}::bytea,
        ${createdAt}::timestamptz, ${retiredAt}::timestamptz
      WHERE NOT EXISTS (SELECT 1 FROM signing_key WHERE retired_at IS NULL)`;
  }

  async function lockKeys(tx: TableDeps['db']): Promise<void> {
    await tx.execute`SELECT pg_advisory_xact_lock(${KEYS_LOCK}::bigint)`;
  }

  return {
    list: () => read(db),
    insertFirst: (key) =>
      atomically(async (tx) => {
        await lockKeys(tx);
        await insert(tx, key);
        const inForce = (await read(tx)).find((row) => row.retiredAt === null);
        if (inForce === undefined) throw new Error('the first signing key was stored as retired');
        return inForce;
      }),
    rotate: ({ key, after, retiredAt }) =>
      atomically(async (tx) => {
        await lockKeys(tx);
        const retired = await tx.execute`
          UPDATE signing_key SET retired_at = ${retiredAt}
          WHERE kid = ${after} AND retired_at IS NULL`;
        if (retired === 1) await insert(tx, key);
        return retired === 1;
      }),
    sweep: (before) => db.inlined.execute`DELETE FROM signing_key WHERE retired_at < ${before}`,
  };
}

function privateContext(kid: string): string {
  return `signing_key.private_box:${kid}`;
}
