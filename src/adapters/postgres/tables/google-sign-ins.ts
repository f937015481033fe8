import type { GoogleSignIn, GoogleSignInsInTx } from '#src/app/ports/tables/google-sign-ins.js';
import type { TableDeps } from './table-deps.js';

interface SignInRow extends Omit<GoogleSignIn, 'nonce' | 'codeVerifier'> {
  readonly secretsBox: Uint8Array;
}

type Secrets = Pick<GoogleSignIn, 'nonce' | 'codeVerifier'>;

export function createGoogleSignIns({ db, cipher }: TableDeps): GoogleSignInsInTx {
  return {
    create: async ({ stateDigest, bindingDigest, expiresAt, now, ...signIn }) => {
      const { id, intent, accountId, sessionId, nonce, codeVerifier, next } = signIn;
      const secrets = JSON.stringify({ nonce, codeVerifier } satisfies Secrets);
      await db.execute`
        INSERT INTO google_sign_in (id, state_digest, binding_digest, secrets_box, intent,
          account_id, session_id, next, created_at, expires_at)
        VALUES (${id}::uuid, ${stateDigest}, ${bindingDigest},
          ${cipher.encrypt(secrets, secretsContext({ ...signIn, bindingDigest }))}, ${intent}, ${accountId}::uuid,
          ${sessionId}::uuid, ${next}, ${now}, ${expiresAt})`;
    },
    consume: async ({ stateDigest, bindingDigest, now }) => {
      const rows = await db.query<SignInRow>`
        UPDATE google_sign_in SET consumed_at = ${now}
        WHERE state_digest = ${stateDigest} AND binding_digest = ${bindingDigest}
          AND consumed_at IS NULL AND expires_at > ${now}
        RETURNING id, intent, account_id AS "accountId", session_id AS "sessionId", next,
          secrets_box AS "secretsBox"`;
      if (rows[0] === undefined) return null;
      const { secretsBox, ...signIn } = rows[0];
      const secrets = cipher.decryptText(secretsBox, secretsContext({ ...signIn, bindingDigest }));
      return { ...signIn, ...(JSON.parse(secrets) as Secrets) };
    },
    exists: async (id) => {
      const rows = await db.query`SELECT 1 FROM google_sign_in WHERE id = ${id}::uuid`;
      return rows.length === 1;
    },
    removeAll: (accountId, but) => {
      const kept = but?.sessionId ?? null;
      return db.execute`
        DELETE FROM google_sign_in
        WHERE account_id = ${accountId}::uuid
          AND (${kept}::uuid IS NULL OR session_id IS DISTINCT FROM ${kept}::uuid)`;
    },
    sweep: (before) => db.inlined.execute`DELETE FROM google_sign_in WHERE expires_at < ${before}`,
  };
}

/** Names the account, the session and the intent, so that the ciphertext decrypts in no other row. */
function secretsContext(
  signIn: Pick<SignInRow, 'id' | 'intent' | 'accountId' | 'sessionId'> & {
    readonly bindingDigest: Uint8Array;
  },
): string {
  const { id, intent, accountId, sessionId } = signIn;
  const binding = Buffer.from(signIn.bindingDigest).toString('hex');
  return `google_sign_in.secrets_box:${[id, binding, intent, accountId, sessionId].join(':')}`;
}
