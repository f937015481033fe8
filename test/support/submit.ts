import type { Agent, Response } from 'supertest';
import { expect } from 'vitest';

const MOST_REDIRECTS = 5;

/**
 * Sends a form as a person does who presses its button: follows the redirects to the page that answers.
 * @returns that page; what came before it was 303, which a browser can reload and leave without sending anything again
 */
export async function submit(
  browser: Agent,
  action: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
  let answer = await browser.post(action).type('form').send(fields);
  expect(answer.status).toBe(303);
  for (let count = 0; count < MOST_REDIRECTS && answer.status === 303; count += 1)
    answer = await browser.get(String(answer.headers['location']));
  return answer;
}
