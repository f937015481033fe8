import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** A rule that the page breaks, and where. */
export interface AxeFinding {
  readonly id: string;
  readonly where: readonly unknown[];
}

/**
 * What axe finds on the page as it is, by every rule it has. It runs in the page and brings back what was found alone:
 * the library's wrapper for Playwright opens one more page for each look and brings back all that was right, which takes
 * four times as long.
 * @throws when the page has a frame: it would not be looked into
 */
export async function axeFindings(page: Page): Promise<readonly AxeFinding[]> {
  if (page.frames().length !== 1) throw new Error('axe would not look into the frames of the page');
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await inPage.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }));
  });
}
