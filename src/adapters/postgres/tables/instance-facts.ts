import type { InstanceFacts } from '#src/app/ports/tables/instance-facts.js';
import type { PrismaClient } from '../generated/client.js';

export function createInstanceFacts({ prisma }: { readonly prisma: PrismaClient }): InstanceFacts {
  async function read(name: string): Promise<Uint8Array | null> {
    const fact = await prisma.instanceFact.findUnique({ where: { name } });
    return fact?.value ?? null;
  }

  return {
    read,
    list: (prefix) =>
      prisma.instanceFact.findMany({
        where: { name: { startsWith: prefix } },
        orderBy: { name: 'asc' },
      }),
    insertOnce: async (name, value) => {
      await prisma.$executeRaw`
        INSERT INTO instance_fact (name, value) VALUES (${name}, ${value})
        ON CONFLICT (name) DO NOTHING`;
      const inForce = await read(name);
      if (inForce === null) throw new Error(`the fact ${name} was deleted while it was stored`);
      return inForce;
    },
  };
}
