import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messagesOf, readTranscript, type TranscriptStep } from '../bot-flows/transcript-lines.js';
import { LAST_ANSWER } from '../bot-flows/transcript-lines.js';
import { contract, type Parts } from '../contract/parts.js';
import { makeTrue } from './transcript-given.js';
import { createTranscriptStage, type TranscriptStage } from './transcript-stage.js';

const FOLDER = new URL('../bot-flows/transcripts/', import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));

/** What no state of the real application leads to; the dialogue answers it all the same (scripted-app.ts). */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  'acesso-bloqueado.txt':
    'a number is identified and given access in one transaction: only a block that commits in between is told apart',
  'atendente-sem-horario.txt':
    'whoever configures opening hours says when somebody comes next; without them somebody is always there',
};

/** Empties what the people of a transcript leave behind, so that the next one can have the same CPF. */
async function forgetEverybody({ database }: Parts): Promise<void> {
  await database.pool.query(
    'TRUNCATE account, conversation, claim, number_change, login_request, challenge, chat_tax_id_try, chat_request_try, inbound_message, outbox_message CASCADE',
  );
}

function spell({ text, mark }: { text: string; mark: string | null }, lastAnswer: string) {
  return messagesOf(text === LAST_ANSWER ? lastAnswer : text, mark === 'encaminhada');
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

contract('a transcript goes through the real application as it is written', (parts) => {
  let stage: TranscriptStage;
  beforeEach(async () => {
    await forgetEverybody(parts());
    stage = createTranscriptStage(parts());
  });
  afterEach(() => stage.end());

  const playable = files.filter((file) => OUT_OF_REACH[file] === undefined);
  it.each(playable)('%s', async (file) => {
    const steps = readTranscript(readFileSync(new URL(file, FOLDER), 'utf8'));
    const written = steps.map(({ line, answers }) => ({ line, answers }));
    expect(await play(stage, steps)).toEqual(written);
  });
});

describe('the transcripts that the real application cannot play', () => {
  it('are all there, each with its reason', () => {
    expect(files).toEqual(expect.arrayContaining(Object.keys(OUT_OF_REACH)));
  });
});
