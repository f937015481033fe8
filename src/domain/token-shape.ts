const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const BEARER_TOKEN = /^[\w.~+/-]+=*$/;

/**
 * Whether a text is written as a signed JWT is: three parts in base64url and nothing between or around them (RFC 7515
 * §7.1). Libraries also take parts with spaces and line breaks, which is a second spelling of the same token.
 */
export function isCompactJws(text: string): boolean {
  return COMPACT_JWS.test(text);
}

/** Whether a text can stand in an `Authorization: Bearer` header (b64token, RFC 6750 §2.1). */
export function isBearerToken(text: string): boolean {
  return BEARER_TOKEN.test(text);
}
