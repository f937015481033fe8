import type { DatabaseWords } from '../words/catalogue.js';
import { readControlFile } from './control-file.js';
import { crc32c } from './crc32c.js';
import { DataDirError } from './data-dir-error.js';
import { openLogPages, PAGE_BYTES, type LogPages } from './log-pages.js';

/** Bytes of `XLogRecord`; its checksum is the last of its fields (access/xlogrecord.h). */
const RECORD_BYTES = 24;
const CRC_AT = 20;
/** XLogRecordMaxSize */
const LARGEST = 1020 * 1024 * 1024;
/** RM_XLOG_ID and XLOG_SWITCH: the rest of the file stays empty. */
const XLOG_KIND = 0;
const SWITCH = 0x40;

/** A whole record ends at `end`; or the log stops on the page of `stopped`. `again`: go on at that place. */
type Read = { readonly end: number } | { readonly stopped: number } | { readonly again: number };

function afterRecord(pages: LogPages, end: number): number {
  const aligned = Math.ceil(end / 8) * 8;
  if (aligned % PAGE_BYTES !== 0) return aligned;
  return aligned + (pages.at(aligned)?.headerBytes ?? 0);
}

function isWhole(pieces: readonly Buffer[]): boolean {
  const record = Buffer.concat(pieces);
  const head = record.subarray(0, CRC_AT);
  return crc32c([record.subarray(RECORD_BYTES), head]) === record.readUInt32LE(CRC_AT);
}

function readRecord(pages: LogPages, position: number, segmentSize: number): Read {
  const first = pages.at(position);
  if (!first) return { stopped: position };
  const from = first.bytes.subarray(position % PAGE_BYTES);
  const total = from.length < 4 ? 0 : from.readUInt32LE(0);
  if (total < RECORD_BYTES || total > LARGEST) return { stopped: position };
  const pieces = [from.subarray(0, total)];
  let missing = total - Math.min(total, from.length);
  let end = position + Math.min(total, from.length);
  while (missing > 0) {
    const page = pages.at(end);
    if (page?.overwrites) return { again: end + page.headerBytes };
    if (!page?.continues || page.rest !== missing) return { stopped: end };
    const length = Math.min(missing, PAGE_BYTES - page.headerBytes);
    pieces.push(page.bytes.subarray(page.headerBytes, page.headerBytes + length));
    missing -= length;
    end += page.headerBytes + length;
  }
  if (!isWhole(pieces)) return { stopped: end - 1 };
  const head = Buffer.concat(pieces).subarray(0, RECORD_BYTES);
  const switches = head[17] === XLOG_KIND && ((head[16] ?? 0) & 0xf0) === SWITCH;
  return { end: switches ? Math.ceil(end / segmentSize) * segmentSize : end };
}

/** @returns what is wrong with the log, or null when a start finds all that was written */
/** In the words of whichever language. */
type LogFault = (words: DatabaseWords['dataDir']) => string;

async function faultOfLog(folder: string): Promise<LogFault | null> {
  const start = await readControlFile(folder);
  if (start === 'unknown') return null;
  if (start === 'damaged') return (words) => words.controlFile;
  const pages = openLogPages(folder, start);
  const files = pages.faultOfFiles();
  if (files !== null) return (words) => files(words.logFile);
  const damaged =
    (position: number): LogFault =>
    (words) =>
      words.logFile.damaged(pages.nameAt(position));
  const checkpoint = readRecord(pages, start.checkpoint, start.segmentSize);
  if (!('end' in checkpoint)) return damaged(start.checkpoint);
  if (start.closed) return null;
  for (let position = start.redo; ;) {
    const read = readRecord(pages, position, start.segmentSize);
    if ('stopped' in read) {
      // A kill leaves at most the last page unfinished: the engine writes its log in order.
      const isEnd = position > start.checkpoint && !pages.anyAfter(read.stopped);
      return isEnd ? null : damaged(read.stopped);
    }
    position = 'again' in read ? read.again : afterRecord(pages, read.end);
  }
}

/**
 * Reads the write-ahead log of a database folder that nothing has open, from the last checkpoint to its end, as the
 * engine's recovery does (access/transam/xlogreader.c). The engine takes a hole in it for its end and goes on without
 * what came after. After an orderly stop that is one record; after a kill at most the 64 MiB between two checkpoints.
 * Writes nothing. What cannot be told from a kill: a log that was cut so that nothing after the cut is left.
 * @throws DataDirError `damaged`, with what to do
 */
export async function checkLog(folder: string): Promise<void> {
  const fault = await faultOfLog(folder);
  if (fault === null) return;
  throw new DataDirError('damaged', (words) => words.damaged(folder, fault(words)));
}
