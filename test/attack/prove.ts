import { writeSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { ALL_CASES } from './all-cases.js';
import { ALL_DEFENCES } from './all-defences.js';
import { takeDefenceOut, type Defence } from './defence.js';
import { createField, type Field } from './field.js';

/*
 * `npm run attack:prove [ids]`: plays each case, which must hold; then takes each of its defences out of a copy of the build
 * and plays it again: it must fail then, or it tests nothing. A case that fails with its defences proves nothing.
 */

const LONGEST_FAULT = 160;

/** The repository as it is, with a build of its own that can be changed. */
async function copyBuild(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'zap-prove-'));
  await cp('dist', path.join(root, 'dist'), { recursive: true });
  await cp('package.json', path.join(root, 'package.json'));
  const own = new Set(['dist', 'package.json', 'data']);
  const rest = (await readdir('.')).filter((name) => !own.has(name) && !name.startsWith('.'));
  await Promise.all(rest.map((name) => symlink(path.resolve(name), path.join(root, name))));
  return root;
}

/** @throws when nothing would be proven (takeDefenceOut) */
async function takeOut(root: string, { also, ...place }: Defence): Promise<() => Promise<void>> {
  const at = path.join(root, 'dist', place.file);
  const { text, without } = await takeDefenceOut(root, place);
  await writeFile(at, without);
  const putBackOther =
    also === undefined ? null : await takeOut(root, { ...place, ...also, times: 1 });
  return async () => {
    await putBackOther?.();
    await writeFile(at, text);
  };
}

/** @returns what went wrong, or null when the attack was held off */
async function play(id: number, field: Field): Promise<string | null> {
  const attack = ALL_CASES.find((one) => one.id === id);
  if (attack === undefined) throw new Error(`there is no case ${id}`);
  try {
    await attack.play(field);
    return null;
  } catch (error) {
    const lines = error instanceof Error ? error.message : String(error);
    return lines.replace(/\s+/g, ' ').slice(0, LONGEST_FAULT);
  }
}

/** @returns the cases that fail although every defence is there */
async function failing(ids: readonly number[]): Promise<ReadonlySet<number>> {
  const failed = new Set<number>();
  await atOnce(ids, async (next) => {
    const field = await createField({});
    try {
      for (const id of next) {
        const fault = await play(id, field);
        if (fault === null) continue;
        failed.add(id);
        print(`${id}  FAILS with its defences, so that it proves none`, fault);
      }
    } finally {
      await field.end();
    }
  });
  return failed;
}

async function failsWithout(root: string, defence: Defence): Promise<string | null> {
  const putBack = await takeOut(root, defence);
  const field = await createField({ root });
  try {
    return await play(defence.id, field);
  } finally {
    await field.end();
    await putBack();
  }
}

/** @returns how many cases hold without a defence, which is then none */
async function idleOf(defences: readonly Defence[]): Promise<number> {
  let idle = 0;
  await atOnce(defences, async (next) => {
    const root = await copyBuild();
    try {
      for (const defence of next) {
        const fault = await failsWithout(root, defence);
        if (fault === null) idle += 1;
        const verdict = fault === null ? 'STILL PASSES' : 'fails';
        print(`${defence.id}  ${verdict} without: ${defence.what}`, fault);
      }
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  });
  return idle;
}

/** Much of a case is waiting: one more at once than there are processors. Each gets what the others leave of `items`. */
async function atOnce<Item>(
  items: readonly Item[],
  work: (next: Iterable<Item>) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const workers = Math.min(availableParallelism() + 1, items.length);
  await Promise.all(Array.from({ length: workers }, () => work(left)));
}

function print(line: string, fault: string | null): void {
  writeSync(1, `${line}\n${fault === null ? '' : `            ${fault}\n`}`);
}

const wanted = new Set(process.argv.slice(2).map(Number));
const defences = ALL_DEFENCES.filter(({ id }) => wanted.size === 0 || wanted.has(id));
const unsound = await failing([...new Set(defences.map(({ id }) => id))]);
const idle = await idleOf(defences.filter(({ id }) => !unsound.has(id)));
const missing = ALL_CASES.filter(({ id }) => !ALL_DEFENCES.some((defence) => defence.id === id));
if (wanted.size === 0 && missing.length > 0) {
  writeSync(1, `no defence is named for: ${missing.map(({ id }) => id).join(', ')}\n`);
}
process.exitCode = idle + unsound.size > 0 || (wanted.size === 0 && missing.length > 0) ? 1 : 0;
