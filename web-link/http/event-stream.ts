import type { Response } from 'express';

/** A stream of server-sent events (WHATWG HTML §9.2) as one page reads it. */
export interface EventStream {
  /** Sends what `eventText` made; nothing once the page has gone. */
  send(text: string): void;
  /** Sends the last event and closes. */
  end(text: string): void;
  /** A comment, so that proxies do not cut a silent connection. A page that takes not even this is gone: it is cut. */
  beat(): void;
  /** Closes without a word; the page comes back by itself. */
  cut(): void;
}

const BEAT = ': beat\n\n';

export function eventText(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/**
 * Takes the answer over. The headers leave at once, with the time after which a page comes back when it is cut.
 * @param retryMs the browser's own time unless given
 */
export function openEventStream(res: Response, retryMs?: number): EventStream {
  const stream = new ResponseStream(res);
  res.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  if (retryMs === undefined) res.flushHeaders();
  else stream.send(`retry: ${retryMs}\n`);
  return stream;
}

/** A class, because ten thousand pages wait: functions of their own would cost each of them more than all else here. */
class ResponseStream implements EventStream {
  readonly #res: Response;

  constructor(res: Response) {
    this.#res = res;
  }

  send(text: string): void {
    if (!this.#res.writableEnded && !this.#res.destroyed) this.#res.write(text);
  }

  end(text: string): void {
    if (!this.#res.writableEnded && !this.#res.destroyed) this.#res.end(text);
  }

  beat(): void {
    if (this.#res.writableNeedDrain) this.#res.destroy();
    else this.send(BEAT);
  }

  cut(): void {
    this.#res.destroy();
  }
}
