import type { ChannelCommand, EventBus } from '../ports/event-bus.js';
import type { EventLog } from '../ports/event-log.js';
import type { Store } from '../ports/tables/store.js';

export type CommandChannel = ReturnType<typeof createCommandChannel>;

/**
 * Passes an admin's command on to the instance that owns the number; it is in the audit log before the owner gets it.
 */
export function createCommandChannel(deps: {
  readonly store: Pick<Store, 'transaction'>;
  readonly bus: EventBus;
  readonly log: EventLog;
}) {
  const { store, bus, log } = deps;
  return async function commandChannel(command: ChannelCommand): Promise<void> {
    const { type } = command;
    log.info('admin.channel_command', { type });
    await store.transaction((tx) => {
      tx.emit({ type: 'channel.commanded', command: type });
      return Promise.resolve();
    });
    await bus.publish('channel.command', command);
  };
}
