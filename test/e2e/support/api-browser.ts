export interface ApiAnswer {
  readonly status: number;
  /** Parsed JSON, or the text when it is none. */
  readonly body: unknown;
  readonly headers: readonly (readonly [string, string])[];
  header(name: string): string | null;
}

/** A browser as far as the JSON calls see one: it keeps cookies and names its origin. */
export interface ApiBrowser {
  /** Any call, with the browser's cookies and origin unless the headers say otherwise. */
  request(
    method: string,
    route: string,
    init?: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly form?: Readonly<Record<string, string>>;
    },
  ): Promise<ApiAnswer>;
  get(route: string): Promise<ApiAnswer>;
  /** Sends a form and follows the redirects on this site. @returns every answer, the page last */
  submit(
    route: string,
    form: Readonly<Record<string, string>>,
  ): Promise<readonly [ApiAnswer, ...ApiAnswer[]]>;
  post(route: string, body?: unknown): Promise<ApiAnswer>;
  /** Posts these very bytes, as JSON unless the headers say otherwise. */
  postRaw(
    route: string,
    body: string | Buffer,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ApiAnswer>;
  cookie(name: string): string;
  setCookie(name: string, value: string): void;
  hasCookie(name: string): boolean;
  /** Another browser with the same cookies: what a thief has who copied them. */
  copy(): ApiBrowser;
}

const MOST_REDIRECTS = 5;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * @param origin what the browser shows in its address bar: PUBLIC_URL
 * @param always headers of every call, such as those a proxy in front of the product adds
 * @param target where the calls go: the instance that the proxy chose
 */
export function createApiBrowser(
  origin: string,
  always: Readonly<Record<string, string>> = {},
  cookies: ReadonlyMap<string, string> = new Map(),
  target = origin,
): ApiBrowser {
  const jar = new Map(cookies);

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
    const headers = {
      ...always,
      origin,
      'content-type': 'application/json',
      cookie,
      ...init.headers,
    };
    const response = await fetch(`${target}${route}`, { ...init, headers, redirect: 'manual' });
    keep(response.headers.getSetCookie());
    return {
      status: response.status,
      body: parse(await response.text()),
      headers: [...response.headers],
      header: (name) => response.headers.get(name),
    };
  }

  const request: ApiBrowser['request'] = (method, route, { headers = {}, form } = {}) => {
    if (form === undefined) return call(route, { method, headers });
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams(form).toString();
    return call(route, { method, body, headers: { ...type, ...headers } });
  };

  async function submit(
    route: string,
    form: Readonly<Record<string, string>>,
  ): Promise<readonly [ApiAnswer, ...ApiAnswer[]]> {
    const answers: [ApiAnswer, ...ApiAnswer[]] = [await request('POST', route, { form })];
    let location = answers[0].header('location');
    while (location?.startsWith('/') === true && answers.length <= MOST_REDIRECTS) {
      const page = await call(location, { method: 'GET' });
      answers.push(page);
      location = page.header('location');
    }
    return answers;
  }

  return {
    request,
    submit,
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
    hasCookie: (name) => jar.has(name),
    copy: () => createApiBrowser(origin, always, jar, target),
  };
}
