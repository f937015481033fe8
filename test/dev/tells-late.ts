import { readSync, writeSync } from 'node:fs';
import { tellParent } from '#src/dev/forked.js';

/* Forked by forked.test.ts: hears of nothing until it is told to go on, and then tells its parent, which has gone. */

process.once('disconnect', () => process.exit(0));
writeSync(1, 'started');
readSync(0, Buffer.alloc(1));
tellParent({ ready: true });
