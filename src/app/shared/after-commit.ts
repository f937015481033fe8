import type { EventBus } from '../ports/event-bus.js';

/** What other parts are told once the transaction has committed. */
export type News =
  | { readonly type: 'session_revoked'; readonly sessionId: string }
  | { readonly type: 'request_changed'; readonly requestId: string };

export function sessionsRevoked(sessionIds: readonly string[]): readonly News[] {
  return sessionIds.map((sessionId) => ({ type: 'session_revoked', sessionId }));
}

export async function publishNews(bus: EventBus, news: readonly News[]): Promise<void> {
  for (const item of news) {
    if (item.type === 'session_revoked') {
      await bus.publish('session.revoked', { sessionId: item.sessionId });
    } else {
      await bus.publish('login_request.changed', { requestId: item.requestId });
    }
  }
}
