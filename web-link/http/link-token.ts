import { fail, type Result } from '#src/domain/result.js';
import { looksLikeToken } from './client.js';

/** Asks a use case about the token of a link; what cannot be one is `link_invalid` without a look-up. */
export async function askAboutLink<Value, Refusal>(
  token: string,
  ask: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | { readonly code: 'link_invalid' }>> {
  return looksLikeToken(token) ? ask() : fail({ code: 'link_invalid' });
}
