import type { CertificateAuthority } from './certificate-authority.js';
import type { DeviceRegistry } from './companion-device.js';
import type { Disorder } from './disorder.js';
import type { Faults } from './fault-settings.js';
import type { EventHub } from './events.js';
import type { Insights } from './insights.js';
import type { Connection } from './link.js';
import type { PhoneDirectory } from './phone-directory.js';
import type { Stats } from './stats.js';

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
