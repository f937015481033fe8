import type { AdminSessions } from '#src/app/admin/sessions.js';
import type { AdminSetup } from '#src/app/admin/setup.js';
import type { SettleClaims } from '#src/app/admin/settle-claims.js';
import type { CommandChannel } from '#src/app/admin/command-channel.js';
import type { PausedChats } from '#src/app/admin/paused-chats.js';
import type { ManageAccounts } from '#src/app/admin/manage-accounts.js';
import type { Audit } from '#src/app/ports/tables/audit.js';
import type { ChannelBoard } from '#src/app/ports/channel.js';
import type { EventBus } from '#src/app/ports/event-bus.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { Timers } from '#src/app/ports/timers.js';
import type { FormFaults } from '../http/form-faults.js';
import type { WebSettings } from '../settings.js';

/** What an admin does about people, page by page. */
export interface PeopleAdmin {
  readonly claims: SettleClaims;
  readonly people: ManageAccounts;
  readonly chats: PausedChats;
  readonly audit: Pick<Audit, 'latest'>;
}

/** What the pages and the API of the admin use. */
export interface AdminDeps {
  readonly adminSetup: Pick<AdminSetup, 'peek' | 'setUp'>;
  readonly adminSessions: AdminSessions;
  readonly commandChannel: CommandChannel;
  readonly peopleAdmin: PeopleAdmin;
  readonly board: Pick<ChannelBoard, 'current'>;
  readonly bus: Pick<EventBus, 'subscribe'>;
  readonly timers: Pick<Timers, 'every'>;
  readonly log: EventLog;
  readonly settings: Pick<WebSettings, 'publicUrl' | 'locale'>;
}

/** The same with what the pages share. */
export type AdminPageDeps = AdminDeps & { readonly faults: FormFaults };
