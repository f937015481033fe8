import type { BoardStatus } from '#src/app/ports/channel.js';
import type { Product } from '#src/main/compose/compose.js';

/**
 * Calls `take` with the state of the bot now and after each change; `failed` hears of what it throws.
 * @returns a function that ends it
 */
export function followChannel(
  product: Product,
  { take, failed }: { take: (status: BoardStatus) => unknown; failed: (error: unknown) => void },
): () => void {
  const { bus, board } = product.dependencies.shared;
  const look = (): void => {
    board.current().then(take).catch(failed);
  };
  const end = bus.subscribe('channel.changed', look);
  look();
  return end;
}

/** The first state of the bot, from now on, that fits. */
export function untilChannel(
  product: Product,
  fits: (status: BoardStatus) => boolean,
): Promise<BoardStatus> {
  return new Promise((resolve, reject) => {
    const end = followChannel(product, {
      take: (status) => {
        if (!fits(status)) return;
        end();
        resolve(status);
      },
      failed: reject,
    });
  });
}
