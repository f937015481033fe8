import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  changeDatabase,
  changeServerDatabase,
  olderBy,
  type Rows,
} from '../e2e/support/stopped-database.js';
import { freePort } from '../e2e/support/free-port.js';
import { findPostgres, startPostgres } from '../support/postgres-server.js';
import { startRedis } from '../support/redis-server.js';

/** `embedded`: one instance on its own database; `shared`: two instances on one PostgreSQL and one Redis. */
export type StorageKind = 'embedded' | 'shared';
export const STORAGES: readonly StorageKind[] = ['embedded', 'shared'];

/** Where the attacked product keeps what it keeps. */
export interface Storage {
  readonly kind: StorageKind;
  readonly instances: number;
  /** What the instances are told of it; read anew at each start. */
  readonly env: Readonly<Record<string, string>>;
  /** From the next start on a new master key is the current one; those before still open what they wrote. */
  addMasterKey(): Promise<void>;
  /** Runs SQL while no instance runs. @returns the rows of the last statement */
  change(statements: readonly string[]): Promise<Rows>;
  /** So many minutes pass while no instance runs; what Redis counted is over. */
  age(minutes: number): Promise<void>;
  end(): Promise<void>;
}

/** @param dataDir of the embedded database */
export async function openStorage(kind: StorageKind, dataDir: string): Promise<Storage> {
  return kind === 'embedded' ? embedded(dataDir) : shared();
}

function newMasterKey(): string {
  return randomBytes(32).toString('base64');
}

function embedded(dataDir: string): Storage {
  const change: Storage['change'] = (statements) => changeDatabase(dataDir, statements);
  return {
    kind: 'embedded',
    instances: 1,
    env: {},
    addMasterKey: async () => {
      const file = path.join(dataDir, 'master.key');
      await writeFile(file, `${newMasterKey()},${(await readFile(file, 'utf8')).trim()}\n`);
    },
    change,
    age: async (minutes) => {
      await change([olderBy(minutes)]);
    },
    end: () => Promise.resolve(),
  };
}

async function shared(): Promise<Storage> {
  const programs = findPostgres();
  if (programs === null) throw new Error('there is no PostgreSQL on this machine');
  const server = await startPostgres(programs);
  const url = await server.createDatabase();
  const port = await freePort();
  let redis = await startRedis({ port });
  const masterKeys = [newMasterKey()];
  const change: Storage['change'] = (statements) => changeServerDatabase(url, statements);
  return {
    kind: 'shared',
    instances: 2,
    get env() {
      return { DATABASE_URL: url, REDIS_URL: redis.url, MASTER_KEY: masterKeys.join(',') };
    },
    addMasterKey: () => {
      masterKeys.unshift(newMasterKey());
      return Promise.resolve();
    },
    change,
    age: async (minutes) => {
      await change([olderBy(minutes)]);
      await redis.stop();
      redis = await startRedis({ port });
    },
    end: async () => {
      await redis.stop();
      await server.stop();
    },
  };
}
