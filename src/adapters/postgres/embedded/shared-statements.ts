import type { Engine } from './turn-queue.js';

const PARSE = 'P'.charCodeAt(0);
const PARSE_COMPLETE = '1'.charCodeAt(0);
/** What may come before an answer, unasked: NoticeResponse, ParameterStatus. */
const UNASKED: ReadonlySet<number> = new Set(['N', 'S'].map((letter) => letter.charCodeAt(0)));
/** PostgreSQL protocol 3.0, ParseComplete: the letter and the length of nothing. */
const PARSED = new Uint8Array([PARSE_COMPLETE, 0, 0, 0, 4]);
/** The letter and the length before a message's contents. */
const HEAD_BYTES = 5;

/**
 * Lets connections that share one session share its named statements. Each connection acts as if it had a session of
 * its own, and would parse what another one has parsed already, which the engine refuses. A name belongs to one text
 * (statement-names.ts).
 */
export function shareStatements(engine: Engine): Engine {
  const parsed = new Set<string>();
  return {
    inTransaction: () => engine.inTransaction(),
    run: async (messages, send) => {
      const first = readParse(messages);
      if (first === null) return engine.run(messages, send);
      if (parsed.has(first.name)) {
        send(PARSED);
        return engine.run(messages.subarray(first.length), send);
      }
      let begun = false;
      return engine.run(messages, (answer) => {
        const letter = begun ? null : firstAnswer(answer);
        begun ||= letter !== null;
        if (letter === PARSE_COMPLETE) parsed.add(first.name);
        send(answer);
      });
    },
  };
}

/** The letter of the first message that answers; null when a piece holds none. */
function firstAnswer(piece: Uint8Array): number | null {
  const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  for (let at = 0; at + HEAD_BYTES <= bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    const letter = bytes[at];
    if (letter !== undefined && !UNASKED.has(letter)) return letter;
  }
  return null;
}

/** The Parse that a turn begins with, when its statement has a name; drivers send no other one. */
function readParse(
  messages: Uint8Array,
): { readonly name: string; readonly length: number } | null {
  if (messages[0] !== PARSE) return null;
  const end = messages.indexOf(0, HEAD_BYTES);
  if (end <= HEAD_BYTES) return null;
  const bytes = Buffer.from(messages.buffer, messages.byteOffset, messages.byteLength);
  return { name: bytes.toString('latin1', HEAD_BYTES, end), length: 1 + bytes.readInt32BE(1) };
}
