import { OperatorFault } from '#src/app/ports/operator-fault.js';
import { inEach } from '#src/domain/locale.js';
import { DEMO_WORDS } from './words/catalogue.js';
import type { TerminalWords } from './words/demo-words.js';

/** Something that the person who started the demo can mend. */
export class DemoError extends OperatorFault {
  override readonly name = 'DemoError';

  constructor(say: (words: TerminalWords) => string, options?: ErrorOptions) {
    super(
      inEach(DEMO_WORDS, ({ terminal }) => say(terminal)),
      options,
    );
  }
}
