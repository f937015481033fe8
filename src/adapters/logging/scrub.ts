import { plainText } from '#src/domain/plain-text.js';

/** Digits of any script in a row that could be a CPF, a phone or a code never leave through a free text. */
const DIGITS = /\p{N}(?:[^\p{L}\p{N}]{0,3}\p{N}){5,}/gu;
/** Tokens, keys and QR payloads: long runs of base64 or hexadecimal. */
const OPAQUE = /[A-Za-z0-9+/_=-]{24,}/g;
const LONGEST_TEXT = 300;
const FRAMES = 6;

/** A free text as it may be written down: cut, without anything that looks personal or secret. */
export function scrub(text: string): string {
  return plainText(text.slice(0, LONGEST_TEXT)).replace(OPAQUE, '[…]').replace(DIGITS, '[…]');
}

export interface ErrorDescription {
  readonly name: string;
  readonly code?: string | undefined;
  readonly message?: string;
  readonly at?: readonly string[];
  readonly cause?: ErrorDescription;
}

/** Name, code and place of an error; its message only scrubbed, because drivers put values into it. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    name: error.name,
    code: (error as NodeJS.ErrnoException).code,
    message: scrub(error.message),
    at: frames.slice(0, FRAMES).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
