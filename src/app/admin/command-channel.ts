import type { Clock } from '../ports/clock.js';
import type { ChannelCommand, EventBus } from '../ports/event-bus.js';
import type { EventLog } from '../ports/event-log.js';
import type { Store } from '../ports/tables/store.js';

export type CommandChannel = ReturnType<typeof createCommandChannel>;

/** Passes an admin's command on to whichever instance owns the number; the audit log has it before the owner does. */
export function createCommandChannel(deps: {
  readonly store: Pick<Store, 'audit'>;
  readonly clock: Clock;
  readonly bus: EventBus;
  readonly log: EventLog;
}) {
  const { store, clock, bus, log } = deps;
  return async function commandChannel(command: ChannelCommand): Promise<void> {
    const { type } = command;
    log.info('admin.channel_command', { type });
    const act = { actor: 'admin', action: `channel_${type}` } as const;
    await store.audit.append({ ...act, accountId: null, detail: null, now: clock.now() });
    await bus.publish('channel.command', command);
  };
}
