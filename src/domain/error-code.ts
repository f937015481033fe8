interface ErrorKind {
  /** HTTP status. */
  readonly status: number;
  /** The `title` of the problem (RFC 9457 §3.1.3): the same every time, in English; pages have their own words. */
  readonly title: string;
}

/** Every `code` an answer of the API can carry. Clients rely on them: new ones may be added, none may be renamed. */
export const ERROR_CODES = {
  invalid_request: { status: 400, title: 'The request is malformed' },
  invalid_tax_id: { status: 400, title: 'The CPF or CNPJ is not valid' },
  google_state_invalid: { status: 400, title: 'The way to Google did not begin in this browser' },
  invalid_code: { status: 400, title: 'The code is not six digits' },
  wrong_code: { status: 401, title: 'The code is wrong' },
  wrong_password: { status: 401, title: 'The password is wrong' },
  google_token_invalid: { status: 401, title: 'What came from Google proves nothing here' },
  not_authenticated: { status: 401, title: 'No valid session' },
  session_expired: { status: 401, title: 'The session has ended' },
  forbidden_origin: { status: 403, title: 'The request comes from another site' },
  step_up_required: { status: 403, title: 'The identity must be proven again' },
  google_not_configured: { status: 404, title: 'Signing in with Google is not set up here' },
  account_blocked: { status: 403, title: 'The account is blocked' },
  not_found: { status: 404, title: 'Nothing here' },
  link_invalid: { status: 404, title: 'The link is not valid' },
  method_not_allowed: { status: 405, title: 'The method is not allowed here' },
  last_way_in: { status: 409, title: 'Nothing else would open the account' },
  conflict: { status: 409, title: 'The request conflicts with the present state' },
  account_contested: { status: 409, title: 'Somebody else claims the account' },
  confirmation_required: { status: 409, title: 'Whose account it opens must be confirmed' },
  challenge_expired: { status: 410, title: 'The code has expired' },
  challenge_used: { status: 410, title: 'The code was already used' },
  google_link_expired: { status: 410, title: 'Google has to be asked again' },
  link_expired: { status: 410, title: 'The link has expired' },
  link_used: { status: 410, title: 'The link was already used' },
  request_expired: { status: 410, title: 'The login request has expired' },
  request_used: { status: 410, title: 'The login request was already used' },
  setup_link_invalid: { status: 410, title: 'The set-up link is not valid any more' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The media type is not supported' },
  weak_password: { status: 422, title: 'The password is too easy to guess' },
  challenge_exhausted: { status: 429, title: 'Too many wrong codes' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal_error: { status: 500, title: 'Something broke on this side' },
  too_busy: { status: 503, title: 'Too much to do at this moment' },
  google_unavailable: { status: 503, title: 'Google is not available' },
  channel_down: { status: 503, title: 'WhatsApp is not available' },
  unavailable: { status: 503, title: 'The service is not available' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** The HTTP status of an answer that carries `code`. */
export function errorStatus(code: ErrorCode): number {
  return ERROR_CODES[code].status;
}

export function errorTitle(code: ErrorCode): string {
  return ERROR_CODES[code].title;
}
