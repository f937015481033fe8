import type { ZodType } from 'zod';

/** Google did not answer in time, or with something it should not. Told apart from answers that say no. */
export class GoogleUnavailableError extends Error {
  override readonly name = 'GoogleUnavailableError';
}

export interface GoogleAnswer {
  readonly status: number;
  /** Parsed JSON; undefined when it was none. */
  readonly body: unknown;
}

export type CallGoogle = ReturnType<typeof createCallGoogle>;

/** HTTP to Google with a limit in milliseconds over the whole call, body included. */
export function createCallGoogle({ limitMs }: { readonly limitMs: number }) {
  async function call(url: string, init: RequestInit = {}): Promise<GoogleAnswer> {
    try {
      const signal = AbortSignal.timeout(limitMs);
      const response = await fetch(url, { ...init, signal, redirect: 'error' });
      const text = await response.text();
      return { status: response.status, body: parsed(text) };
    } catch (cause) {
      throw new GoogleUnavailableError('Google did not answer', { cause });
    }
  }

  return {
    /** @throws GoogleUnavailableError also for a status of 500 and more */
    async send(url: string, init?: RequestInit): Promise<GoogleAnswer> {
      const answer = await call(url, init);
      if (answer.status >= 500) throw new GoogleUnavailableError(`Google said ${answer.status}`);
      return answer;
    },
    /** A public document of Google. @throws GoogleUnavailableError when it is not there or not in its shape */
    async read<Value>(url: string, schema: ZodType<Value>): Promise<Value> {
      const { status, body } = await call(url);
      const read = schema.safeParse(body);
      if (status === 200 && read.success) return read.data;
      throw new GoogleUnavailableError(`what Google publishes is not in its shape (${status})`);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
