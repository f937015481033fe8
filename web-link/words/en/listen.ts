import type { listen as ptBr } from '../pt-br/listen.js';

export const listen = {
  inUse: (port) => `port ${port} is in use: stop the other program or choose another PORT`,
  privilege: (port) =>
    `port ${port} needs a privilege that this user lacks: choose a PORT above 1023`,
  noAddress: (host, code) =>
    `HOST ${host} is no address of this machine (${code}): choose another, such as 127.0.0.1 or 0.0.0.0`,
} satisfies typeof ptBr;
