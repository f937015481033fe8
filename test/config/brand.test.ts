import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contrast, DARK_SURFACE, LIGHT_GROUND } from '#src/config/brand-color.js';
import { ConfigError, readConfig } from '#src/config/config.js';
import { faultsOf } from './faults-of.js';

it('says whose login it is only where that is set', () => {
  expect(readConfig({})).toMatchObject({ brandName: null, siteUrl: null, supportContact: null });
  const brand = {
    ...{ BRAND_NAME: 'Loja Exemplo', SITE_URL: 'https://lojaexemplo.com.br' },
    SUPPORT_CONTACT: 'ajuda_loja@exemplo.com.br',
  };
  expect(readConfig(brand)).toMatchObject({
    ...{ brandName: 'Loja Exemplo', siteUrl: 'https://lojaexemplo.com.br' },
    supportContact: 'ajuda_loja@exemplo.com.br',
  });
});

it.each([
  ['BRAND_NAME', '*Loja*'],
  ['BRAND_NAME', 'Loja\nExemplo'],
  ['BRAND_NAME', 'L'.repeat(41)],
  ['SITE_URL', 'lojaexemplo.com.br'],
  ['SITE_URL', `https://${'a'.repeat(60)}.br`],
  ['SUPPORT_CONTACT', 'a'.repeat(61)],
])('refuses %s=%j, which no message of the chat can carry', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
});

it('takes a colour that people can read, and makes the one for the dark of it', () => {
  const color = readConfig({ BRAND_COLOR: '#0B3D91' }).brandColor;
  expect(color?.light.accent).toBe('#0b3d91');
  for (const shade of [color?.light.accent, color?.light.strong]) {
    expect(contrast(shade ?? '', LIGHT_GROUND)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shade ?? '', '#ffffff')).toBeGreaterThanOrEqual(4.5);
  }
  for (const shade of [color?.dark.accent, color?.dark.strong]) {
    expect(contrast(shade ?? '', DARK_SURFACE)).toBeGreaterThanOrEqual(4.5);
  }
});

it.each(['#ff6600', '#ffd100', '#ffffff', '#25d366'])(
  'refuses %s, which is too light, and names the nearest that is not',
  (written) => {
    const [fault = '', ...others] = faultsOf({ BRAND_COLOR: written });
    expect(others).toEqual([]);
    expect(fault).toMatch(/^BRAND_COLOR: is too light to be read: .* contrast of [1-4]\.\d to/);
    const nearest = /#[\da-f]{6}$/.exec(fault)?.[0] ?? '';
    expect(contrast(nearest, LIGHT_GROUND)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(nearest, LIGHT_GROUND)).toBeLessThan(4.7);
    expect(faultsOf({ BRAND_COLOR: nearest })).toEqual([]);
  },
);

it.each(['red', '#fff', 'rgb(0,0,0)', '#0b3d91;}'])('refuses %s, which is no colour', (written) => {
  expect(faultsOf({ BRAND_COLOR: written })).toEqual(['BRAND_COLOR: must be like #0b6b50']);
});

it('measures against what the pages are coloured with', async () => {
  const sheet = await readFile('web-link/public/site/tokens.css', 'utf8');
  const [light = '', dark = ''] = sheet.split('@media (prefers-color-scheme: dark)');
  expect(light).toContain(`--ground: ${LIGHT_GROUND};`);
  expect(dark).toContain(`--surface: ${DARK_SURFACE};`);
});

describe('BRAND_LOGO', () => {
  const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20)]);
  const WEBP = Buffer.from('RIFF\x14\0\0\0WEBPVP8 ', 'latin1');
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'logo-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function fileOf(bytes: Buffer | string): Promise<string> {
    const file = path.join(folder, randomUUID());
    await writeFile(file, bytes);
    return file;
  }

  it.each([
    ['image/png', PNG],
    ['image/webp', WEBP],
    ['image/svg+xml', SVG],
    ['image/svg+xml', `\uFEFF<?xml version="1.0"?>\n<!-- <html> --><!DOCTYPE svg>\n${SVG}`],
  ])('is %s by its content, whatever its name', async (type, bytes) => {
    const { brandLogo } = readConfig({ BRAND_LOGO: await fileOf(bytes) });
    expect([brandLogo?.type, brandLogo?.bytes]).toEqual([type, Buffer.from(bytes)]);
  });

  it.each([
    ['is no SVG, PNG or WebP picture', '<html><svg></svg></html>'],
    ['is no SVG, PNG or WebP picture', 'GIF89a'],
    ['is no SVG, PNG or WebP picture', ''],
    ['is no SVG, PNG or WebP picture', `${'<!-- -->'.repeat(60)}<html>`],
    ['is larger than 48 KiB: every page loads it', Buffer.concat([PNG, Buffer.alloc(48 * 1024)])],
  ])('%s', async (fault, bytes) => {
    expect(faultsOf({ BRAND_LOGO: await fileOf(bytes) })).toEqual([`BRAND_LOGO: ${fault}`]);
  });

  it('that is not there is said at start, beside every other fault', () => {
    const missing = path.join(folder, 'none.svg');
    expect(faultsOf({ BRAND_LOGO: missing, BRAND_COLOR: '#ff0', PORT: 'x' })).toEqual([
      'PORT: must be a whole number from 0 to 65535',
      'BRAND_LOGO: cannot be read (ENOENT)',
      'BRAND_COLOR: must be like #0b6b50',
    ]);
  });
});
