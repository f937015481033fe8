// The floor of a cold start: the three large parts the product cannot do without, loaded and opened one after the other,
// and nothing else. argv: the folder of the embedded database, which nobody else has open.
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../../dist/src/adapters/postgres/generated/client.js';
import makeWASocket from '@whiskeysockets/baileys';

const database = await PGlite.create(process.argv[2], {
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
});
await database.query('SELECT 1');
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: 'postgresql://x' }) });
if (typeof makeWASocket !== 'function' || prisma === undefined)
  throw new Error('a part is missing');
process.stdout.write('ready\n');
await database.close();
process.exit(0);
