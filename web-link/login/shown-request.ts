import { Buffer } from 'node:buffer';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Cookies } from '../http/browser/cookies.js';
import { wantedPath } from '../http/destinations.js';

const ShownRequest = z.object({
  requestId: z.uuid(),
  requestCode: z.string().max(32),
  /** The text that the person sends to the bot; it carries the code. */
  waText: z.string().max(300),
  number: z.coerce.number().int().min(0).max(99),
  next: z.string(),
});

/** What the page of a login request shows. */
export type ShownRequest = z.infer<typeof ShownRequest>;

/** A cookie has to stay under 4 KB; a longer way back is given up for the home page. */
const LONGEST_NEXT = 1500;

/**
 * Keeps it in the browser that asked: the database need not know the words of a page, and a reload shows the same
 * number. A person who changes the cookie gains nothing: nothing in it gives access.
 */
export function keepShownRequest(
  cookies: Cookies,
  res: Response,
  request: ShownRequest & { readonly expiresIn: number },
): void {
  const { requestId, requestCode, waText, number, expiresIn } = request;
  const next = request.next.length > LONGEST_NEXT ? '' : request.next;
  const fields = { requestId, requestCode, waText, number: number.toString(), next };
  const value = Buffer.from(new URLSearchParams(fields).toString()).toString('base64url');
  cookies.set(res, 'zl_request', { value, life: { maxAgeS: expiresIn } });
}

/** The request of this browser's page, or null: there is none, it has run out or is not ours. */
export function readShownRequest(cookies: Cookies, req: Request): ShownRequest | null {
  const value = cookies.read(req, 'zl_request');
  if (value === null) return null;
  const fields = new URLSearchParams(Buffer.from(value, 'base64url').toString());
  const parsed = ShownRequest.safeParse(Object.fromEntries(fields));
  return parsed.success ? { ...parsed.data, next: wantedPath(parsed.data.next) } : null;
}
