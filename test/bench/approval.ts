import { z } from 'zod';
import { createApiBrowser, type ApiBrowser } from '../e2e/support/api-browser.js';
import { openEventStream } from '../support/event-stream.js';
import { median } from './compare.js';
import { personOf, register } from './conversations.js';
import type { Echo } from './echo-process.js';
import type { Phones } from './phones.js';
import { inMs, type Report } from './report.js';

const LIMIT = 9;
/** More from one address are throttled. */
const TRIES = 12;
const PEOPLE = Array.from({ length: TRIES }, (_, at) => personOf(9_600 + at));
const Opened = z.object({ requestId: z.string(), requestCode: z.string(), number: z.number() });

/** The page of a login request, open and listening. */
async function openPage(browser: ApiBrowser, origin: string) {
  const { body } = await browser.post('/api/auth/requests', {});
  const { requestId, requestCode, number } = Opened.parse(body);
  const cookie = browser.cookie('zl_browser');
  const stream = await openEventStream(`${origin}/api/auth/requests/${requestId}/events`, {
    cookie: `zl_browser=${cookie}`,
  });
  return { requestId, requestCode, number, stream };
}

/**
 * From the message that picks the number, sent by the phone, until the browser at the computer has its session; beside
 * an echo.
 */
export async function benchApproval(
  report: Report,
  input: {
    readonly phones: Phones;
    readonly echo: Echo;
    readonly origin: string;
    readonly database: string;
  },
): Promise<void> {
  const { phones, echo, origin, database } = input;
  const measured: number[] = [];
  const reference: number[] = [];
  for (const person of PEOPLE) {
    await phones.add(person.number, 'Ana');
    await echo.phones.add(person.number, 'Ana');
    await register(phones, person);
    const browser = createApiBrowser(origin);
    const { requestId, requestCode, number, stream } = await openPage(browser, origin);
    await phones.ask(person.number, `ENTRAR ${requestCode}`, /número/);
    const begin = performance.now();
    await phones.say(person.number, String(number));
    for (let event = await stream.next(); event?.name !== 'approved'; event = await stream.next())
      if (event === null) throw new Error('the page was left alone');
    const { status } = await browser.post(`/api/auth/requests/${requestId}/complete`, {
      confirm: true,
    });
    measured.push(performance.now() - begin);
    if (status !== 200) throw new Error(`the approved browser got ${status}`);
    stream.leave();
    reference.push(await echo.ask(person.number));
  }
  const [ours, theirs] = [median(measured), median(reference)];
  report.add({
    name: `phone's yes to browser in, ${database}`,
    measured: inMs(ours),
    reference: `${inMs(theirs)} bare client's echo`,
    ratio: ours / theirs,
    limit: LIMIT,
  });
}
