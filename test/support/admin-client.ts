import request, { type Agent, type Response } from 'supertest';
import type { AdminWorld } from './admin-web-deps.js';

export const ADMIN_PASSWORD = 'cavalo bateria grampo correto';

/** A browser that keeps cookies and sends the `Origin` of the site. */
export function adminBrowser({ app, publicUrl }: AdminWorld): Agent {
  return request.agent(app).set('Origin', publicUrl);
}

/** Creates the admin. */
export async function setUpAdmin(world: AdminWorld): Promise<void> {
  const path = await world.announce();
  await adminBrowser(world)
    .post(path)
    .type('form')
    .send({ password: ADMIN_PASSWORD, again: ADMIN_PASSWORD })
    .expect(303);
}

/** Creates the admin and signs them in, with a step-up that is fresh. */
export async function signedInAdmin(world: AdminWorld): Promise<Agent> {
  await setUpAdmin(world);
  const browser = adminBrowser(world);
  await browser.post('/api/admin/login').send({ password: ADMIN_PASSWORD }).expect(204);
  return browser;
}

export function setCookies(response: Response): readonly string[] {
  const header: unknown = response.headers['set-cookie'];
  return Array.isArray(header) ? header.map(String) : [];
}

/** The `Cookie` header that goes with what an answer has set. */
export function cookieOf(response: Response): string {
  return setCookies(response)
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
