import assert from 'node:assert/strict';
import type { ApiAnswer, ApiBrowser } from '../e2e/support/api-browser.js';

/** What a page says where a limit was reached. */
const LIMITED = /Foram muit[ao]s (tentativas|pedidos)/;

/**
 * Submits a form and follows its redirect (docs/decisions/0016).
 * @returns the redirect, with the status 429 when the page behind it says that a limit was reached
 */
export async function submitForm(
  browser: ApiBrowser,
  { route, form }: { readonly route: string; readonly form: Readonly<Record<string, string>> },
): Promise<ApiAnswer> {
  const answers = await browser.submit(route, form);
  const [first] = answers;
  const page = answers.at(-1);
  assert.equal(first.status, 303, `${route} answered ${first.status}`);
  assert.equal(page?.status, 200, `the page after ${route} answered ${String(page?.status)}`);
  return LIMITED.test(String(page.body)) ? { ...first, status: 429 } : first;
}
