import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32c } from './crc32c.js';
import { databaseCodeOf } from '../database-error.js';

/** Where the log stands that a start must find. Positions are bytes since the log's beginning (an LSN). */
export interface LogStart {
  /** The record of the last checkpoint. */
  readonly checkpoint: number;
  /** Where a recovery begins to read; the checkpoint itself after an orderly stop. */
  readonly redo: number;
  readonly timeline: number;
  /** Bytes of each file of the log. */
  readonly segmentSize: number;
  /** The database was closed in order: nothing was written after the checkpoint. */
  readonly closed: boolean;
}

/** PG_CONTROL_VERSION of PostgreSQL 18; another version has its fields at other places. */
const VERSION = 1800;
/** Bytes from the beginning, of `ControlFileData` in PostgreSQL 18 (catalog/pg_control.h), little endian. */
const AT = {
  version: 8,
  state: 16,
  checkpoint: 32,
  redo: 40,
  timeline: 48,
  segmentSize: 228,
  crc: 292,
} as const;
/** DB_SHUTDOWNED */
const CLOSED = 1;

/**
 * Reads `global/pg_control`, in which the engine notes where its log begins that a start needs.
 * @returns `damaged` when it is missing, too short or its checksum is wrong; `unknown` when another version of
 *   PostgreSQL wrote it (the engine refuses that by itself)
 */
export async function readControlFile(folder: string): Promise<LogStart | 'damaged' | 'unknown'> {
  const file = await readFile(path.join(folder, 'global', 'pg_control')).catch((error: unknown) => {
    if (databaseCodeOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  if (file.length < AT.crc + 4) return 'damaged';
  const version = file.readUInt32LE(AT.version);
  if (version !== 0 && version !== VERSION) return 'unknown';
  if (crc32c([file.subarray(0, AT.crc)]) !== file.readUInt32LE(AT.crc)) return 'damaged';
  return {
    checkpoint: Number(file.readBigUInt64LE(AT.checkpoint)),
    redo: Number(file.readBigUInt64LE(AT.redo)),
    timeline: file.readUInt32LE(AT.timeline),
    segmentSize: file.readUInt32LE(AT.segmentSize),
    closed: file.readUInt32LE(AT.state) === CLOSED,
  };
}
