import type { KeyWords } from './pt-br.js';

const HOW_TO_MAKE = 'Make one with: openssl rand -base64 32';

export const en = {
  notBase64: (source) => `${source} is not base64. ${HOW_TO_MAKE}`,
  wrongLength: (source, bytes) => `${source} has ${bytes} bytes and needs 32. ${HOW_TO_MAKE}`,
  notRandom: (source) => `${source} was not made by chance. ${HOW_TO_MAKE}`,
  twice: (source) => `${source} lists the same key twice.`,
  readable: (file) => `${file} is open to other users. Run: chmod 600 ${file}`,
  missing: `Production needs MASTER_KEY (32 random bytes, base64). ${HOW_TO_MAKE}`,
} satisfies KeyWords;
