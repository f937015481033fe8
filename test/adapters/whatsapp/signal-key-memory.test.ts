import { initAuthCreds, proto, type SignalDataSet } from '@whiskeysockets/baileys';
import { describe, expect, it } from 'vitest';

import { createSignalKeyMemory } from '#src/adapters/whatsapp/signal/signal-key-memory.js';
import type { VaultChange, VaultContents } from '#src/app/ports/tables/whatsapp-vault.js';

const EMPTY: VaultContents = { credentials: null, keys: [] };

function memoryOf(contents = EMPTY) {
  const changes: VaultChange[] = [];
  const changed: string[] = [];
  const memory = createSignalKeyMemory({
    contents,
    commits: { push: (more) => void changes.push(...more) },
    onIdentityChange: (phone) => void changed.push(phone),
  });
  const socket = { isOver: false };
  const store = memory.openStore(() => socket.isOver);
  return { memory, store, socket, changes, changed };
}

/** What a restart finds after these changes. */
function reload(changes: readonly VaultChange[]): VaultContents {
  const keys = changes.flatMap((one) =>
    one.kind === 'key' && one.value !== null
      ? [{ type: one.type, id: one.id, value: one.value }]
      : [],
  );
  const credentials = changes.findLast((one) => one.kind === 'credentials');
  return { keys, credentials: credentials?.value ?? null };
}

const pair = { public: Buffer.from('public'), private: Buffer.from('private') };
const appStateKey = proto.Message.AppStateSyncKeyData.fromObject({
  keyData: Buffer.from('key'),
  timestamp: 7,
});
const EVERY_TYPE: SignalDataSet = {
  'pre-key': { '1': pair },
  session: { '1_1.0': { _sessions: {}, version: 'v1' } as never },
  'sender-key': { g: Buffer.from('sender') },
  'sender-key-memory': { g: { 'a@lid': true } },
  'app-state-sync-key': { k: appStateKey },
  'app-state-sync-version': { regular: { version: 3, hash: Buffer.alloc(4), indexValueMap: {} } },
  'lid-mapping': { '5511987654321': '1', '1_reverse': '5511987654321' },
  'device-list': { '5511987654321': ['0', '12'] },
  tctoken: { '1@lid': { token: Buffer.from('token'), timestamp: '9' } },
  'identity-key': { '1_1.0': Buffer.from('identity') },
};

describe('keys', () => {
  it('of all ten types come back after a restart as they went in', async () => {
    const { store, changes } = memoryOf();
    await store.set(EVERY_TYPE);
    const again = memoryOf(reload(changes)).store;
    for (const [type, entries] of Object.entries(EVERY_TYPE)) {
      const name = type as keyof SignalDataSet;
      const found = await again.get(name, [...Object.keys(entries), 'unknown']);
      expect(found, type).toEqual(entries);
    }
  });

  it('are copies: a reader that changes one changes nothing', async () => {
    const { store } = memoryOf();
    await store.set({ 'device-list': { a: ['0'] } });
    const first = await store.get('device-list', ['a']);
    first['a']?.push('1');
    expect(await store.get('device-list', ['a'])).toEqual({ a: ['0'] });
  });

  it('are deleted by null', async () => {
    const { store, changes } = memoryOf();
    await store.set({ 'pre-key': { '1': pair } });
    await store.set({ 'pre-key': { '1': null } });
    expect(await store.get('pre-key', ['1'])).toEqual({});
    expect(changes.at(-1)).toEqual({ kind: 'key', type: 'pre-key', id: '1', value: null });
  });

  it('are gone after a wipe, and a socket from before it writes nothing any more', async () => {
    const { memory, store, changes } = memoryOf();
    await store.set(EVERY_TYPE);
    memory.wipe();
    await store.set({ 'pre-key': { '2': pair } });
    expect(changes.at(-1)).toEqual({ kind: 'clear' });
    expect(await memory.openStore(() => false).get('pre-key', ['1', '2'])).toEqual({});
    expect(memory.numberOfLid('1')).toBeNull();
  });

  it('are written no more by a socket whose connection is over', async () => {
    const { store, socket, changes } = memoryOf();
    await store.set({ 'pre-key': { '1': pair } });
    socket.isOver = true;
    await store.set({ 'pre-key': { '1': null, '2': pair } });
    expect(Object.keys(await store.get('pre-key', ['1', '2']))).toEqual(['1']);
    expect(changes).toHaveLength(1);
  });

  it('keep the credentials', () => {
    const { memory, changes } = memoryOf();
    const credentials = initAuthCreds();
    memory.saveCredentials(credentials);
    const { noiseKey, signedPreKey, registrationId } = credentials;
    expect(memoryOf(reload(changes)).memory.credentials).toMatchObject({
      noiseKey,
      signedPreKey,
      registrationId,
    });
  });
});

const OLD = Buffer.alloc(33, 5);
const NEW = Buffer.alloc(33, 6);

function session(identity: Buffer, closed = -1): never {
  const remoteIdentityKey = identity.toString('base64');
  return {
    _sessions: { base: { indexInfo: { closed, remoteIdentityKey } } },
    version: 'v1',
  } as never;
}

describe('an identity key', () => {
  const MAPPED: SignalDataSet = {
    'lid-mapping': { '5511987654321': '1', '1_reverse': '5511987654321' },
  };
  const known = (address: string): SignalDataSet => ({ 'identity-key': { [address]: OLD } });

  it.each<[string, SignalDataSet[], string[]]>([
    ['that is the first is no change', [known('1_1.0')], []],
    ['that stays is no change', [known('1_1.0'), known('1_1.0')], []],
    [
      'that is another is told',
      [known('1_1.0'), { 'identity-key': { '1_1.0': NEW } }],
      ['+5511987654321'],
    ],
    [
      'that is another is told for a chat by number',
      [known('5511987654321.0'), { 'identity-key': { '5511987654321.0': NEW } }],
      ['+5511987654321'],
    ],
    [
      'inside a session that the bot opened is told',
      [known('1_1.0'), { session: { '1_1.0': session(NEW) } }],
      ['+5511987654321'],
    ],
    [
      'is told once',
      [
        known('1_1.0'),
        { session: { '1_1.0': session(NEW) } },
        { 'identity-key': { '1_1.0': NEW } },
        { session: { '1_1.0': session(NEW) } },
      ],
      ['+5511987654321'],
    ],
    [
      'of a closed session says nothing',
      [known('1_1.0'), { session: { '1_1.0': session(NEW, 1) } }],
      [],
    ],
    [
      'known by number is compared with the one by LID',
      [known('5511987654321.0'), { 'identity-key': { '1_1.0': NEW } }],
      ['+5511987654321'],
    ],
    [
      'known by LID is compared with the one by number',
      [known('1_1.0'), { session: { '5511987654321.0': session(NEW) } }],
      ['+5511987654321'],
    ],
  ])('%s', async (_, writes, expected) => {
    const { store, changed } = memoryOf();
    await store.set(MAPPED);
    for (const write of writes) await store.set(write);
    expect(changed).toEqual(expected);
  });

  it('that changed before its LID had a number is told when it has one', async () => {
    const { store, changed } = memoryOf();
    await store.set(known('1_1.0'));
    await store.set({ 'identity-key': { '1_1.0': NEW } });
    expect(changed).toEqual([]);
    await store.set(MAPPED);
    expect(changed).toEqual(['+5511987654321']);
  });
});
