import type { Phone } from '#src/domain/phone.js';
import { rowName, type TableDeps } from './table-deps.js';

type Deps = Pick<TableDeps, 'db' | 'cipher' | 'index'>;

/** A number that an account had before. */
interface FormerNumber {
  readonly phone: Phone;
  /** Since when another account has it; null while none has. */
  readonly takenAt: Date | null;
}

/** Remembers a number that an account gives up, so that its chats can be deleted with the account. */
export async function keepFormer(
  { db, cipher, index }: Deps,
  { accountId, phone, now }: { accountId: string; phone: Phone; now: Date },
): Promise<void> {
  const phoneIndex = index.index('phone', phone);
  const ciphertext = cipher.encrypt(phone, contextOf(accountId, phoneIndex));
  await db.execute`
    INSERT INTO former_number (account_id, phone_index, phone_box, left_at)
    VALUES (${accountId}::uuid, ${phoneIndex}, ${ciphertext}, ${now})
    ON CONFLICT (account_id, phone_index) DO UPDATE SET left_at = EXCLUDED.left_at`;
}

/** The numbers that an account had before, the latest first. */
export async function formerNumbers(
  { db, cipher, index }: Deps,
  accountId: string,
): Promise<readonly FormerNumber[]> {
  const rows = await db.query<{ phoneIndex: Uint8Array; phoneBox: Uint8Array }>`
    SELECT phone_index AS "phoneIndex", phone_box AS "phoneBox" FROM former_number
    WHERE account_id = ${accountId}::uuid ORDER BY left_at DESC, phone_index`;
  const numbers: FormerNumber[] = [];
  for (const { phoneIndex, phoneBox } of rows) {
    const phone = cipher.decryptText(phoneBox, contextOf(accountId, phoneIndex)) as Phone;
    const [taken] = await db.query<{ takenAt: Date }>`
      SELECT created_at AS "takenAt" FROM whatsapp_number
      WHERE phone_index = ANY(${index.candidates('phone', phone)}::bytea[])
        AND account_id <> ${accountId}::uuid`;
    numbers.push({ phone, takenAt: taken?.takenAt ?? null });
  }
  return numbers;
}

function contextOf(accountId: string, phoneIndex: Uint8Array): string {
  return `former_number.phone_box:${accountId}/${rowName(phoneIndex)}`;
}
