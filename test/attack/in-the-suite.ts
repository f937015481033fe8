/**
 * What `npm test` plays, on the embedded database: by kind the numbers of the cases. Each kind is a file of its own in
 * test/e2e/attack, with a product of its own, so that several are played at once.
 */
export const IN_THE_SUITE = {
  addresses: [9, 10, 12, 19],
  codes: [1, 2, 3, 4, 5, 6, 7],
  enumeration: [11, 13],
  erasure: [73],
  google: [33, 34, 35, 36, 37, 39, 40],
  'magic-link': [24, 25, 26, 27, 28, 29, 30, 31, 32],
  'password-and-sessions': [41, 42, 43, 44, 45, 46],
  privacy: [51],
  senders: [14, 15, 17, 18, 20, 22, 23],
  starts: [75, 76],
  strangers: [38, 61, 62],
} as const satisfies Readonly<Record<string, readonly number[]>>;

/** What only `npm run attack` plays: minutes of real time, or what other tests of the suite show as well. */
export const BY_ATTACK_ONLY: readonly number[] = [
  ...[8, 16, 21, 47, 48, 49, 50, 52, 53, 54, 55, 56, 57, 58, 59, 60],
  ...[63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 74, 77, 78],
];

export type KindOfCases = keyof typeof IN_THE_SUITE;
