import { z } from 'zod';
import { createApiBrowser } from '../e2e/support/api-browser.js';
import { compareByTurns, timed } from './compare.js';
import { personOf, register } from './conversations.js';
import type { Phones } from './phones.js';
import { inMs, type Report } from './report.js';

const LIMIT = 8;
const PERSON = personOf(9_001);
const Asked = z.object({ challengeId: z.string() });

/** `GET /api/auth/me` of somebody signed in, beside `GET /healthz` of the same server. */
export async function benchSessionCheck(
  report: Report,
  { phones, origin }: { readonly phones: Phones; readonly origin: string },
): Promise<void> {
  await phones.add(PERSON.number, 'Ana');
  const code = await register(phones, PERSON);
  const browser = createApiBrowser(origin);
  const asked = await browser.post('/api/auth/whatsapp', { taxId: PERSON.cpf });
  const { challengeId } = Asked.parse(asked.body);
  await browser.post('/api/auth/whatsapp/verify', { challengeId, code });
  const get = (route: string) =>
    timed(async () => {
      const { status } = await browser.get(route);
      if (status !== 200) throw new Error(`${route} answered ${status}`);
    });
  const { measured, reference, ratio } = await compareByTurns({
    rounds: 15,
    triesPerRound: 20,
    measured: () => get('/api/auth/me'),
    reference: () => get('/healthz'),
  });
  report.add({
    name: 'session check, GET /api/auth/me',
    measured: inMs(measured),
    reference: `${inMs(reference)} GET /healthz`,
    ratio,
    limit: LIMIT,
  });
}
