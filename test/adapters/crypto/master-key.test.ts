import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadMasterKeys, parseMasterKeys } from '#src/adapters/crypto/master-key.js';

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
const good = randomBytes(32);

describe('a master key from the environment', () => {
  it('reads standard base64, base64url, and a list with the current key first', () => {
    const other = randomBytes(32);
    expect(parseMasterKeys(base64(good))).toEqual({ ok: true, value: [good] });
    expect(parseMasterKeys(good.toString('base64url'))).toEqual({ ok: true, value: [good] });
    const list = parseMasterKeys(`${base64(good)}, ${base64(other)}`);
    expect(list).toEqual({ ok: true, value: [good, other] });
  });

  it.each([
    ['nothing', '', 'weak'],
    ['what is not base64', 'not base64 at all!', 'malformed'],
    ['31 bytes', base64(good.subarray(1)), 'weak'],
    ['33 bytes', base64(Buffer.concat([good, Buffer.of(1)])), 'malformed'],
    ['zeros', base64(new Uint8Array(32)), 'weak'],
    ['one byte repeated', base64(new Uint8Array(32).fill(0xa7)), 'weak'],
    ['a sequence', base64(Uint8Array.from({ length: 32 }, (_, at) => at + 130)), 'weak'],
    ['text', base64('changeme-changeme-changeme-12345'), 'weak'],
    ['hexadecimal text', base64('9f86d081884c7d659a2feaa0c55ad015'), 'weak'],
    [
      'half a key twice',
      base64(Buffer.concat([good.subarray(17), good.subarray(17), good.subarray(30)])),
      'weak',
    ],
    ['the same key twice', `${base64(good)},${base64(good)}`, 'malformed'],
    ['a good key beside a weak one', `${base64(good)},${base64(new Uint8Array(32))}`, 'weak'],
  ])('refuses %s', (_, text, code) => {
    const parsed = parseMasterKeys(text);
    expect(parsed).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(parsed)).not.toContain(base64(good));
  });

  it('is needed in production', async () => {
    const loaded = await loadMasterKeys({ dataDir: '/nowhere', production: true });
    expect(loaded).toMatchObject({ ok: false, error: { code: 'missing' } });
  });
});

describe('a master key made in development', () => {
  let parent = '';
  beforeAll(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'zap-key-'));
  });
  afterAll(() => rm(parent, { recursive: true }));

  it('is made once, whole, for all who start at the same time, and only for their user', async () => {
    const dataDir = path.join(parent, 'race');
    const load = () => loadMasterKeys({ dataDir, production: false });
    const loads = await Promise.all(Array.from({ length: 8 }, load));
    expect(loads[0]).toMatchObject({ ok: true });
    for (const one of loads) expect(one).toEqual(loads[0]);
    expect(await load()).toEqual(loads[0]);
    expect(await readdir(dataDir)).toEqual(['master.key']);
    expect((await stat(path.join(dataDir, 'master.key'))).mode & 0o777).toBe(0o600);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  });

  it('is refused once others may read it', async () => {
    const dataDir = path.join(parent, 'open');
    await loadMasterKeys({ dataDir, production: false });
    await chmod(path.join(dataDir, 'master.key'), 0o640);
    const loaded = await loadMasterKeys({ dataDir, production: false });
    expect(loaded).toMatchObject({ ok: false, error: { code: 'readable_by_others' } });
  });
});
