import { OperatorFault } from '#src/app/ports/operator-fault.js';
import { inEach } from '#src/domain/locale.js';
import { DATABASE_WORDS, type DatabaseWords } from '../words/catalogue.js';

/** The data folder cannot be used. */
export class DataDirError extends OperatorFault {
  override readonly name = 'DataDirError';
  readonly code: 'in_use' | 'not_writable' | 'not_private' | 'no_database' | 'damaged' | 'no_room';

  constructor(
    code: DataDirError['code'],
    say: (words: DatabaseWords['dataDir']) => string,
    options?: ErrorOptions,
  ) {
    super(
      inEach(DATABASE_WORDS, ({ dataDir }) => say(dataDir)),
      options,
    );
    this.code = code;
  }
}
