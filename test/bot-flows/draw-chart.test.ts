import { readdirSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { drawCharts } from './draw-chart.js';

const FOLDER = new URL('../../docs/conversas/', import.meta.url);

describe('the diagrams in docs/conversas', () => {
  const drawings = drawCharts();

  test.each(drawings)('show $file as the charts have it now', async ({ file, text }) => {
    await expect(text).toMatchFileSnapshot(new URL(`${file}.md`, FOLDER).pathname);
  });

  test('show no flow that is gone', () => {
    const files = drawings.map(({ file }) => `${file}.md`);
    expect(readdirSync(FOLDER).filter((file) => !files.includes(file))).toEqual([]);
  });
});
