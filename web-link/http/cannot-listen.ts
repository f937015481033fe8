/** The address cannot be listened on; the message tells an operator what to do. */
export class CannotListenError extends Error {
  override readonly name: string = 'CannotListenError';
}

/** Another program listens there. */
export class PortInUseError extends CannotListenError {
  override readonly name = 'PortInUseError';
  readonly port: number;
  constructor(port: number, options: ErrorOptions) {
    super(`port ${port} is in use: stop the other program or choose another PORT`, options);
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
  if (code === 'EACCES') {
    return new CannotListenError(
      `port ${port} needs a privilege that this user lacks: choose a PORT above 1023`,
      { cause },
    );
  }
  return new CannotListenError(
    `HOST ${host} is no address of this machine (${code ?? cause.name}): choose another, such as 127.0.0.1 or 0.0.0.0`,
    { cause },
  );
}
