import { z } from 'zod';
import { callSimulator } from '../simulator-calls.js';

/** A device that the person does not have. */
const USER_AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const LINK = /https?:\/\/\S+\/l\/[\w-]{43}/;
const Chat = z.array(z.object({ from: z.string(), text: z.string() }));

/**
 * Somebody who saw the newest link in a chat opens it in a browser of their own and confirms.
 * @returns whether they are in
 */
export async function useLinkOf(
  number: string,
  at: { readonly simulatorUrl: string; readonly publicUrl: string },
): Promise<boolean> {
  const chat = Chat.parse(await callSimulator(at.simulatorUrl, `/phones/${number}/messages`));
  const link = chat
    .filter(({ from }) => from === 'bot')
    .flatMap(({ text }) => LINK.exec(text)?.[0] ?? [])
    .at(-1);
  if (link === undefined) return false;
  const answer = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'user-agent': USER_AGENT, origin: new URL(at.publicUrl).origin },
    body: new URLSearchParams(),
  });
  await answer.arrayBuffer();
  return answer.status === 303 && answer.headers.getSetCookie().length > 0;
}
