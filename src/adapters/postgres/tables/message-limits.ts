import sql, { type Sql } from 'sql-template-tag';
import type { MessageLimits } from '#src/app/ports/tables/message-limits.js';
import { freeAt } from '#src/domain/allowance.js';
import { THROTTLES } from '#src/domain/throttle.js';
import type { TableDeps } from './table-deps.js';
import { fits, withNow } from './windows.js';

const { codeResend, codePerAccount, codePerDay } = THROTTLES;
const PAGES = [codeResend, codePerAccount, codePerDay];
/** The messages that were sent before, for any reason. */
const ALTOGETHER = [codePerAccount, codePerDay];

export function createMessageLimits({ db, index }: TableDeps): MessageLimits {
  /** The account's own index: after a change of the master key it may still be one of an older key. */
  function keyOf(taxId: Parameters<MessageLimits['askFromPage']>[0]['taxId']): Sql {
    const candidates = index.candidates('tax-id', taxId);
    return sql`COALESCE(
      (SELECT a.tax_id_index FROM account a WHERE a.tax_id_index = ANY(${candidates}::bytea[])),
      ${index.index('tax-id', taxId)}::bytea)`;
  }

  return {
    askFromPage: async ({ id, taxId, sendable, now }) => {
      const resendSince = new Date(now.getTime() - codeResend.windowMs);
      const granted = fits(sql`l.page_asked`, PAGES, now);
      const sends = sql`(${granted} AND ${sendable}
        AND (l.chat_live_since IS NULL OR l.chat_live_since <= ${resendSince}::timestamptz)
        AND ${fits(sql`l.page_sent || l.chat_sent`, ALTOGETHER, now)})`;
      const rows = await db.query<{ granted: boolean | null; sent: boolean | null; asked: Date[] }>`
        INSERT INTO allowance AS l (key, page_asked, page_sent, grant_id, sent_id, touched_at)
        SELECT ${keyOf(taxId)}, ARRAY[${now}::timestamptz],
          CASE WHEN ${sendable} THEN ARRAY[${now}::timestamptz] ELSE '{}' END, ${id}::uuid,
          CASE WHEN ${sendable} THEN ${id}::uuid END, ${now}::timestamptz
        ON CONFLICT (key) DO UPDATE SET
          page_asked = CASE WHEN ${granted}
            THEN ${withNow(sql`l.page_asked`, codePerDay, now)} ELSE l.page_asked END,
          grant_id = CASE WHEN ${granted} THEN ${id}::uuid ELSE l.grant_id END,
          page_sent = CASE WHEN ${sends}
            THEN ${withNow(sql`l.page_sent`, codePerDay, now)} ELSE l.page_sent END,
          sent_id = CASE WHEN ${sends} THEN ${id}::uuid ELSE l.sent_id END,
          touched_at = ${now}::timestamptz
        RETURNING l.grant_id = ${id}::uuid AS granted, l.sent_id = ${id}::uuid AS sent,
          l.page_asked AS asked`;
      const row = rows[0];
      if (row === undefined) throw new Error('an allowance was neither made nor found');
      // null where nothing was ever granted or sent: there is no id to compare with.
      return {
        granted: row.granted === true,
        sent: row.sent === true,
        nextAt: freeAt(row.asked, PAGES),
      };
    },
    askInChat: async ({ id, taxId, purpose, countOnly, now }) => {
      const resendSince = new Date(now.getTime() - codeResend.windowMs);
      const isSoon = sql`(l.chat_purpose = ${purpose}::text
        AND l.chat_live_since > ${resendSince}::timestamptz)`;
      const granted = sql`(${countOnly} OR (${isSoon}) IS NOT TRUE
        AND ${fits(sql`l.chat_sent`, ALTOGETHER, now)})`;
      const rows = await db.query<{
        granted: boolean | null;
        sent: Date[];
        liveSince: Date | null;
      }>`
        INSERT INTO allowance AS l
          (key, chat_sent, chat_purpose, chat_live_since, grant_id, touched_at)
        SELECT ${keyOf(taxId)}, ARRAY[${now}::timestamptz], ${purpose}::text, ${now}::timestamptz,
          ${id}::uuid, ${now}::timestamptz
        ON CONFLICT (key) DO UPDATE SET
          chat_sent = CASE WHEN ${granted}
            THEN ${withNow(sql`l.chat_sent`, codePerDay, now)} ELSE l.chat_sent END,
          chat_live_since = CASE WHEN ${granted} THEN ${now}::timestamptz
            ELSE l.chat_live_since END,
          chat_purpose = CASE WHEN ${granted} THEN ${purpose}::text ELSE l.chat_purpose END,
          grant_id = CASE WHEN ${granted} THEN ${id}::uuid ELSE l.grant_id END,
          touched_at = ${now}::timestamptz
        RETURNING l.grant_id = ${id}::uuid AS granted, l.chat_sent AS sent,
          CASE WHEN ${isSoon} THEN l.chat_live_since END AS "liveSince"`;
      const row = rows[0];
      if (row === undefined) throw new Error('an allowance was neither made nor found');
      if (row.granted === true) return { ok: true };
      if (row.liveSince !== null) {
        return { ok: false, code: 'too_soon', nextAt: freeAt([row.liveSince], [codeResend]) };
      }
      return { ok: false, code: 'too_many', nextAt: freeAt(row.sent, ALTOGETHER) };
    },
    chatCodeDied: async (accountId) => {
      await db.execute`
        UPDATE allowance SET chat_live_since = NULL
        WHERE key = (SELECT tax_id_index FROM account WHERE id = ${accountId}::uuid)
          AND chat_live_since IS NOT NULL`;
    },
  };
}
