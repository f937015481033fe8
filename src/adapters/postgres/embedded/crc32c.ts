/** Castagnoli's polynomial, bits reversed (RFC 3720 appendix B.4). */
const POLYNOMIAL = 0x82_f6_3b_78;

function entry(byte: number): number {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  }
  return value >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => entry(byte));

/**
 * CRC-32C (RFC 3720), with which PostgreSQL checks its control file and each record of its log. Node's `zlib.crc32` has
 * another polynomial.
 * @param parts read one after the other as one text
 * @returns 32 bits, unsigned
 */
export function crc32c(parts: readonly Uint8Array[]): number {
  let crc = 0xff_ff_ff_ff;
  for (const part of parts) {
    for (const byte of part) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}
