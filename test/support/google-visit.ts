/** A browser at Google, as far as the way through its chooser goes. */
async function step(
  url: string,
  jar: Map<string, string>,
  form?: Readonly<Record<string, string>>,
): Promise<string> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
  }
  const location = response.headers.get('location');
  if (location === null) throw new Error(`no way on from ${url}: ${await response.text()}`);
  return new URL(location, url).href;
}

/**
 * Goes to Google by an authorization address and chooses somebody, or `none` to cancel.
 * @returns the address Google sends the browser back to
 */
export async function visitGoogle(authorizationUrl: string, person: string): Promise<URL> {
  const jar = new Map<string, string>();
  const { origin } = new URL(authorizationUrl);
  const chooser = await step(authorizationUrl, jar);
  let at = await step(chooser, jar, { person });
  while (new URL(at).origin === origin) at = await step(at, jar);
  return new URL(at);
}
