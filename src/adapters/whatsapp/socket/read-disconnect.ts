import type { Disconnect } from './reconnect-policy.js';

/**
 * Reads the error with which Baileys ends a connection: a Boom whose `data` is the stanza or its attributes when
 * WhatsApp spoke, and the socket's own error when the transport failed.
 */
export function readDisconnect(error: unknown): Disconnect {
  const { output, data } = shapeOf(error);
  const code = output?.statusCode;
  return {
    code: typeof code === 'number' && Number.isFinite(code) ? withRemoval(code, data) : null,
    fromWhatsApp: isStanza(data),
  };
}

interface BoomShape {
  readonly output?: { readonly statusCode?: unknown };
  readonly data?: unknown;
}

function shapeOf(error: unknown): BoomShape {
  return typeof error === 'object' && error !== null ? error : {};
}

function isStanza(data: unknown): data is { readonly attrs?: Record<string, string> } {
  return (
    typeof data === 'object' &&
    data !== null &&
    !(data instanceof Error) &&
    ('tag' in data || 'reason' in data)
  );
}

/** A conflict means another connection (440) unless it names the removal of this device. */
function withRemoval(code: number, data: unknown): number {
  if (!isStanza(data)) return code;
  return data.attrs?.['type'] === 'device_removed' ? 401 : code;
}
