import type { Defence } from '../defence.js';

const ID_TOKEN = 'src/adapters/google/id-token.js';
const ACCESS_TOKEN = 'src/adapters/google/access-token.js';
const IDENTITIES = 'src/adapters/postgres/tables/google-identities.js';
const SIGN_INS = 'src/adapters/postgres/tables/google-sign-ins.js';
const PENDING = 'src/adapters/postgres/tables/pending-google-links.js';

/** Cases 33 to 40. */
export const GOOGLE_DEFENCES: readonly Defence[] = [
  { id: 33, what: 'aud', file: ID_TOKEN, present: 'audience: clientId,', absent: '' },
  { id: 33, what: 'iss', file: ID_TOKEN, present: 'issuer: issuers,', absent: '' },
  {
    id: 33,
    what: 'azp',
    file: ID_TOKEN,
    present: 'if (azp !== undefined && azp !== clientId)',
    absent: 'if (azp === null)',
  },
  {
    id: 33,
    what: 'exp',
    file: ID_TOKEN,
    present: 'clockTolerance: CLOCK_TOLERANCE_S,',
    absent: 'clockTolerance: 1e9,',
  },
  {
    id: 33,
    what: 'the signature',
    file: ID_TOKEN,
    present: 'const verified = await jwtVerify(token, findKey, {',
    absent: `const verified = { payload: JSON.parse(Buffer.from(token.split('.')[1], 'base64url')) };
            void ({`,
  },
  {
    id: 34,
    what: 'the audience of an access token',
    file: ACCESS_TOKEN,
    present: 'const { aud, azp = clientId, sub, expires_in: left } = info.data;',
    absent: 'const { sub, expires_in: left } = info.data; const aud = clientId, azp = clientId;',
  },
  {
    id: 35,
    what: 'the browser of the state',
    file: SIGN_INS,
    present: ' AND binding_digest = ${bindingDigest}',
    absent: ' AND ${bindingDigest}::bytea IS NOT NULL',
    also: {
      file: SIGN_INS,
      present: "const binding = Buffer.from(signIn.bindingDigest).toString('hex');",
      absent: "const binding = '';",
    },
  },
  {
    id: 35,
    what: 'the nonce',
    file: ID_TOKEN,
    present: "return wanted === null || nonce === wanted ? null : 'nonce_wrong';",
    absent: 'return null;',
  },
  {
    id: 35,
    what: 'one use of the state',
    file: SIGN_INS,
    present: 'AND consumed_at IS NULL AND',
    absent: 'AND',
  },
  {
    id: 36,
    what: 'one account for a sub, for good',
    file: IDENTITIES,
    present: "return isFree ? ok({ isNew: true }) : fail({ code: 'sub_taken' });",
    absent: 'return ok({ isNew: isFree });',
  },
  {
    id: 36,
    what: 'a link never overwrites another',
    file: IDENTITIES,
    present: 'if (linked !== undefined) {',
    absent: `await tx.$executeRaw\`DELETE FROM google_identity WHERE linked_to = \${accountId}::uuid\`;
            if (linked === null) {`,
  },
  {
    id: 37,
    what: 'an e-mail never links',
    file: 'src/app/sign-in/google/sign-in.js',
    present: 'const identity = await tx.googleIdentities.findBySub(profile.sub);',
    absent: `const identity = (await tx.googleIdentities.findBySub(profile.sub)) ?? await (async () => {
                const known = await store.googleIdentities.findBySub(String(BigInt(profile.sub) - 1n).padStart(21, '0'));
                return known?.email === profile.email ? known : null;
            })();`,
  },
  {
    id: 38,
    what: 'a contested account gains no way in',
    file: 'src/app/account/has-open-claim.js',
    present: 'return tables.claims.contests(accountId);',
    absent: 'return Promise.resolve(accountId === null && tables === null);',
  },
  {
    id: 38,
    what: 'the loser’s ways in go',
    file: 'src/app/sign-in/password/method.js',
    present: 'await tx.passwords.remove(accountId);',
    absent: 'void [tx, accountId];',
  },
  {
    id: 39,
    what: 'the owner is told',
    file: 'src/app/sign-in/google/unlink.js',
    present: "await tellOwner({ random }, tx, { accountId, topic: 'google_unlinked', text, now });",
    absent: 'void text;',
  },
  {
    id: 40,
    what: 'the browser of the pending link',
    file: PENDING,
    present: ' AND binding_digest = ${bindingDigest}',
    times: 3,
    absent: ' AND ${bindingDigest}::bytea IS NOT NULL',
  },
  {
    id: 40,
    what: 'nothing but the pending link says who it is',
    file: 'web-link/google/api-routes.js',
    present: 'Password.extend({ linkId, taxId: z.string() }),',
    absent: 'z.object({ password: z.string(), linkId, taxId: z.string() }),',
  },
];
