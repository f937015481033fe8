/**
 * Events between the parts of one process and, with Redis, between instances. Best effort, at most once; the state is
 * in PostgreSQL.
 */
export interface Events {
  /** New rows wait in the outbox; they may go out after this many milliseconds, at once when left out. */
  'outbox.queued': { readonly delayMs?: number };
  /** The bot's state changed; the payload is read from the channel board. */
  'channel.changed': Record<string, never>;
  /** An admin asks the owner of the number to do something. */
  'channel.command': ChannelCommand;
  /** A session was revoked: access tokens of it are refused from now on. */
  'session.revoked': { readonly sessionId: string };
  /** What an account shows of itself changed, or its state: what was read of it before is out of date. */
  'account.changed': { readonly accountId: string };
  /** A key for access tokens was made or retired: every instance reads them again. */
  'signing_keys.changed': Record<string, never>;
  /** A login request was approved or denied: pages that wait for it read its state again. */
  'login_request.changed': { readonly requestId: string };
}

export type ChannelCommand =
  | { readonly type: 'pair' }
  | { readonly type: 'pair_by_code'; readonly phone: string }
  | { readonly type: 'logout' };

export interface EventBus {
  /**
   * Tells every listener. It is called after a commit, so it never rejects: a listener that throws is logged and the
   * others hear the event all the same; an event that other instances cannot get is lost.
   */
  publish<Name extends keyof Events>(name: Name, payload: Events[Name]): Promise<void>;
  /** @returns a function that ends the subscription. */
  subscribe<Name extends keyof Events>(
    name: Name,
    listener: (payload: Events[Name]) => void,
  ): () => void;
}
