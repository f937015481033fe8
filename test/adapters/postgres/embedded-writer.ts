/** A process that writes rows and tells each one the database acknowledged: `node … embedded-writer.ts <folder>`. */
import { openDatabase } from '#src/adapters/postgres/open-database.js';

const [dataDir = '', migrationsDir = ''] = process.argv.slice(2);
const stop = (error: Error) => {
  throw error;
};
const database = await openDatabase({
  dataDir,
  migrationsDir,
  onFatal: stop,
  onConnectionLost: stop,
});
await database.pool.query('CREATE TABLE written (number int)');
for (let number = 1; ; number += 1) {
  await database.pool.query('INSERT INTO written VALUES ($1)', [number]);
  process.stdout.write(`${number}\n`);
}
