import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWithPrisma } from '../support/open-with-prisma.js';
import { createParts } from '../contract/parts.js';
import { copyEmbeddedTemplate, MIGRATIONS_DIR } from '../support/embedded-template.js';
import { playSentences } from './sentences/play.js';
import { figuresOf, report } from './sentences/report.js';
import { readSentences, type Sentence } from './sentences/sentence.js';
import { createSentenceStage } from './sentences/stage.js';

/** Each table, and the share of it that has to be understood; raised with every improvement. */
const TABLES = [
  { file: 'open.tsv', understood: 0.99 },
  { file: 'own.tsv', understood: 0.98 },
] as const;
/** `SENTENCES=even` or `odd` plays the sentences with such a number only, to tune on one half and measure on the other. */
const HALF = process.env['SENTENCES'];

function inHalf({ id }: Sentence): boolean {
  const isEven = Number(id.replace(/\D/g, '')) % 2 === 0;
  return HALF === undefined || HALF === '' || (HALF === 'even') === isEven;
}

describe('what people write, each sentence in its context before the real use cases', () => {
  // One each: what the first table leaves waiting would be another person's mail to the second.
  let database: Awaited<ReturnType<typeof openWithPrisma>>;
  let dataDir = '';
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'zap-sentences-'));
    await copyEmbeddedTemplate(dataDir);
    const broken = (error: Error): never => {
      throw error;
    };
    const failures = { onFatal: broken, onConnectionLost: broken };
    database = await openWithPrisma({ dataDir, migrationsDir: MIGRATIONS_DIR, ...failures });
  });
  afterEach(async () => {
    await database.close();
    await rm(dataDir, { recursive: true });
  });

  it.each(TABLES)(
    '$file is understood, and nothing dangerous happens',
    async ({ file, understood }) => {
      const stage = createSentenceStage(createParts(database, [randomBytes(32)]));
      const sentences = readSentences(file).filter(inHalf);
      const played = await playSentences(stage, sentences);
      await stage.end();
      process.stdout.write(report(file, played));
      const { right, dangerous } = figuresOf(played);
      expect(stage.faults).toEqual([]);
      expect(dangerous).toBe(0);
      expect(right / sentences.length).toBeGreaterThanOrEqual(understood);
    },
    600_000,
  );
});
