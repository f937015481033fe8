import { z } from 'zod';
import { Problem } from './problem.js';

/* What the control API takes, parsed once. */

/** Digits of an international number, 8 to 15 of them (E.164); a leading + and separators are dropped. */
export const numberInput = z
  .union([z.string().max(40), z.int()])
  .transform((value) =>
    String(value)
      .replace(/[\s().-]/g, '')
      .replace(/^\+/, ''),
  )
  .pipe(z.string().regex(/^[1-9]\d{7,14}$/, 'must be 8 to 15 digits with the country code'));

/** As long as WhatsApp lets a message be. */
const text = z.string().min(1).max(65_536);
const name = z.string().trim().min(1).max(60);
const messageId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 letters and digits');
const addressing = z.enum(['lid', 'pn', 'lid-only']);
const lid = z.string().regex(/^\d{5,18}$/, 'must be 5 to 18 digits');

export const phoneInput = z.strictObject({
  number: numberInput,
  name,
  lid: lid.optional(),
  addressing: addressing.optional(),
});

const media = z.enum([
  'audio',
  'image',
  'sticker',
  'location',
  'contact',
  'video',
  'document',
  'viewOnce',
]);

export const messageInput = z.union([
  z.strictObject({ duplicateOf: messageId }),
  z.strictObject({ kind: z.literal('edit'), id: messageId, text }),
  z.strictObject({ kind: z.literal('delete'), id: messageId }),
  z.strictObject({
    kind: z.enum(['text', 'plaintext', 'group']).default('text'),
    text,
    id: messageId.optional(),
  }),
  /** Any shape of WhatsApp's Message, bytes in base64; with `unavailable` only the phone itself has it. */
  z.strictObject({
    kind: z.literal('raw'),
    raw: z.record(z.string(), z.unknown()).default({}),
    text: text.optional(),
    id: messageId.optional(),
    attributes: z.record(z.string(), z.string()).optional(),
    unavailable: z.record(z.string(), z.string()).optional(),
    /** Seconds by which the time of the message differs from the present. */
    offsetSeconds: z.int().min(-100_000_000).max(100_000_000).optional(),
  }),
  z.strictObject({ kind: media, text: text.optional(), id: messageId.optional() }),
]);

/** `same`: the account goes on, on another phone. `new`: the number is another WhatsApp account now. */
export const registerAnewInput = z.strictObject({ account: z.enum(['new', 'same']) });

/** What is typed on the phone that owns the bot. */
export const byHandInput = z.strictObject({ text, id: messageId.optional() });

export const pairInput = z.union([
  z.strictObject({ qr: z.string().min(1).max(2_048), number: numberInput }),
  z.strictObject({
    code: z
      .string()
      .transform((value) => value.replace(/[\s-]/g, '').toUpperCase())
      .pipe(z.string().regex(/^[A-Z0-9]{8}$/, 'must be 8 letters and digits')),
    number: numberInput,
  }),
  /** The QR that is before the camera. */
  z.strictObject({ scan: z.literal(true), number: numberInput }),
]);

/** The QR that is held before the phones, or none. */
export const cameraInput = z.strictObject({ qr: z.string().min(1).max(2_048).nullable() });

export const faultsInput = z.strictObject({
  disconnect: z
    .union([
      z.literal(401),
      z.literal(440),
      z.literal(503),
      z.literal(515),
      z.literal(428),
      z.literal('drop'),
    ])
    .optional(),
  offline: z.boolean().optional(),
  deaf: z.boolean().optional(),
  latencyMs: z.int().min(0).max(60_000).optional(),
  nack463: z.union([z.boolean(), z.literal('strangers')]).optional(),
  nack463Of: z.record(z.string().regex(/^\d{8,15}$/), z.int().min(0).max(1_000)).optional(),
  passkey: z.boolean().optional(),
  refuseCodes: z.boolean().optional(),
  loginFailure: z
    .union([z.literal(401), z.literal(403), z.literal(405), z.literal(500), z.literal(503)])
    .nullable()
    .optional(),
  duplicate: z.number().min(0).max(1).optional(),
  shuffle: z.boolean().optional(),
  identityChange: numberInput.optional(),
});

export const afterInput = z.coerce.number().int().min(0).default(0);

/** The parsed value; a 400 that names each fault otherwise. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem(400, 'invalid-input', z.prettifyError(parsed.error).replaceAll('\n', ' '));
}
