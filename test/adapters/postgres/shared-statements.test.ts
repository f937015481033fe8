import { describe, expect, it } from 'vitest';
import { shareStatements } from '#src/adapters/postgres/embedded/shared-statements.js';

function parse(name: string, sql: string): Buffer {
  const contents = Buffer.from(`${name}\0${sql}\0\0\0`);
  const head = Buffer.from('P\0\0\0\0', 'latin1');
  head.writeInt32BE(4 + contents.length, 1);
  return Buffer.concat([head, contents]);
}

const SYNC = Buffer.from('S\0\0\0\x04', 'latin1');

/** Answers each Parse as the engine would, and remembers what came. */
function setUp({ refuses = false, notice = false } = {}) {
  const ran: string[] = [];
  const engine = shareStatements({
    inTransaction: () => false,
    run: (messages, send) => {
      const text = Buffer.from(messages).toString('latin1');
      ran.push(text);
      if (notice && text.startsWith('P')) send(Buffer.from('N\0\0\0\x05\0', 'latin1'));
      if (text.startsWith('P'))
        send(Buffer.from(refuses ? 'E\0\0\0\x04' : '1\0\0\0\x04', 'latin1'));
      send(Buffer.from('Z\0\0\0\x05I', 'latin1'));
      return Promise.resolve();
    },
  });
  const run = async (...messages: readonly Buffer[]) => {
    const answers: Buffer[] = [];
    await engine.run(Buffer.concat(messages), (answer) => answers.push(Buffer.from(answer)));
    return Buffer.concat(answers).toString('latin1');
  };
  return { ran, run };
}

const ANSWER = '1\0\0\0\x04Z\0\0\0\x05I';

describe('statements of one session that several connections use', () => {
  it('are parsed once; each connection hears that its Parse was done', async () => {
    const { ran, run } = setUp();
    const first = parse('a', 'SELECT 1');
    expect(await run(first, SYNC)).toBe(ANSWER);
    expect(await run(first, SYNC)).toBe(ANSWER);
    expect(ran).toEqual([Buffer.concat([first, SYNC]).toString('latin1'), SYNC.toString('latin1')]);
  });

  it('without a name are parsed each time', async () => {
    const { ran, run } = setUp();
    for (let n = 0; n < 2; n += 1) await run(parse('', 'SELECT 1'), SYNC);
    expect(ran).toHaveLength(2);
    expect(ran[1]).toContain('SELECT 1');
  });

  it('are known as parsed also where a notice came before the answer', async () => {
    const { ran, run } = setUp({ notice: true });
    const first = parse('a', 'SELECT 1');
    await run(first, SYNC);
    expect(await run(first, SYNC)).toBe(ANSWER);
    expect(ran[1]).toBe(SYNC.toString('latin1'));
  });

  it('that were refused are parsed again', async () => {
    const { ran, run } = setUp({ refuses: true });
    for (let n = 0; n < 2; n += 1) await run(parse('a', 'SELECT 1'), SYNC);
    expect(ran[1]).toContain('SELECT 1');
  });
});
