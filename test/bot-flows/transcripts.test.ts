import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { createDialogue } from '#bot-flows/dialogue.js';
import { replay } from './transcript.js';
import { SAO_PAULO } from '../support/time-zone.js';

/** One situation a file, and whole conversations of people who want to get in. */
const FOLDERS = ['./transcripts/', './conversations/'].map(
  (name) => new URL(name, import.meta.url),
);
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({ file, path: new URL(file, folder) })),
);

describe('a conversation goes as its transcript says', () => {
  const deps = {
    dialogue: createDialogue({
      copy: COPY['pt-BR'],
      timeZone: SAO_PAULO,
      privacyUrl: 'https://entrar.exemplo.com.br/privacidade',
    }),
    copy: createAccessCopy({ copy: COPY['pt-BR'], timeZone: SAO_PAULO }),
  };

  const scripts = files.map(({ file, path }) => {
    const script = readFileSync(path, 'utf8');
    return { file, path, script, about: script.split('\n', 1)[0] ?? '' };
  });

  test.each(scripts)('$file: $about', async ({ path, script, about }) => {
    expect(about).toMatch(/^# \S/);
    // After a wanted change of words: vitest -u, then read the diff.
    await expect(replay(script, deps)).toMatchFileSnapshot(path.pathname);
  });
});
