import { randomUUID } from 'node:crypto';
import type { LoginRequestFlow } from '#src/app/sign-in/approval/login-request.js';
import type { EventBus, Events } from '#src/app/ports/event-bus.js';
import type { BoardStatus } from '#src/app/ports/channel.js';
import type { Timers } from '#src/app/ports/timers.js';
import type { SignedIn } from '#src/app/session/start-session.js';
import type { LoginRequestState } from '#src/domain/login-request.js';
import { fail, ok } from '#src/domain/result.js';

interface Request {
  readonly browserToken: string;
  readonly next: string | null;
  state: LoginRequestState;
  used: boolean;
  accountId: string | null;
}

/** What a sign-in to the account leaves in a browser: 43 characters, as `Random.token` makes them. */
export const knownTokenOf = (accountId: string): string =>
  accountId.replaceAll('-', '').padEnd(43, 'k');

/** Requests as the HTTP edge sees them; a test plays the chat. */
export function createFakeLoginRequests(deps: {
  readonly board: () => BoardStatus;
  readonly retryAfterS: () => number | null;
  readonly bus: EventBus;
  readonly signIn: (accountId: string) => SignedIn;
  readonly maskedName: (accountId: string) => string;
}) {
  const requests = new Map<string, Request>();
  const calls = { state: 0, states: 0 };

  function find(requestId: string, browserToken: string): Request | null {
    const request = requests.get(requestId);
    return request?.browserToken === browserToken ? request : null;
  }

  const flow: LoginRequestFlow = {
    ask: ({ next, browserToken }) => {
      const { state, phone } = deps.board();
      if (state !== 'open' || phone === null) {
        return Promise.resolve(fail({ code: 'channel_down' as const }));
      }
      const retryAfterS = deps.retryAfterS();
      if (retryAfterS !== null) {
        return Promise.resolve(fail({ code: 'too_many_requests' as const, retryAfterS }));
      }
      const requestId = randomUUID();
      const token = browserToken ?? randomUUID().replaceAll('-', '').padEnd(43, 'x');
      const fresh = { browserToken: token, next, state: 'pending', used: false } as const;
      requests.set(requestId, { ...fresh, accountId: null });
      return Promise.resolve(
        ok({
          requestId,
          requestCode: 'ABCD-2345',
          waText: 'Quero entrar. Pedido ABCD-2345',
          waPhone: phone,
          number: 47,
          expiresInS: 300,
          browserToken: token,
        }),
      );
    },
    state: ({ requestId, browserToken }) => {
      calls.state += 1;
      return Promise.resolve(find(requestId, browserToken)?.state ?? null);
    },
    states: (asked) => {
      calls.states += 1;
      return Promise.resolve(
        asked.map(({ requestId, browserToken }) => find(requestId, browserToken)?.state ?? null),
      );
    },
    complete: ({ requestId, browserToken, lastKnown, confirmed }) => {
      const request = find(requestId, browserToken);
      if (request === null) return Promise.resolve(fail({ code: 'not_found' as const }));
      const { used, state, accountId } = request;
      if (used) return Promise.resolve(fail({ code: 'used' as const }));
      if (state === 'expired') return Promise.resolve(fail({ code: 'expired' as const }));
      if (state !== 'approved' || accountId === null) {
        return Promise.resolve(fail({ code: 'not_approved' as const }));
      }
      if (!confirmed && lastKnown !== knownTokenOf(accountId)) {
        const maskedName = deps.maskedName(accountId);
        return Promise.resolve(fail({ code: 'confirmation_required' as const, maskedName }));
      }
      request.used = true;
      return Promise.resolve(ok({ ...deps.signIn(accountId), next: request.next }));
    },
  };

  return {
    flow,
    calls,
    /** What the chat did, without telling anybody: the event was lost. */
    settle(requestId: string, state: LoginRequestState, accountId: string | null = null) {
      const request = requests.get(requestId);
      if (request !== undefined) Object.assign(request, { state, accountId });
    },
    /** Swept. */
    remove: (requestId: string) => requests.delete(requestId),
    async decide(requestId: string, state: LoginRequestState, accountId: string | null = null) {
      this.settle(requestId, state, accountId);
      await deps.bus.publish('login_request.changed', { requestId });
    },
  };
}

/** Tells everybody before `publish` returns, and says how many listen. */
export function createCountedBus() {
  const listeners = new Map<keyof Events, Set<(payload: never) => void>>();
  const of = (name: keyof Events) => {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set);
    return set;
  };
  const bus: EventBus = {
    publish(name, payload) {
      for (const listener of of(name)) listener(payload as never);
      return Promise.resolve();
    },
    subscribe(name, listener) {
      of(name).add(listener);
      return () => of(name).delete(listener);
    },
  };
  return { bus, listeners: () => [...listeners.values()].reduce((sum, set) => sum + set.size, 0) };
}

/** Timers that a test runs by hand. */
export function createHandTimers() {
  const pending = new Set<() => void>();
  const repeating = new Set<() => Promise<void>>();
  const timers: Timers = {
    after: (_ms, work) => {
      pending.add(work);
      return () => pending.delete(work);
    },
    every: (_ms, work) => {
      repeating.add(work);
      return () => repeating.delete(work);
    },
  };
  return {
    timers,
    repeating: () => repeating.size,
    /** Every delayed work is due now. */
    run() {
      for (const work of pending) work();
    },
    /** Every repeated work is due once. */
    async tick() {
      for (const work of [...repeating]) await work();
    },
  };
}
