import supertest from 'supertest';
import { onTestFinished } from 'vitest';
import type { WebSettings } from '#web-link/settings.js';
import { createWebServer } from '#web-link/server.js';
import { createHandSeal } from './hand-seal.js';
import { createWebWorld, PUBLIC_URL } from './web-deps.js';

/** A server on a free port of this machine, or on the one that its public address names; it ends with the test. */
export async function startWeb(settings: Partial<WebSettings> = {}, on = { port: 0 }) {
  const world = createWebWorld(settings);
  const { seal, pass } = createHandSeal();
  const server = createWebServer({ ...world.deps, seal });
  const { url, port } = await server.listen({ ...on, host: '127.0.0.1' });
  onTestFinished(async () => {
    const closed = server.close();
    // What is still open then, event streams for instance, need not wait for the clock.
    world.runTimers();
    await closed;
  });
  const origin = new URL(world.deps.settings.publicUrl).origin;
  return {
    world,
    /** Moves the clock of what is sealed. */
    pass,
    server,
    url,
    port,
    http: supertest(url),
    /** A browser that keeps its cookies and posts from our own pages. */
    browser: () => supertest.agent(url).set('Origin', origin),
  };
}

/** The `Set-Cookie` headers by name. */
export function cookiesOf(response: supertest.Response): Map<string, string> {
  const headers = (response.headers as Record<string, unknown>)['set-cookie'];
  const lines = Array.isArray(headers) ? (headers as string[]) : [];
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line]));
}

export function valueOf(setCookie: string | undefined): string {
  return /=([^;]*)/.exec(setCookie ?? '')?.[1] ?? '';
}

export { PUBLIC_URL };
