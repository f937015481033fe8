import { Agent, request } from 'node:http';
import { CALLERS } from './at-once.js';

export interface Answer {
  readonly status: number;
  /** `name=value` of each cookie that was set, for a `Cookie` header. */
  readonly cookies: string;
  readonly text: string;
}

export interface Call {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

/** Calls to one port of this machine over connections that stay open, at as little cost as Node has. */
export function createCaller(port: number, always: Readonly<Record<string, string>> = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });

  /** @throws when the answer has another status than `wanted` */
  function call(path: string, wanted: number, init: Call = {}): Promise<Answer> {
    const { method = 'GET', json } = init;
    const body = json === undefined ? '' : JSON.stringify(json);
    const headers = {
      ...always,
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'content-length': String(Buffer.byteLength(body)) }),
      ...init.headers,
    };
    return new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, path, method, headers, agent },
        (response) => {
          const parts: string[] = [];
          response.setEncoding('utf8').on('data', (part: string) => parts.push(part));
          response.on('error', reject).on('end', () => {
            const [status, text] = [response.statusCode ?? 0, parts.join('')];
            const set = response.headers['set-cookie'] ?? [];
            const cookies = set.map((line) => line.slice(0, line.indexOf(';'))).join('; ');
            if (status === wanted) resolve({ status, cookies, text });
            else reject(new Error(`${method} ${path} answered ${status}: ${text.slice(0, 300)}`));
          });
        },
      );
      asked.on('error', reject).end(body);
    });
  }

  return { call, end: () => agent.destroy() };
}
