/** The time of day. The only reader of the system clock is the adapter behind this port. */
export interface Clock {
  now(): Date;
}
