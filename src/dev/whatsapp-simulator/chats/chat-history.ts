/** The state of a message, seen from its sender. `waiting`: arrived and cannot be decrypted yet. */
export type MessageStatus = 'sent' | 'delivered' | 'read' | 'waiting';

/** What a bubble shows besides text; `text` for a plain one, `preview` for one with a preview of its link. */
export type MessageKind =
  | 'text'
  | 'preview'
  | 'audio'
  | 'image'
  | 'sticker'
  | 'location'
  | 'contact'
  | 'video'
  | 'document'
  | 'viewOnce'
  | 'plaintext'
  | 'group'
  | 'other';

/** One bubble of the chat between a phone and the bot. */
export interface ChatMessage {
  /** Position in this chat, from 1; a later message has a larger one. */
  readonly n: number;
  readonly id: string;
  readonly from: 'bot' | 'phone';
  kind: MessageKind;
  text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  status: MessageStatus;
  /** Seconds until it disappears, where it does. */
  expiration?: number;
  edited?: true;
  deleted?: true;
}

export interface ChatHistory {
  /** Messages with a position after `n`, oldest first. */
  after(n: number): ChatMessage[];
  last(): ChatMessage | undefined;
  get(id: string): ChatMessage | undefined;
  add(message: Omit<ChatMessage, 'n' | 'at'>): ChatMessage;
  /** Messages from the bot that were not read yet. */
  unread(): ChatMessage[];
  /** Forgets every message. Positions go on from where they were. */
  clear(): void;
}

const MESSAGES_KEPT = 500;
const RANK: Readonly<Record<MessageStatus, number>> = {
  waiting: 0,
  sent: 1,
  delivered: 2,
  read: 3,
};

export function createChatHistory(messages: readonly ChatMessage[] = []): ChatHistory {
  const byId = new Map(messages.map((message) => [message.id, message]));
  let n = messages.at(-1)?.n ?? 0;
  let newest = messages.at(-1);

  return {
    after: (position) => [...byId.values()].filter((message) => message.n > position),
    last: () => newest,
    get: (id) => byId.get(id),
    add(message) {
      n += 1;
      newest = { ...message, n, at: Date.now() };
      byId.set(message.id, newest);
      const [oldest] = byId.keys();
      if (byId.size > MESSAGES_KEPT && oldest !== undefined) byId.delete(oldest);
      return newest;
    },
    unread: () => [...byId.values()].filter((m) => m.from === 'bot' && m.status === 'delivered'),
    clear() {
      byId.clear();
      newest = undefined;
    },
  };
}

/** Moves a message forward (a late delivery receipt never undoes a read one); whether it moved. */
export function advance(message: ChatMessage, status: MessageStatus): boolean {
  if (RANK[status] <= RANK[message.status]) return false;
  message.status = status;
  return true;
}
