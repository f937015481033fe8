import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Demo } from '../e2e/support/demo-process.js';
import { createTourPage } from '../e2e/support/tour.js';
import { CHROME } from './scene.js';

/** Room for phone and site side by side. */
const VIEW = { viewport: { width: 1200, height: 750 } };
/** Pixels of the film. */
const SIZE = { maxWidth: 960, maxHeight: 600 };
/** What GitHub shows at once, also on a slow line. */
const LARGEST_BYTES = 3_000_000;
/** Between two acts, so that one can read. */
const PACE_MS = 900;
const SHORTEST_FRAME_MS = 60;
/** A slow machine does not make a slow film. */
const LONGEST_FRAME_MS = 1_300;
const LAST_FRAME_MS = 3_000;

interface Frame {
  readonly file: string;
  readonly atMs: number;
}

/** @throws when the program that makes the film is not installed, with what to install */
export function checkFilmTools(): void {
  if (spawnSync('img2webp', ['-version']).error === undefined) return;
  throw new Error(
    'img2webp is missing, which puts the film together. Install it (Debian, Ubuntu: apt install webp; macOS: brew install webp), or take the pictures alone: npm run pictures -- stills',
  );
}

/** Keeps each picture that the browser draws, until it is told to end. */
async function startCamera(page: Page, folder: string): Promise<() => Promise<readonly Frame[]>> {
  const frames: Frame[] = [];
  const written: Promise<unknown>[] = [];
  const browser = await page.context().newCDPSession(page);
  browser.on('Page.screencastFrame', ({ data, sessionId }) => {
    const file = path.join(folder, `${frames.length.toString().padStart(5, '0')}.png`);
    frames.push({ file, atMs: performance.now() });
    written.push(writeFile(file, data, 'base64'));
    written.push(browser.send('Page.screencastFrameAck', { sessionId }));
  });
  await browser.send('Page.startScreencast', { format: 'png', ...SIZE });
  return async () => {
    await browser.send('Page.stopScreencast');
    await Promise.all(written);
    return frames;
  };
}

/** The tour up to the computer that is approved by its number. */
async function act(page: Page): Promise<void> {
  const tour = createTourPage(page, () => page.waitForTimeout(PACE_MS));
  await tour.register();
  await tour.openLink();
  await tour.approve();
  await page.waitForTimeout(PACE_MS);
}

function argumentsFor(frames: readonly Frame[], target: string): string[] {
  const shown = frames.flatMap(({ file, atMs }, index) => {
    const next = frames[index + 1];
    const lasts =
      next === undefined
        ? LAST_FRAME_MS
        : Math.min(LONGEST_FRAME_MS, Math.max(SHORTEST_FRAME_MS, next.atMs - atMs));
    return ['-d', Math.round(lasts).toString(), '-lossy', '-q', '70', '-m', '4', file];
  });
  return ['-loop', '0', '-kmin', '0', '-kmax', '0', ...shown, '-o', target];
}

/**
 * Films the start page of the demo while its tour is played, as an animated WebP.
 * @throws when the film is larger than 3 MB
 */
export async function takeFilm(browser: Browser, demo: Demo, target: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zap-film-'));
  const profile = await browser.newContext({
    ...VIEW,
    colorScheme: 'light',
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    userAgent: CHROME,
  });
  try {
    const page = await profile.newPage();
    await page.goto(demo.start);
    await page.frameLocator('#phone').locator('#text').waitFor();
    await page.frameLocator('#site').locator('main').waitFor();
    const stop = await startCamera(page, folder);
    // Also when the act fails: a picture of a closed page would hide why.
    const frames = await act(page).then(stop, async (error: unknown) => {
      await stop();
      throw error;
    });
    const made = spawnSync('img2webp', argumentsFor(frames, target), { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`img2webp: ${made.stderr}`);
    const { size } = await stat(target);
    if (size > LARGEST_BYTES) throw new Error(`${target} has ${size} bytes; 3 MB are the most`);
    process.stdout.write(`${path.basename(target)}: ${frames.length} frames, ${size} bytes\n`);
  } finally {
    await profile.close();
    await rm(folder, { recursive: true, force: true });
  }
}
