import sql from 'sql-template-tag';
import type { LinkKey, LoginLink, LoginLinksInTx } from '#src/app/ports/tables/login-links.js';
import { createRowTags, type RowMeaning } from './row-tags.js';
import { rowName, type TableDeps } from './table-deps.js';

interface LinkRow extends LoginLink, Pick<LinkKey, 'purpose'> {
  readonly tag: Uint8Array | null;
}

type Meaning = Pick<LinkRow, 'id' | 'accountId' | 'purpose' | 'next'>;

const COLUMNS = sql`
  id, account_id AS "accountId", next, expires_at AS "expiresAt", consumed_at AS "consumedAt",
  superseded_at AS "supersededAt", purpose, tag`;

/** Not consumed, not superseded, not over: asked again of the row that a waiting statement finds when it goes on. */
const isOpen = (now: Date) =>
  sql`consumed_at IS NULL AND superseded_at IS NULL AND expires_at > ${now}`;

export function createLoginLinks({ db, index, atomically }: TableDeps): LoginLinksInTx {
  const tags = createRowTags(index);

  /** A row whose tag does not fit was moved or forged, and is treated as no link. */
  function authentic(rows: readonly LinkRow[], tokenDigest: Uint8Array): LoginLink | null {
    const row = rows[0];
    if (row === undefined || !tags.fits(row.tag, meaningOf(tokenDigest, row))) return null;
    const { id, accountId, next, expiresAt, consumedAt, supersededAt } = row;
    return { id, accountId, next, expiresAt, consumedAt, supersededAt };
  }

  return {
    issue: ({ id, purpose, tokenDigest, next, expiresAt, now, ...owner }) => {
      const { accountId } = owner;
      const decoyOf = owner.accountId === null ? index.index('tax-id', owner.decoyOf) : null;
      const meaning = { id, accountId: accountId ?? '', purpose, next };
      const tag = tags.of(meaningOf(tokenDigest, meaning));
      const name = accountId ?? rowName(decoyOf ?? new Uint8Array());
      return atomically(async (tx) => {
        // Two links issued at once queue here, so that only the later one stays open. They do not lock the account's
        // row: a sign-in holds that one while it waits for locks that a sender holds.
        await tx.write`
          SELECT pg_advisory_xact_lock(hashtextextended(${`login_link:${name}`}, 0))`;
        await tx.write`
          WITH superseded AS (
            UPDATE login_link SET superseded_at = ${now}
            WHERE (account_id = ${accountId}::uuid OR decoy_of = ${decoyOf}::bytea)
              AND purpose = ${purpose} AND consumed_at IS NULL AND superseded_at IS NULL)
          INSERT INTO login_link
            (id, account_id, decoy_of, purpose, token_digest, next, created_at, expires_at, tag)
          SELECT ${id}::uuid, a.id, ${decoyOf}::bytea, ${purpose}::text, ${tokenDigest}::bytea,
            ${next}::text, ${now}::timestamptz, ${expiresAt}::timestamptz, ${tag}::bytea
          FROM (SELECT 1) one LEFT JOIN account a ON a.id = ${accountId}::uuid
          WHERE a.id IS NOT NULL OR ${decoyOf}::bytea IS NOT NULL`;
      });
    },
    find: async ({ tokenDigest, purpose }) => {
      const rows = await db.query<LinkRow>`
        SELECT ${COLUMNS} FROM login_link
        WHERE token_digest = ${tokenDigest} AND purpose = ${purpose} AND account_id IS NOT NULL`;
      return authentic(rows, tokenDigest);
    },
    consume: async ({ tokenDigest, purpose }, now) => {
      const rows = await db.query<LinkRow>`
        UPDATE login_link SET consumed_at = ${now}
        WHERE token_digest = ${tokenDigest} AND purpose = ${purpose} AND account_id IS NOT NULL
          AND ${isOpen(now)}
        RETURNING ${COLUMNS}`;
      return authentic(rows, tokenDigest);
    },
    redeem: async ({ tokenDigest, purpose }, now) => {
      const rows = await db.query<LinkRow>`
        WITH owner AS MATERIALIZED (
          SELECT l.id AS link, a.id, a.tax_id_index FROM login_link l
            JOIN account a ON a.id = l.account_id
          WHERE l.token_digest = ${tokenDigest} AND l.purpose = ${purpose} AND a.status = 'active'
          FOR NO KEY UPDATE OF a),
        redeemed AS (
          UPDATE login_link SET consumed_at = ${now} FROM owner
          WHERE login_link.id = owner.link AND ${isOpen(now)}
          RETURNING login_link.*),
        cleared AS (
          UPDATE allowance SET code_failures = 0, chat_live_since = NULL FROM owner, redeemed
          WHERE key = owner.tax_id_index AND (code_failures > 0 OR chat_live_since IS NOT NULL))
        SELECT ${COLUMNS} FROM redeemed`;
      return authentic(rows, tokenDigest);
    },
    supersedeAll: (accountId, now) => db.execute`
      UPDATE login_link SET superseded_at = ${now}
      WHERE account_id = ${accountId}::uuid AND consumed_at IS NULL AND superseded_at IS NULL`,
    removeAll: async (accountId) => {
      await db.prisma((prisma) => prisma.loginLink.deleteMany({ where: { accountId } }));
    },
    eraseDecoys: async (taxId) => {
      const taxIds = index.candidates('tax-id', taxId);
      await db.execute`DELETE FROM login_link WHERE decoy_of = ANY(${taxIds}::bytea[])`;
    },
    sweep: (before, decoysBefore) => db.inlined.execute`
      DELETE FROM login_link WHERE expires_at < ${before}
        OR account_id IS NULL AND expires_at < ${decoysBefore}`,
  };
}

function meaningOf(tokenDigest: Uint8Array, { id, accountId, purpose, next }: Meaning): RowMeaning {
  return ['login_link', id, accountId, purpose, tokenDigest, next ?? ''];
}
