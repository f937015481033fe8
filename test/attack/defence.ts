/** A defence of the product, and how its build looks without it. */
export interface Defence {
  /** The case that must fail without it. */
  readonly id: number;
  readonly what: string;
  /** Where it stands, under `dist/`. */
  readonly file: string;
  /** Stands there exactly once, or as often as `times` says. */
  readonly present: string;
  readonly times?: number;
  readonly absent: string;
  /** A second place that says the same: either alone would hold. */
  readonly also?: Pick<Defence, 'file' | 'present' | 'absent'>;
}
