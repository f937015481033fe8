import type { FrameLocator, Page } from 'playwright-core';

/** A chat on the simulator's page, as a person types in it. */
export interface ChatPage {
  /** Sends this, or what is typed already, and waits for the bot's answer to it. @returns the answer */
  say(text: string | null, answer: RegExp): Promise<string>;
  /** All that the bot said, from the oldest on. */
  heard(): Promise<readonly string[]>;
}

export function createChatPage(page: Page | FrameLocator): ChatPage {
  const heard = page.locator('.bubble.theirs:not(.typing) .bubble-text');
  return {
    say: async (text, answer) => {
      const answers = heard.filter({ hasText: answer });
      const before = await answers.count();
      if (text !== null) await page.locator('#text').fill(text);
      await page.getByRole('button', { name: 'Enviar', exact: true }).click();
      return (await answers.nth(before).textContent()) ?? '';
    },
    heard: () => heard.allTextContents(),
  };
}
