import type { KeyedIndex } from '#src/app/ports/crypto/field-cipher.js';
import type { TrustedSender } from '#src/app/ports/tables/accounts.js';
import { whatsAppUsersOf, type Phone } from '#src/domain/phone.js';
import type { Jid } from '#src/domain/jid.js';
import { chatOfLid, lidOf } from '#src/domain/sender.js';

/** A sender as a row stores it. A LID identifies a person, so only its index is stored. */
interface SenderColumns {
  readonly chatIndex: Uint8Array;
  readonly lidIndex: Uint8Array | null;
  readonly identityDigest: Uint8Array | null;
}

/** A sender as rows are searched for, under every known key. */
interface SenderCandidates {
  /** The chat, and the other addresses of the same account. */
  readonly chats: readonly Uint8Array[];
  readonly lids: readonly Uint8Array[];
  readonly keys: readonly Uint8Array[];
}

/** A LID is indexed as the address of its chat, so that chats of before tell which LID a number had. */
export function createSenderIndex(index: KeyedIndex) {
  function lidChat({ chat, sender }: TrustedSender): Jid | null {
    const lid = sender.lid ?? lidOf(chat);
    return lid === null ? null : chatOfLid(lid);
  }
  return {
    columns(from: TrustedSender): SenderColumns {
      const lid = lidChat(from);
      const { identityKey } = from.sender;
      return {
        chatIndex: index.index('jid', from.chat),
        lidIndex: lid === null ? null : index.index('jid', lid),
        identityDigest: identityKey === null ? null : index.index('identity-key', identityKey),
      };
    },
    candidates(from: TrustedSender, phone: Phone): SenderCandidates {
      const lid = lidChat(from);
      const { identityKey } = from.sender;
      const byNumber = whatsAppUsersOf(phone).map((user) => `${user}@s.whatsapp.net`);
      const chats = new Set<string>([from.chat, ...(lid === null ? [] : [lid]), ...byNumber]);
      return {
        chats: [...chats].flatMap((chat) => index.candidates('jid', chat)),
        lids: lid === null ? [] : index.candidates('jid', lid),
        keys: identityKey === null ? [] : index.candidates('identity-key', identityKey),
      };
    },
  };
}
