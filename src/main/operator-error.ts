import { OperatorFault } from '#src/app/ports/operator-fault.js';
import { inEach } from '#src/domain/locale.js';
import { TERMINAL_WORDS, type TerminalWords } from './words/catalogue.js';

/** A fault that is found where the parts are put together, or by a command of the terminal. */
export class OperatorError extends OperatorFault {
  override readonly name: string = 'OperatorError';

  constructor(say: (words: TerminalWords) => string, options?: ErrorOptions) {
    super(inEach(TERMINAL_WORDS, say), options);
  }
}
