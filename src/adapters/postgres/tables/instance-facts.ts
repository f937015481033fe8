import type { InstanceFacts } from '#src/app/ports/tables/instance-facts.js';

export function createInstanceFacts({ db }: { readonly db: Db }): InstanceFacts {
  async function read(name: string): Promise<Uint8Array | null> {
    const fact = await db.prisma((prisma) => prisma.instanceFact.findUnique({ where: { name } }));
    return fact?.value ?? null;
  }

  return {
    read,
    list: (prefix) =>
      db.prisma((prisma) =>
        prisma.instanceFact.findMany({
          where: { name: { startsWith: prefix } },
          orderBy: { name: 'asc' },
        }),
      ),
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
import type { Db } from './table-deps.js';
