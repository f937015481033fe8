import type { Request } from 'express';

const TOKEN_SHAPE = /^[\w-]{43}$/;

/** 256 bits in base64url; anything else is refused without a look-up. */
export function looksLikeToken(text: string): boolean {
  return TOKEN_SHAPE.test(text);
}

/** The client's address; behind proxies only as far as they are trusted (security case 10). */
export function clientAddress(req: Request): string {
  return req.ip ?? '';
}

export function userAgent(req: Request): string {
  return req.get('user-agent') ?? '';
}
