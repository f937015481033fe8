/** Calls the simulator's control API. @throws when it refuses, with its own words */
export async function callSimulator(
  simulatorUrl: string,
  route: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(new URL(route, simulatorUrl), {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`the simulator answered ${response.status} to ${route}: ${text}`);
  return text === '' ? null : JSON.parse(text);
}
