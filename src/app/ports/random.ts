/** Random values from a cryptographic source (RFC 4086). */
export interface Random {
  /** Six decimal digits, each value equally likely. */
  code(): string;
  /** A whole number from 0 to `limit - 1`, each equally likely. */
  below(limit: number): number;
  /** 256 bits, base64url (43 characters). */
  token(): string;
  /** A UUID that no other call returns. */
  id(): string;
  /** A WhatsApp message id of our own: `3EB0` and 18 hexadecimal digits, as WhatsApp Web makes them. */
  messageId(): string;
}
