import net from 'node:net';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listen } from './support/listen.js';
import { withStarts } from './support/with-starts.js';

it('names a port that is in use, and what to do', () =>
  withStarts(async ({ expectFault, expectStarts }) => {
    const other = net.createServer();
    const port = await listen(other);
    const message = await expectFault({ PORT: String(port) });
    other.close();
    expect(message).toMatch(new RegExp(`port ${port} is in use.*choose another PORT`, 'i'));
    await expectStarts({ PORT: String(port) });
  }));

it('names a host that is none of this machine', () =>
  withStarts(async ({ expectFault }) => {
    for (const host of ['192.0.2.1', 'nothing.invalid']) {
      const message = await expectFault({ HOST: host });
      expect(message).toContain(`HOST ${host} is no address of this machine`);
    }
  }));

it('names a data folder that cannot be made', () =>
  withStarts(async ({ dataDir, expectFault }) => {
    const file = path.join(path.dirname(dataDir), 'file');
    await writeFile(file, 'mine');
    const message = await expectFault({ DATA_DIR: path.join(file, 'data') });
    expect(message).toContain(`${file}/data cannot be written (ENOTDIR)`);
    expect(message).toContain('set DATA_DIR to another');
  }));

it('names a data folder where nothing can be written', () =>
  withStarts(async ({ expectFault }) => {
    const message = await expectFault({ DATA_DIR: '/sys/zap-login' });
    expect(message).toContain('/sys/zap-login cannot be written');
  }));

it('names the process that uses the data folder, which goes on', () =>
  withStarts(async ({ dataDir, start, expectFault, expectStarts }) => {
    const first = start();
    const [, url = ''] = await first.untilPrinted(/listening on (\S+)\)/);
    const message = await expectFault({});
    expect(message).toContain(`${dataDir} is in use by process ${first.pid}`);
    expect(first.hasEnded()).toBe(false);
    expect((await fetch(`${url}/readyz`)).status).toBeLessThan(504);
    first.signal('SIGKILL');
    await first.ended;
    await expectStarts();
  }));
