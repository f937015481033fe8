import type { BoardStatus, ChannelBoard } from '#src/app/ports/channel.js';

/** The board of a single process. */
export function createMemoryChannelBoard(initial: BoardStatus): ChannelBoard {
  let latest = initial;
  return {
    post: (status) => {
      latest = status;
      return Promise.resolve();
    },
    current: () => Promise.resolve(latest),
  };
}
