import type { RequestHandler } from 'express';
import type { ZodType } from 'zod';
import { ProblemError } from '../problem.js';

/**
 * Reads a body by a strict schema: unknown fields, arrays from fields given twice and wrong types
 * are refused (security case 53). The answer names the fields, never what was in them.
 * @throws ProblemError `invalid_request`
 */
export function readInput<Value>(schema: ZodType<Value>, input: unknown): Value {
  const parsed = schema.safeParse(input ?? {});
  if (!parsed.success) throw new ProblemError({ code: 'invalid_request' });
  return parsed.data;
}

const NUL = '\u0000';

/** Refuses a query in which a name stands twice or a NUL byte hides. */
export const plainQuery: RequestHandler = (req, _res, next) => {
  const values = Object.values(req.query);
  const plain = values.every((value) => typeof value === 'string' && !value.includes(NUL));
  next(plain ? undefined : new ProblemError({ code: 'invalid_request' }));
};
