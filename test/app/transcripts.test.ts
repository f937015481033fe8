import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWithPrisma } from '../support/open-with-prisma.js';
import {
  LAST_ANSWER,
  messagesOf,
  type Mark,
  readTranscript,
  type TranscriptStep,
} from '../bot-flows/transcript-lines.js';
import { createParts } from '../contract/parts.js';
import { copyEmbeddedTemplate, MIGRATIONS_DIR } from '../support/embedded-template.js';
import { makeTrue } from './transcript-given.js';
import { createTranscriptStage, type TranscriptStage } from './transcript-stage.js';

/** The dialogue's, and those in which the bot is silent or speaks although the dialogue was not asked. */
const FOLDERS = ['../bot-flows/transcripts/', '../bot-flows/conversations/', './transcripts/'];
const files = FOLDERS.flatMap((folder) => {
  const url = new URL(folder, import.meta.url);
  const names = readdirSync(url).filter((file) => file.endsWith('.txt'));
  return names.map((file) => ({ file, url: new URL(file, url) }));
});

/** What no state of the real application leads to; the dialogue answers it all the same (scripted-app.ts). */
const OUT_OF_REACH: readonly { readonly file: string; readonly line: string; why: string }[] = [
  {
    file: 'acesso-bloqueado.txt',
    line: '(acesso bloqueado)',
    why: 'a number is identified and given access in one transaction: only a block that commits in between is told apart',
  },
  {
    file: 'atendente-sem-horario.txt',
    line: '(equipe fechada)',
    why: 'whoever configures opening hours says when somebody comes next; without them somebody is always there',
  },
];

/** Whatever people leave behind; the rest goes with their account. */
const TRACES = [
  'allowance',
  ...['account', 'conversation', 'claim', 'number_change', 'login_request', 'challenge'],
  ...['chat_tax_id_try', 'chat_request_try', 'inbound_message', 'outbox_message'],
];

/** An embedded database for all transcripts; one after the other has it for itself. */
async function openParts() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zap-transcripts-'));
  await copyEmbeddedTemplate(dataDir);
  const broken = (error: Error): never => {
    throw error;
  };
  const failures = { onFatal: broken, onConnectionLost: broken };
  const database = await openWithPrisma({ dataDir, migrationsDir: MIGRATIONS_DIR, ...failures });
  return {
    parts: createParts(database, [randomBytes(32)]),
    /** The next transcript may have the same CPF. */
    forgetEverybody: () =>
      database.pool.query(TRACES.map((table) => `DELETE FROM ${table}`).join(';')),
    close: async () => {
      await database.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

function spell({ text, mark }: { text: string; mark: Mark | null }, lastAnswer: string) {
  return messagesOf(text === LAST_ANSWER ? lastAnswer : text, mark);
}

/** Plays what happens in a transcript. @returns the same steps with what the person reads */
async function play(
  stage: TranscriptStage,
  steps: readonly TranscriptStep[],
): Promise<readonly Omit<TranscriptStep, 'happens'>[]> {
  const played: Omit<TranscriptStep, 'happens'>[] = [];
  for (const { line, happens } of steps) {
    let answers: readonly string[] = [];
    if (happens.kind === 'said') {
      const lastAnswer = played.findLast((step) => step.answers.length > 0)?.answers.at(-1) ?? '';
      const late = happens.mark === 'atrasada';
      answers = await stage.say(spell(happens, lastAnswer), { late });
    } else {
      if (happens.kind === 'pause') await stage.pass(happens.minutes * 60_000);
      else await makeTrue(stage, happens);
      answers = await stage.told();
    }
    played.push({ line, answers });
  }
  return played;
}

describe('a transcript goes through the real application as it is written', () => {
  let opened: Awaited<ReturnType<typeof openParts>>;
  let stage: TranscriptStage;
  beforeAll(async () => {
    opened = await openParts();
  });
  afterAll(() => opened.close());
  beforeEach(() => {
    stage = createTranscriptStage(opened.parts);
  });
  afterEach(async () => {
    await stage.end();
    await opened.forgetEverybody();
  });

  const playable = files.filter(({ file }) => !OUT_OF_REACH.some((one) => one.file === file));
  it.each(playable)('$file', async ({ url }) => {
    const steps = readTranscript(readFileSync(url, 'utf8'));
    const written = steps.map(({ line, answers }) => ({ line, answers }));
    expect(await play(stage, steps)).toEqual(written);
  });

  it.each(OUT_OF_REACH)('$file cannot: $why', async ({ file, line }) => {
    const url = files.find((one) => one.file === file)?.url ?? '';
    const steps = readTranscript(readFileSync(url, 'utf8'));
    expect(steps.map((step) => step.line)).toContain(line);
    await expect(play(stage, steps)).rejects.toThrow();
  });
});
