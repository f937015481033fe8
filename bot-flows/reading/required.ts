/** Takes what a state cannot be without; it missing is a bug in the chart. */
export function required<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new Error(`the chart went on without ${what}`);
  return value;
}
