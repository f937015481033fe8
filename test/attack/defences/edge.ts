import type { Defence } from '../defence.js';

/** The defences behind cases 67, 71 and 77. */
export const EDGE_DEFENCES: readonly Defence[] = [
  {
    id: 67,
    what: 'the /56 and the /48 around an address are counted, too',
    file: 'src/domain/address-buckets.js',
    present: '...NETWORKS.flatMap(',
    absent: '...[].flatMap(',
  },
  {
    id: 71,
    what: 'addresses are read as proxies write them',
    file: 'web-link/app.js',
    present: 'app.use(readForwardedAddresses);',
    absent: '',
  },
  {
    id: 77,
    what: 'an opaque origin needs Sec-Fetch-Site: same-origin',
    file: 'web-link/http/middleware/same-origin.js',
    present: "req.get('sec-fetch-site') === 'same-origin'",
    absent: 'true',
  },
];
