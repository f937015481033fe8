import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseWords } from '../words/catalogue.js';
import type { LogStart } from './control-file.js';

/** XLOG_BLCKSZ */
export const PAGE_BYTES = 8192;
/** XLOG_PAGE_MAGIC of PostgreSQL 18. */
const MAGIC = 0xd1_18;
/** Bytes of `XLogPageHeaderData`, and of `XLogLongPageHeaderData`, with which each file begins. */
const HEADER_BYTES = 24;
const LONG_HEADER_BYTES = 40;
const SEGMENT_NAME = /^[0-9A-F]{24}$/;

/** One page of the log that was written for the place where it stands. */
export interface LogPage {
  readonly bytes: Buffer;
  readonly headerBytes: number;
  /** The page begins with the rest of a record from the page before … */
  readonly continues: boolean;
  /** … or that rest was lost in an earlier crash, and recovery wrote a new record here. */
  readonly overwrites: boolean;
  /** Bytes of that rest, on this page and later ones. */
  readonly rest: number;
}

/** The files of a PostgreSQL log, read page by page (access/xlog_internal.h). */
export interface LogPages {
  /** What is wrong with the files themselves, or null: one is short, or one in between is missing. */
  faultOfFiles(): ((words: DatabaseWords['dataDir']['logFile']) => string) | null;
  /** @returns the page at this position, or null: no file, never written, or left from an earlier use of the file */
  at(position: number): LogPage | null;
  /** Whether any page after the one that holds `position` was written. */
  anyAfter(position: number): boolean;
  /** The name of the file that holds a position. */
  nameAt(position: number): string;
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(8, '0');
}

export function openLogPages(folder: string, start: LogStart): LogPages {
  const { segmentSize, timeline } = start;
  const segmentsPerId = 2 ** 32 / segmentSize;
  const wal = path.join(folder, 'pg_wal');
  const segments = existsSync(wal)
    ? readdirSync(wal).filter((name) => SEGMENT_NAME.test(name))
    : [];
  const numberOf = (name: string) =>
    Number.parseInt(name.slice(8, 16), 16) * segmentsPerId + Number.parseInt(name.slice(16), 16);
  const nameOf = (segment: number) =>
    hex(timeline) + hex(Math.floor(segment / segmentsPerId)) + hex(segment % segmentsPerId);
  const last = Math.max(...segments.map(numberOf), 0);
  const first = Math.floor(start.redo / segmentSize);
  let loaded: { readonly segment: number; readonly bytes: Buffer | null } | null = null;

  function load(segment: number): Buffer | null {
    if (loaded?.segment !== segment) {
      const name = nameOf(segment);
      const bytes = segments.includes(name) ? readFileSync(path.join(wal, name)) : null;
      loaded = { segment, bytes };
    }
    return loaded.bytes;
  }

  function at(position: number): LogPage | null {
    const address = position - (position % PAGE_BYTES);
    const offset = address % segmentSize;
    const bytes = load(Math.floor(address / segmentSize))?.subarray(offset, offset + PAGE_BYTES);
    if (bytes?.length !== PAGE_BYTES || bytes.readUInt16LE(0) !== MAGIC) return null;
    if (Number(bytes.readBigUInt64LE(8)) !== address) return null;
    const flags = bytes.readUInt16LE(2);
    return {
      bytes,
      headerBytes: flags & 2 ? LONG_HEADER_BYTES : HEADER_BYTES,
      continues: (flags & 1) !== 0,
      overwrites: (flags & 8) !== 0,
      rest: bytes.readUInt32LE(16),
    };
  }

  return {
    at,
    // The engine makes each file in full under another name and then renames it, one number after the other.
    faultOfFiles: () => {
      const short = segments.find((name) => statSync(path.join(wal, name)).size !== segmentSize);
      if (short !== undefined) return (words) => words.short(short);
      for (let segment = first; segment <= Math.max(first, last); segment += 1) {
        if (!segments.includes(nameOf(segment))) return (words) => words.missing(nameOf(segment));
      }
      return null;
    },
    anyAfter: (position) => {
      const end = (last + 1) * segmentSize;
      let page = position - (position % PAGE_BYTES) + PAGE_BYTES;
      for (; page < end; page += PAGE_BYTES) if (at(page)) return true;
      return false;
    },
    nameAt: (position) => nameOf(Math.floor(position / segmentSize)),
  };
}
