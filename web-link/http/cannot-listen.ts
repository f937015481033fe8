import { OperatorFault } from '#src/app/ports/operator-fault.js';
import { inEach } from '#src/domain/locale.js';
import { WORDS, type ListenWords } from '../words/catalogue.js';

/** The address cannot be listened on. */
export class CannotListenError extends OperatorFault {
  override readonly name: string = 'CannotListenError';

  constructor(say: (words: ListenWords) => string, options: ErrorOptions) {
    super(
      inEach(WORDS, ({ listen }) => say(listen)),
      options,
    );
  }
}

/** Another program listens there. */
export class PortInUseError extends CannotListenError {
  override readonly name = 'PortInUseError';
  readonly port: number;
  constructor(port: number, options: ErrorOptions) {
    super((words) => words.inUse(port), options);
    this.port = port;
  }
}

/** What an error of `server.listen` means to an operator. */
export function explainListenError(
  cause: NodeJS.ErrnoException,
  { port, host }: { readonly port: number; readonly host: string },
): CannotListenError {
  const { code } = cause;
  if (code === 'EADDRINUSE') return new PortInUseError(port, { cause });
  if (code === 'EACCES') return new CannotListenError((words) => words.privilege(port), { cause });
  return new CannotListenError((words) => words.noAddress(host, code ?? cause.name), { cause });
}
