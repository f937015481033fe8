import type { Defence } from '../defence.js';

const RANDOMNESS = 'src/adapters/crypto/key-randomness.js';

/** Cases 75 and 76. */
export const START_DEFENCES: readonly Defence[] = [
  {
    id: 75,
    what: 'ramps and repetitions are no master keys',
    file: RANDOMNESS,
    present: 'isRegular(Array.from(key), 256, MOST_EQUAL_STEPS) ||',
    absent: '',
  },
  {
    id: 75,
    what: 'text is no master key',
    file: RANDOMNESS,
    present: 'isText(key) ||',
    absent: '',
  },
  {
    id: 75,
    what: 'words typed as if they were base64 are no master key',
    file: RANDOMNESS,
    present: 'isTypedInBase64(typed));',
    absent: 'false);',
  },
  {
    id: 75,
    what: 'passwords of the database that are words are refused',
    file: 'src/config/database-faults.js',
    present: 'return isEasy(secret, names)',
    absent: 'return false',
  },
  {
    id: 75,
    what: 'the master key is named beside every other fault',
    file: 'src/main/check-environment.js',
    present: '[...error.faults, ...keyFaults]',
    absent: 'error.faults.length > 0 ? error.faults : keyFaults',
  },
  {
    id: 76,
    what: "an https address alone brings production's checks",
    file: 'src/config/production-faults.js',
    present: " || env.PUBLIC_URL?.startsWith('https://') === true;",
    absent: ';',
  },
  {
    id: 76,
    what: 'what production lacks is named beside a value that makes no sense',
    file: 'src/config/config.js',
    present: '[...faults, ...beside]',
    absent: 'faults',
  },
];
