import { admin } from './admin.js';
import { peopleArea } from './admin-people.js';
import { channel } from './channel.js';
import { claim } from './claim.js';
import { listen } from './listen.js';
import { loop } from './loop.js';
import { privacy } from './privacy.js';
import { site } from './site.js';

/** Everything the pages say in English. */
export const en = { ...site, admin, channel, claim, peopleArea, listen, loop, privacy };
