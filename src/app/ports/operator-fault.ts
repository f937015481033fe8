import type { Told } from '#src/domain/locale.js';

/**
 * Something an operator can mend: what is wrong and what to do. The terminal shows `told` in the language of `LOCALE`;
 * `message` is the English of it, for logs.
 */
export class OperatorFault extends Error {
  readonly told: Told;

  constructor(told: Told, options?: ErrorOptions) {
    super(told.en, options);
    this.told = told;
  }
}
