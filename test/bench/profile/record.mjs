import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

/* Loaded into the product by `profile/run.ts`: records a CPU profile from the first SIGUSR2 to the second, and writes it
   with the processor time of the same span. */

const file = process.env.PROFILE_FILE;
const session = new Session();
session.connect();
let startedAt = null;

process.on('SIGUSR2', () => {
  if (startedAt === null) {
    session.post('Profiler.enable');
    session.post('Profiler.setSamplingInterval', { interval: 500 });
    session.post('Profiler.start');
    startedAt = process.cpuUsage();
    return;
  }
  const cpu = process.cpuUsage(startedAt);
  session.post('Profiler.stop', (error, result) => {
    if (error) throw error;
    writeFileSync(file, JSON.stringify({ cpu, profile: result.profile }));
  });
});
