export interface ApiAnswer {
  readonly status: number;
  /** Parsed JSON, or the text when it is none. */
  readonly body: unknown;
  readonly headers: readonly (readonly [string, string])[];
  header(name: string): string | null;
}

/** A browser as far as the JSON calls see one: it keeps cookies and names its origin. */
export interface ApiBrowser {
  get(route: string): Promise<ApiAnswer>;
  post(route: string, body?: unknown): Promise<ApiAnswer>;
  /** Posts these very bytes, as JSON unless the headers say otherwise. */
  postRaw(
    route: string,
    body: string | Buffer,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ApiAnswer>;
  cookie(name: string): string;
  setCookie(name: string, value: string): void;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function createApiBrowser(origin: string): ApiBrowser {
  const jar = new Map<string, string>();

  function keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split('; ');
      const at = pair.indexOf('=');
      const gone = attributes.some((attribute) =>
        /^(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute),
      );
      if (gone) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  async function call(
    route: string,
    init: {
      method: string;
      body?: string | Uint8Array<ArrayBuffer>;
      headers?: Readonly<Record<string, string>>;
    },
  ): Promise<ApiAnswer> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { origin, 'content-type': 'application/json', cookie, ...init.headers };
    const response = await fetch(`${origin}${route}`, { ...init, headers, redirect: 'manual' });
    keep(response.headers.getSetCookie());
    return {
      status: response.status,
      body: parse(await response.text()),
      headers: [...response.headers],
      header: (name) => response.headers.get(name),
    };
  }

  return {
    get: (route) => call(route, { method: 'GET' }),
    post: (route, body = {}) => call(route, { method: 'POST', body: JSON.stringify(body) }),
    postRaw: (route, body, headers = {}) =>
      call(route, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers }),
    cookie: (name) => {
      const value = jar.get(name);
      if (value === undefined) throw new Error(`there is no cookie ${name}`);
      return value;
    },
    setCookie: (name, value) => jar.set(name, value),
  };
}
