/** PostgreSQL protocol 3.0, section "Message Formats"; `length` fields count themselves. */
const LENGTH_BYTES = 4;
const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;
/** As PostgreSQL itself: nothing longer fits into its memory either. */
const LONGEST_FRAME = 1 << 30;

/** One message of a client. */
export interface Frame {
  /** The type letter, or `start`, `encryption` or `cancel` for the letterless ones a connection begins with. */
  readonly tag: string;
  readonly bytes: Buffer;
}

function startTag(bytes: Buffer): string {
  const request = bytes.readInt32BE(LENGTH_BYTES);
  if (request === SSL_REQUEST || request === GSS_REQUEST) return 'encryption';
  return request === CANCEL_REQUEST ? 'cancel' : 'start';
}

/**
 * Cuts the bytes of one connection into messages, however they are split over chunks.
 * @throws on a length that no message can have
 */
export function createFrameReader(): { push(chunk: Buffer): Frame[] } {
  let started = false;
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 0;

  function next(buffer: Buffer): Frame | null {
    const lengthAt = started ? 1 : 0;
    if (buffer.length < lengthAt + LENGTH_BYTES) return null;
    const length = buffer.readInt32BE(lengthAt);
    const least = started ? LENGTH_BYTES : 2 * LENGTH_BYTES;
    if (length < least || length > LONGEST_FRAME) throw new Error('Not a PostgreSQL message.');
    wanted = lengthAt + length;
    if (buffer.length < wanted) return null;
    const bytes = buffer.subarray(0, wanted);
    const tag = started ? String.fromCharCode(buffer[0] ?? 0) : startTag(bytes);
    started ||= tag === 'start';
    return { tag, bytes };
  }

  return {
    push: (chunk) => {
      chunks.push(chunk);
      held += chunk.length;
      // A long message comes in many chunks: they are joined once, when it is whole.
      if (held < wanted) return [];
      let buffer = Buffer.concat(chunks);
      const frames: Frame[] = [];
      wanted = 0;
      for (let frame = next(buffer); frame; frame = next(buffer)) {
        frames.push(frame);
        buffer = buffer.subarray(frame.bytes.length);
        wanted = 0;
      }
      chunks = [buffer];
      held = buffer.length;
      return frames;
    },
  };
}
