/** Structured events for operators: names, ids and codes only; never a CPF, phone, code, token or text. */
export interface EventLog {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields: LogFields & { readonly error: unknown }): void;
}

export type LogFields = Readonly<Record<string, unknown>>;
