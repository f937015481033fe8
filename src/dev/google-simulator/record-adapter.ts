import type { Adapter, AdapterPayload } from 'oidc-provider';

/**
 * Sessions, codes and tokens of the provider, in memory. The library brings such a store itself, and a warning with it
 * that is meant for people who would go live with this.
 */
export function createRecordAdapters(): (name: string) => Adapter {
  const records = new Map<string, { payload: AdapterPayload; endsAt: number }>();
  const ofGrant = new Map<string, string[]>();

  function find(key: string): AdapterPayload | undefined {
    const record = records.get(key);
    if (record === undefined || record.endsAt > Date.now()) return record?.payload;
    records.delete(key);
    return undefined;
  }

  return (name) => {
    const keyOf = (id: string): string => `${name}:${id}`;
    const findBy = (field: 'uid' | 'userCode', value: string): AdapterPayload | undefined =>
      [...records.keys()]
        .filter((key) => key.startsWith(`${name}:`))
        .map(find)
        .find((payload) => payload?.[field] === value);
    return {
      upsert: (id, payload, expiresIn) => {
        const endsAt =
          expiresIn !== undefined && expiresIn > 0 ? Date.now() + expiresIn * 1000 : Infinity;
        records.set(keyOf(id), { payload, endsAt });
        const { grantId } = payload;
        if (grantId !== undefined) {
          ofGrant.set(grantId, [...(ofGrant.get(grantId) ?? []), keyOf(id)]);
        }
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(find(keyOf(id))),
      findByUid: (uid) => Promise.resolve(findBy('uid', uid)),
      findByUserCode: (userCode) => Promise.resolve(findBy('userCode', userCode)),
      consume: (id) => {
        const payload = find(keyOf(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
        return Promise.resolve();
      },
      destroy: (id) => Promise.resolve(void records.delete(keyOf(id))),
      revokeByGrantId: (grantId) => {
        for (const key of ofGrant.get(grantId) ?? []) records.delete(key);
        return Promise.resolve();
      },
    };
  };
}
