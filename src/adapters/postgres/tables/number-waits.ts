import sql, { type Sql } from 'sql-template-tag';
import type { TrustedSender } from '#src/app/ports/tables/accounts.js';
import type { NumberWait, NumberWaits } from '#src/app/ports/tables/number-waits.js';
import { ACCESS_TOKEN_LIFETIME_S } from '#src/domain/session.js';
import type { Jid } from '#src/domain/jid.js';
import { createSenderIndex } from './sender-index.js';
import type { TableDeps } from './table-deps.js';

/** A page that was opened with an access token from before the wait began may show it. */
const TOKEN = sql`make_interval(secs => ${ACCESS_TOKEN_LIFETIME_S})`;
/** A session that was ended counts, too: the person who ended it used the account. */
const IN_USE = sql`
  (EXISTS (SELECT 1 FROM whatsapp_number u WHERE u.id = w.number_id AND u.last_seen_at > w.created_at)
    OR EXISTS (SELECT 1 FROM session s
      WHERE s.account_id = w.account_id AND s.last_seen_at > w.created_at - ${TOKEN}))`;
/** How long the owner's refusal counts. */
const REFUSED_MS = 30 * 24 * 60 * 60_000;
/** The most waits that are opened for one account in `CROWD_MS`, for all senders together. */
const MOST_OPENED = 3;
const CROWD_MS = 7 * 24 * 60 * 60_000;

export function createNumberWaits({ db, cipher, index }: TableDeps): NumberWaits {
  const senders = createSenderIndex(index);

  /** The same WhatsApp account on the same phone; what it does not say has to be missing, too. */
  function isSender(from: TrustedSender): Sql {
    const { lidIndex, identityDigest } = senders.columns(from);
    const [lids, keys] = [candidatesOf(from, lidIndex), keysOf(from)];
    return sql`
      (w.lid_index = ANY(${lids}::bytea[]) OR w.lid_index IS NULL AND ${lidIndex === null})
      AND (w.identity_digest = ANY(${keys}::bytea[])
        OR w.identity_digest IS NULL AND ${identityDigest === null})
      AND w.chat_index = ANY(${index.candidates('jid', from.chat)}::bytea[])`;
  }

  function candidatesOf({ sender }: TrustedSender, lidIndex: Uint8Array | null) {
    if (lidIndex === null) return [];
    return sender.lid === null ? [lidIndex] : index.candidates('jid', `${sender.lid}@lid`);
  }

  function keysOf({ sender: { identityKey } }: TrustedSender): readonly Uint8Array[] {
    return identityKey === null ? [] : index.candidates('identity-key', identityKey);
  }

  /** A refusal counts for that WhatsApp account on any phone and in any chat, so a reinstall does not get around it. */
  function isSenderOrRefused(from: TrustedSender): Sql {
    const lids = candidatesOf(from, senders.columns(from).lidIndex);
    return sql`(w.outcome = 'refused' AND w.lid_index = ANY(${lids}::bytea[])
      OR ${isSender(from)})`;
  }

  async function find(accountId: string, which: Sql, now: Date): Promise<NumberWait | null> {
    const refusedSince = new Date(now.getTime() - REFUSED_MS);
    const crowdedSince = new Date(now.getTime() - CROWD_MS);
    const rows = await db.query<NumberWait>`
      SELECT w.id, w.created_at AS "askedAt", w.opens_at AS "opensAt",
        w.outcome IS NOT DISTINCT FROM 'refused' AS "isRefused",
        w.outcome IS NOT DISTINCT FROM 'crowded' AS "isCrowded", ${IN_USE} AS "isInUse"
      FROM number_wait w
      WHERE w.account_id = ${accountId}::uuid AND ${which}
        AND (w.settled_at IS NULL AND w.expires_at > ${now}
          OR w.outcome = 'refused' AND w.settled_at > ${refusedSince}
          OR w.outcome = 'crowded' AND w.settled_at > ${crowdedSince})
      ORDER BY w.settled_at IS NULL, w.created_at DESC LIMIT 1`;
    return rows[0] ?? null;
  }

  async function isCrowded(accountId: string, now: Date): Promise<boolean> {
    const since = new Date(now.getTime() - CROWD_MS);
    const [opened] = await db.query<{ many: boolean }>`
      SELECT count(*) >= ${MOST_OPENED} AS many FROM number_wait
      WHERE account_id = ${accountId}::uuid AND created_at > ${since}
        AND outcome IS DISTINCT FROM 'crowded'`;
    return opened?.many === true;
  }

  /** Ends the wait as opened and moves the number's memory, in one statement. */
  async function settle(accountId: string, which: Sql, now: Date) {
    const rows = await db.query<{ id: string; jidBox: Uint8Array }>`
      WITH opened AS (
        UPDATE number_wait w SET settled_at = ${now}, outcome = 'opened'
        FROM account a, whatsapp_number n
        WHERE w.account_id = ${accountId}::uuid AND w.settled_at IS NULL AND w.expires_at > ${now}
          AND a.id = w.account_id AND a.status = 'active' AND n.id = w.number_id
          AND NOT EXISTS (SELECT 1 FROM claim c
            WHERE c.account_id = a.id AND c.settled_at IS NULL AND NOT c.held)
          AND ${which}
        RETURNING w.*)
      UPDATE whatsapp_number n
      SET chat_index = o.chat_index, lid_index = o.lid_index, identity_digest = o.identity_digest,
        memory_version = n.memory_version + 1, identity_changed_at = NULL, last_seen_at = ${now},
        proven_at = NULL, renewed_at = ${now}
      FROM opened o WHERE n.id = o.number_id
      RETURNING o.id, o.jid_box AS "jidBox"`;
    return rows[0] ?? null;
  }

  return {
    ask: async ({ id, accountId, phone, from, opensAt, expiresAt, now }) => {
      // Two that ask at once queue here.
      await db.execute`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
      const known = await find(accountId, isSenderOrRefused(from), now);
      if (known !== null)
        return known.isRefused ? 'refused' : known.isCrowded ? 'crowded' : 'waits';
      const crowded = await isCrowded(accountId, now);
      if (!crowded)
        await db.execute`
          UPDATE number_wait SET settled_at = ${now}, outcome = 'replaced'
          WHERE account_id = ${accountId}::uuid AND settled_at IS NULL`;
      const { chatIndex, lidIndex, identityDigest } = senders.columns(from);
      await db.execute`
        INSERT INTO number_wait (id, account_id, number_id, chat_index, jid_box, lid_index,
          identity_digest, created_at, opens_at, expires_at, settled_at, outcome)
        SELECT ${id}::uuid, n.account_id, n.id, ${chatIndex}::bytea,
          ${cipher.encrypt(from.chat, jidContext(id))}::bytea, ${lidIndex}::bytea,
          ${identityDigest}::bytea, ${now}::timestamptz, ${opensAt}::timestamptz,
          ${expiresAt}::timestamptz, ${crowded ? now : null}::timestamptz,
          ${crowded ? 'crowded' : null}
        FROM whatsapp_number n WHERE n.account_id = ${accountId}::uuid
          AND n.phone_index = ANY(${index.candidates('phone', phone)}::bytea[])`;
      return crowded ? 'crowded' : 'asked';
    },
    find: ({ accountId, from, now }) => find(accountId, isSenderOrRefused(from), now),
    open: (accountId, now) => find(accountId, sql`w.settled_at IS NULL`, now),
    openDue: async ({ accountId, from, now }) => {
      const due = sql`
        w.opens_at <= ${now} AND NOT ${IN_USE} AND a.password_box IS NULL
        AND NOT EXISTS (SELECT 1 FROM google_identity g WHERE g.linked_to = a.id)
        AND ${isSender(from)}`;
      return (await settle(accountId, due, now)) !== null;
    },
    accept: async ({ accountId, waitId, now }) => {
      const which = waitId === undefined ? sql`true` : sql`w.id = ${waitId}::uuid`;
      const row = await settle(accountId, which, now);
      return row === null ? null : (cipher.decryptText(row.jidBox, jidContext(row.id)) as Jid);
    },
    refuse: async (accountId, now) => {
      const refused = await db.execute`
        UPDATE number_wait SET settled_at = ${now}, outcome = 'refused'
        WHERE account_id = ${accountId}::uuid AND settled_at IS NULL AND expires_at > ${now}`;
      return refused > 0;
    },
    sweep: (before) => db.inlined.execute`DELETE FROM number_wait WHERE expires_at < ${before}`,
  };
}

function jidContext(id: string): string {
  return `number_wait.jid_box:${id}`;
}
