import type { SignalDataSet } from '@whiskeysockets/baileys';
import { createOrderedCommits } from '#src/adapters/whatsapp/signal/ordered-commits.js';
import { createSignalKeyMemory } from '#src/adapters/whatsapp/signal/signal-key-memory.js';
import { botLeaseName } from '#src/app/ports/lease.js';
import type { Parts } from '../contract/parts.js';

/** The Signal keys of a bot's number over the real vault, as a connection holds them. */
export async function connect({ vault, leases }: Parts, bot: string) {
  const grant = await leases.acquire({ name: botLeaseName(bot), owner: 'one', ttlMs: 600_000 });
  if (grant === null) throw new Error('the lease is taken');
  const commits = createOrderedCommits({
    commit: (changes) => vault.commit({ bot, epoch: grant.epoch, changes }),
    ...{ random: () => 0.5, onFenced: () => undefined, onTrouble: () => undefined },
  });
  const contents = await vault.load(bot);
  const memory = createSignalKeyMemory({ contents, commits, onIdentityChange: () => undefined });
  return {
    commits,
    store: memory.openStore(() => false),
    forget: async (people: Parameters<typeof memory.forget>[0]) => {
      await memory.forget(people);
      return commits.settle(10_000);
    },
  };
}

/** The list of tokens as the library keeps it. */
export const list = (...jids: readonly string[]) => ({ token: Buffer.from(JSON.stringify(jids)) });
export const group = '120363000000000000@g.us';

/** Every kind of key that Baileys keeps about a person. */
export function keysOf(phone: string, lid: string, others: readonly string[]): SignalDataSet {
  const number = phone.slice(1);
  const short = `${number.slice(0, 4)}${number.slice(5)}`;
  const token = { token: Buffer.from('token'), timestamp: '9' };
  return {
    session: { [`${lid}_1.0`]: Buffer.from('s'), [`${short}.0`]: Buffer.from('s') },
    'identity-key': { [`${lid}_1.0`]: Buffer.from('i'), [`${number}.12`]: Buffer.from('i') },
    'device-list': { [short]: ['0', '12'], [lid]: ['0'] },
    'lid-mapping': { [short]: lid, [`${lid}_reverse`]: short, '4455667788_reverse': short },
    tctoken: {
      [`${lid}@lid`]: token,
      [`${short}@s.whatsapp.net`]: token,
      ...Object.fromEntries(others.map((jid) => [jid, token])),
      __index: list(`${lid}@lid`, `${short}@s.whatsapp.net`, ...others),
    },
    'sender-key': { [`${group}::${lid}_1::0`]: Buffer.from('k') },
    'sender-key-memory': { [group]: { [`${lid}:3@lid`]: true, [others[0] ?? '']: true } },
    'pre-key': { '4711': { public: Buffer.from('p'), private: Buffer.from('q') } },
  };
}

/** All keys as a restart would find them, with what stands in base64 in the open. */
export async function inVault({ vault }: Parts, bot: string): Promise<string> {
  const { keys } = await vault.load(bot);
  const opened = keys.map(({ type, id, value }) => {
    const bytes = [...value.matchAll(/"data":"([^"]*)"/g)].map(([, data]) => data ?? '');
    return [type, id, value, ...bytes.map((data) => Buffer.from(data, 'base64').toString())];
  });
  return opened.map((parts) => parts.join(' ')).join('\n');
}
