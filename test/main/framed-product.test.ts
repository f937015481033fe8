import { expect, it } from 'vitest';
import { readConfig } from '#src/config/config.js';
import type { Dependencies } from '#src/main/compose/dependencies.js';
import { composeWeb } from '#src/main/compose/web.js';

it('refuses to be shown in a frame where WhatsApp is not simulated, before anything is composed', async () => {
  const nothing = {} as Dependencies;
  const composed = composeWeb(nothing, readConfig({}), 'http://localhost:3003');
  await expect(composed).rejects.toThrow('only where WhatsApp is simulated');
});
