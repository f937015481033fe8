import sql, { Sql } from 'sql-template-tag';
import pg, { type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import type { Db, Statements } from './tables/table-deps.js';

/** Anything that sends a statement and gives its rows: the pool, or the one connection of a transaction. */
export type Send = <Row extends QueryResultRow>(query: QueryConfig) => Promise<QueryResult<Row>>;

/** Sends a statement whose failure is the transaction's. @throws when the transaction is over */
export type SendAhead = (query: QueryConfig) => void;

/** What names a statement for a session; the empty name for one that is parsed each time. */
export type NameOf = (query: { readonly sql: string }) => string;

/** PostgreSQL, pg_type.dat. */
const INT8 = 20;
const INT8_ARRAY = 1016;
const TEXT_ARRAY = 1009;

const readTextArray = pg.types.getTypeParser(TEXT_ARRAY as never) as (
  text: string,
) => readonly (string | null)[];

/** The driver gives a bigint as text. */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<
  number,
  (text: string) => unknown
>([
  [INT8, BigInt],
  [
    INT8_ARRAY,
    (text) => readTextArray(text).map((element) => (element === null ? null : BigInt(element))),
  ],
]);

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    PARSERS.get(oid) ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
};

/** The text of a template without fragments is always the same. */
const texts = new WeakMap<TemplateStringsArray, string>();

/**
 * The store's own SQL, written as a template: each value is a parameter, each `sql` a part of the text. A
 * statement goes to the driver as a named prepared one, without Prisma's engine in between (decision 0024). Values are
 * what Prisma gave for the same columns: bigint for int8, Date for timestamptz, Uint8Array for bytea.
 * @param sendAhead for what need not be waited for; without it everything is
 */
export function createStatements(
  send: Send,
  nameOf: NameOf | null,
  sendAhead: SendAhead | null = null,
): Pick<Db, 'query' | 'execute' | 'write' | 'inlined'> {
  function configOf(strings: TemplateStringsArray, values: readonly unknown[]): QueryConfig {
    const { text, parameters } = compile(strings, values);
    return {
      text,
      values: parameters.map(toParameter),
      types: TYPES,
      ...(nameOf !== null && { name: nameOf({ sql: text }) }),
    };
  }

  return {
    ...statementsOf({ send, sendAhead }, configOf),
    inlined: statementsOf({ send, sendAhead }, (strings, values) => ({
      text: inline(strings, values),
      types: TYPES,
    })),
  };
}

type ConfigOf = (strings: TemplateStringsArray, values: readonly unknown[]) => QueryConfig;

function statementsOf(
  { send, sendAhead }: { readonly send: Send; readonly sendAhead: SendAhead | null },
  configOf: ConfigOf,
): Statements {
  return {
    query: async <Row>(strings: TemplateStringsArray, ...values: readonly unknown[]) => {
      const { rows } = await send<QueryResultRow>(configOf(strings, values));
      return rows as Row[];
    },
    execute: async (strings, ...values) => {
      const { rowCount } = await send(configOf(strings, values));
      return rowCount ?? 0;
    },
    write: async (strings, ...values) => {
      const config = configOf(strings, values);
      if (sendAhead === null) await send(config);
      else sendAhead(config);
    },
  };
}

function compile(
  strings: TemplateStringsArray,
  values: readonly unknown[],
): { readonly text: string; readonly parameters: readonly unknown[] } {
  if (values.some((value) => value instanceof Sql)) {
    const { text, values: parameters } = sql(strings, ...values);
    return { text, parameters };
  }
  const known = texts.get(strings);
  if (known !== undefined) return { text: known, parameters: values };
  const text = strings.reduce((before, part, n) => `${before}$${String(n)}${part}`);
  texts.set(strings, text);
  return { text, parameters: values };
}

function inline(strings: TemplateStringsArray, values: readonly unknown[]): string {
  const { strings: parts, values: all } = sql(strings, ...values);
  return parts.reduce((before, part, n) => `${before}${literalOf(all[n - 1])}${part}`);
}

/**
 * A value as SQL text (PostgreSQL, 4.1.2 Constants).
 * @throws for a value of another type: its text would be a guess
 */
function literalOf(value: unknown): string {
  if (value === null) return 'NULL';
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  throw new TypeError(`a ${typeof value} cannot stand in the text of a statement`);
}

/** The driver writes a Date in the zone of the process, which costs more and says the same. */
function toParameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.map(toParameter) : value;
}
