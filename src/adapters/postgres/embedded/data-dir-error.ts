/** The data folder cannot be used; the message tells an operator what to do. */
export class DataDirError extends Error {
  readonly code: 'in_use' | 'not_writable' | 'not_private' | 'no_database' | 'damaged' | 'no_room';

  constructor(code: DataDirError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataDirError';
    this.code = code;
  }
}
