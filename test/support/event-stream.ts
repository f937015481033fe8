interface ServerEvent {
  readonly name: string;
  readonly data: unknown;
}

/** Reads server-sent events one by one, as they come. */
export async function openEventStream(url: string, headers: Record<string, string>) {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  if (response.body === null) throw new Error('The answer has no body');
  const blocks = splitBlocks(response.body);

  return {
    response,
    /** The next event, or null when the server has ended the stream. Comments are skipped. */
    async next(): Promise<ServerEvent | null> {
      for (;;) {
        const { value, done } = await blocks.next();
        if (done === true) return null;
        if (!value.startsWith(':')) return parseBlock(value);
      }
    },
    /** The next block as it came: an event or a comment. */
    async nextBlock(): Promise<string | null> {
      const { value, done } = await blocks.next();
      return done === true ? null : value;
    },
    leave: () => abort.abort(),
  };
}

function parseBlock(block: string): ServerEvent {
  const line = (name: string): string =>
    block
      .split('\n')
      .find((text) => text.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? '';
  return { name: line('event'), data: JSON.parse(line('data')) as unknown };
}

async function* splitBlocks(body: AsyncIterable<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    yield* blocks;
  }
  return undefined;
}
