import type { InstanceFacts } from '#src/app/ports/tables/instance-facts.js';
import type { Db } from './table-deps.js';

export function createInstanceFacts({ db }: { readonly db: Db }): InstanceFacts {
  async function read(name: string): Promise<Uint8Array | null> {
    const [fact] = await db.query<{ value: Uint8Array }>`
      SELECT value FROM instance_fact WHERE name = ${name}`;
    return fact?.value ?? null;
  }

  return {
    read,
    list: (prefix) => db.query<{ name: string; value: Uint8Array }>`
      SELECT name, value FROM instance_fact WHERE starts_with(name, ${prefix}) ORDER BY name`,
    insertOnce: async (name, value) => {
      await db.execute`
        INSERT INTO instance_fact (name, value) VALUES (${name}, ${value})
        ON CONFLICT (name) DO NOTHING`;
      const inForce = await read(name);
      if (inForce === null) throw new Error(`the fact ${name} was deleted while it was stored`);
      return inForce;
    },
  };
}
