import type { HeldNotice, OwnerNotices } from '#src/app/ports/tables/owner-notices.js';
import type { TableDeps } from './table-deps.js';

interface HeldRow extends Omit<HeldNotice, 'text'> {
  readonly textBox: Uint8Array;
}

export function createOwnerNotices({ db, cipher }: TableDeps): OwnerNotices {
  return {
    goesOutNow: async ({ accountId, topic, text, windowMs, now }) => {
      const textBox = cipher.encrypt(text, textContext(accountId, topic));
      const dueAt = new Date(now.getTime() + windowMs);
      const windowBegan = new Date(now.getTime() - windowMs);
      // A row that was due and not taken yet goes on holding back: its summary is on its way.
      const rows = await db.query<{ held: number }>`
        INSERT INTO owner_notice AS n (account_id, topic, opened_at)
        VALUES (${accountId}::uuid, ${topic}, ${now})
        ON CONFLICT (account_id, topic) DO UPDATE SET
          opened_at = CASE WHEN n.held = 0 AND n.opened_at <= ${windowBegan}
            THEN excluded.opened_at ELSE n.opened_at END,
          held = CASE WHEN n.held = 0 AND n.opened_at <= ${windowBegan} THEN 0 ELSE n.held + 1 END,
          due_at = CASE WHEN n.held = 0 AND n.opened_at <= ${windowBegan} THEN NULL
            ELSE coalesce(n.due_at, ${dueAt}::timestamptz - (excluded.opened_at - n.opened_at)) END,
          text_box = CASE WHEN n.held = 0 AND n.opened_at <= ${windowBegan} THEN NULL
            ELSE ${textBox}::bytea END
        RETURNING held`;
      return rows[0]?.held === 0;
    },
    drop: async (accountId, topic) => {
      await db.execute`
        UPDATE owner_notice SET held = 0, due_at = NULL, text_box = NULL
        WHERE account_id = ${accountId}::uuid AND topic = ${topic} AND held > 0`;
    },
    forget: async (accountId) => {
      await db.prisma((prisma) => prisma.ownerNotice.deleteMany({ where: { accountId } }));
    },
    takeDue: async ({ limit, now }) => {
      const rows = await db.inlined.query<HeldRow>`
        WITH due AS (
          SELECT account_id, topic, held, text_box FROM owner_notice WHERE due_at <= ${now}
          ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        UPDATE owner_notice n SET opened_at = ${now}, held = 0, due_at = NULL, text_box = NULL
        FROM due WHERE n.account_id = due.account_id AND n.topic = due.topic
        RETURNING due.account_id AS "accountId", due.topic, due.held AS "count",
          due.text_box AS "textBox"`;
      return rows.map(({ textBox, ...notice }) => {
        const context = textContext(notice.accountId, notice.topic);
        return { ...notice, text: cipher.decryptText(textBox, context) };
      });
    },
    sweep: (before) => db.inlined.execute`
      DELETE FROM owner_notice WHERE opened_at < ${before} AND held = 0`,
  };
}

function textContext(accountId: string, topic: string): string {
  return `owner_notice.text_box:${accountId}:${topic}`;
}
