import path from 'node:path';
import { systemClock } from '#src/adapters/crypto/clock.js';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createFieldCipher } from '#src/adapters/crypto/field-cipher.js';
import { createKeyRing, type KeyRing } from '#src/adapters/crypto/key-ring.js';
import { createKeyedIndex } from '#src/adapters/crypto/keyed-index.js';
import { loadMasterKeys } from '#src/adapters/crypto/master-key.js';
import { createShortSeal } from '#src/adapters/crypto/short-seal.js';
import { sealPlainAdmin } from '#src/adapters/postgres/tables/admins.js';
import { DataDirError } from '#src/adapters/postgres/embedded/data-dir-error.js';
import { createChannelHolds } from '#src/adapters/postgres/tables/channel-holds.js';
import { plainLineTo, readDatabaseUrl } from '#src/adapters/postgres/database-url.js';
import { createInstanceFacts } from '#src/adapters/postgres/tables/instance-facts.js';
import { createLeases } from '#src/adapters/postgres/tables/leases.js';
import { MigrationError } from '#src/adapters/postgres/migration-runner.js';
import { openDatabase } from '#src/adapters/postgres/open-database.js';
import { createStore } from '#src/adapters/postgres/store.js';
import { createWhatsAppVault } from '#src/adapters/postgres/tables/whatsapp-vault.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import { OperatorFault } from '#src/app/ports/operator-fault.js';
import type { Config } from '#src/config/config.js';
import { packageRoot } from '#src/config/package-root.js';
import { checkMasterKeys } from './check-master-keys.js';
import { OperatorError } from './operator-error.js';

export type Storage = Awaited<ReturnType<typeof openStorage>>;

/**
 * Opens the database under the master key: migrated, and checked to have been written under a key
 * that is here.
 * @throws OperatorError, DataDirError or MigrationError with what to do
 */
export async function openStorage(input: {
  readonly config: Config;
  readonly log: EventLog;
  readonly onFatal: (error: Error) => void;
}) {
  const { config, log, onFatal } = input;
  await checkTheLine(config, log);
  const database = await openDatabase({
    url: config.databaseUrl ?? undefined,
    dataDir: config.dataDir,
    migrationsDir: path.join(packageRoot(), 'prisma', 'migrations'),
    onFatal,
    onConnectionLost: (error) => log.warn('database.connection_lost', { reason: error.name }),
  }).catch((error: unknown) => {
    throw config.databaseUrl === null ? explainEmbedded(error, config.dataDir) : error;
  });
  const { kind, pooled, schema } = database;
  log.info('database.opened', { kind, state: pooled ? 'pooled' : 'direct', detail: schema });
  try {
    const keyRing = await openKeyRing(config);
    await checkMasterKeys(createInstanceFacts({ db: database.db }), keyRing);
    const cipher = createFieldCipher(keyRing);
    const index = createKeyedIndex(keyRing);
    const { db, transaction, applied } = database;
    await sealPlainAdmin({ db, cipher, applied });
    return {
      database,
      cipher,
      index,
      digests: createDigests(keyRing),
      seal: createShortSeal(keyRing, systemClock),
      store: createStore({
        ...{ db, transaction, cipher, index },
        onAuditEnd: ({ seq, hash }) => log.info('audit.appended', { auditEnd: `${seq}:${hash}` }),
      }),
      leases: createLeases({
        pool: database.leasePool,
        isOnlyProcess: database.kind === 'embedded',
      }),
      holds: createChannelHolds({ db }),
      vault: createWhatsAppVault({ db, cipher, index }),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * In production others must not be able to read the traffic to a database on another machine (the rows are encrypted,
 * the password of the database is not).
 * @throws OperatorError when the connection leads through a public network without TLS and no setting allows it
 */
async function checkTheLine(config: Config, log: EventLog): Promise<void> {
  if (!config.production || config.databaseUrl === null) return;
  const address = readDatabaseUrl(config.databaseUrl);
  const line = await plainLineTo(address);
  if (line === 'none') return;
  if (line === 'public' && address.sslmode === undefined) {
    throw new OperatorError(({ database }) => database.publicNetwork);
  }
  log.warn('database.without_tls', { detail: line });
}

/** Past the lock, only what is in the folder or on the disk keeps an embedded database from opening. */
function explainEmbedded(error: unknown, dataDir: string): unknown {
  if (error instanceof DataDirError || error instanceof MigrationError) return error;
  const folder = path.resolve(dataDir, 'db');
  return new OperatorError(({ database }) => database.embedded(folder), { cause: error });
}

async function openKeyRing(config: Config): Promise<KeyRing> {
  const { masterKey, dataDir, production } = config;
  const keys = await loadMasterKeys({ fromEnv: masterKey ?? undefined, dataDir, production });
  if (!keys.ok) throw new OperatorFault(keys.error.told);
  return createKeyRing(keys.value);
}
