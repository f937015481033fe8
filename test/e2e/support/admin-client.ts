export interface ChannelAnswer {
  readonly state: string;
  readonly qr?: string;
  readonly pairingCode?: string;
  readonly stepUpRequired?: boolean;
}

export interface AdminClient {
  whatsapp(): Promise<ChannelAnswer>;
  post(route: string, body?: unknown): Promise<Response>;
}

export const ADMIN_PASSWORD = 'girassol-trovoada-7-lagos';

/** Uses the one-time address as the admin would: the form, then the sign-in. */
export async function setUpAdmin(origin: string, setupUrl: string): Promise<AdminClient> {
  const form = new URLSearchParams({ password: ADMIN_PASSWORD, again: ADMIN_PASSWORD });
  const response = await fetch(setupUrl, {
    method: 'POST',
    headers: { origin },
    body: form,
    redirect: 'manual',
  });
  if (response.status !== 303) throw new Error(`set-up answered ${response.status}`);
  return signInAdmin(origin);
}

export async function signInAdmin(origin: string): Promise<AdminClient> {
  const signedIn = await fetch(`${origin}/api/admin/login`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ password: ADMIN_PASSWORD }),
  });
  if (signedIn.status !== 204) throw new Error(`sign-in answered ${signedIn.status}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    whatsapp: async () => {
      const answer = await fetch(`${origin}/api/admin/whatsapp`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`GET /api/admin/whatsapp answered ${answer.status}`);
      return (await answer.json()) as ChannelAnswer;
    },
    post: (route, body = {}) =>
      fetch(`${origin}${route}`, {
        method: 'POST',
        headers: { origin, cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}
