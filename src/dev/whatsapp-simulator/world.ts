import type { CertificateAuthority } from './wire/certificate-authority.js';
import type { DeviceRegistry } from './pairing/companion-device.js';
import type { Disorder } from './chats/disorder.js';
import type { Faults } from './control/fault-settings.js';
import type { EventHub } from './control/events.js';
import type { Insights } from './control/insights.js';
import type { Connection } from './wire/link.js';
import type { PhoneDirectory } from './chats/phone-directory.js';
import type { Stats } from './control/stats.js';

/** Everything the simulator knows. */
export interface World {
  readonly authority: CertificateAuthority;
  readonly phones: PhoneDirectory;
  readonly devices: DeviceRegistry;
  readonly connections: Set<Connection>;
  readonly events: EventHub;
  readonly insights: Insights;
  readonly faults: Faults;
  /** The way of the phones' messages to the bot. */
  readonly disorder: Disorder;
  readonly stats: Stats;
  /** What a phone that scans sees. */
  readonly camera: { qr: string | null };
  /** The number whose linked devices the phones write to: the one paired last. */
  botNumber: string | undefined;
  /** To be called after every change that a restart should remember. */
  changed: () => void;
  /** Reports what should not happen. */
  readonly failed: (error: unknown) => void;
}
