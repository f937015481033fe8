import type { RequestHandler } from 'express';
import type { ZodType, core } from 'zod';
import { ProblemError, type FieldFault } from '../problem.js';

type Issue = core.$ZodIssue;

/**
 * Reads a body by a strict schema: unknown fields, arrays from fields given twice and wrong types
 * are refused (security case 53). The answer names the fields, never what was in them.
 * @throws ProblemError `invalid_request`
 */
export function readInput<Value>(schema: ZodType<Value>, input: unknown): Value {
  const parsed = schema.safeParse(input ?? {});
  if (!parsed.success) {
    throw new ProblemError({
      code: 'invalid_request',
      fields: fieldsOf(parsed.error.issues, input ?? {}),
    });
  }
  return parsed.data;
}

/** Names that the schema knows, and how many that it does not: the latter may be anything, so they are not repeated. */
function fieldsOf(issues: readonly Issue[], input: unknown): readonly FieldFault[] {
  const faults = issues.flatMap((issue): FieldFault[] => {
    if (issue.code === 'unrecognized_keys') return [{ field: '*', reason: 'unknown' }];
    if (issue.code === 'invalid_union') {
      // What would have been closest: the one of the alternatives that objects to the fewest fields.
      return closest(issue.errors.map((branch) => fieldsOf(branch, input)));
    }
    const field = String(issue.path[0] ?? '*');
    const isThere = field === '*' || Object.hasOwn(input as object, field);
    return [{ field, reason: isThere ? 'invalid' : 'missing' }];
  });
  return faults.filter(
    ({ field }, at) => faults.findIndex((other) => other.field === field) === at,
  );
}

function closest(alternatives: readonly (readonly FieldFault[])[]): FieldFault[] {
  const [first = []] = alternatives.toSorted((one, other) => one.length - other.length);
  return [...first];
}

const NUL = '\u0000';

/** Refuses a query with a repeated name or a NUL byte. */
export const plainQuery: RequestHandler = (req, _res, next) => {
  const values = Object.values(req.query);
  const plain = values.every((value) => typeof value === 'string' && !value.includes(NUL));
  const fields = [{ field: '?', reason: 'invalid' } as const];
  next(plain ? undefined : new ProblemError({ code: 'invalid_request', fields }));
};
