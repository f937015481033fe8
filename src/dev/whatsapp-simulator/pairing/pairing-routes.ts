import { Router } from 'express';
import type { z } from 'zod';
import { cameraInput, pairInput, parseInput } from '../control/control-input.js';
import { pairByCode } from './pairing-code.js';
import { parseQr, pairByQr, type PairingFailure, type PairingResult } from './pairing.js';
import { Problem } from '../control/problem.js';
import type { World } from '../world.js';

/** The routes that link a bot to the phone that owns its number. */
export function createPairingRoutes(world: World): Router {
  const router = Router();

  router.post('/camera', (request, response) => {
    const { qr } = parseInput(cameraInput, request.body);
    world.camera.qr = qr;
    world.events.emit({ type: 'state' });
    response.json({ qrInSight: qr !== null });
  });

  router.post('/pair', async (request, response) => {
    const input = parseInput(pairInput, request.body);
    const paired = await pair(world, input);
    if (!paired.ok) throw pairingProblem(paired.error);
    const { number, deviceId } = paired.value;
    response.status(201).json({ number, device: deviceId });
  });

  return router;
}

/** The phone that owns the bot comes into being when it pairs, if it is not there. */
async function pair(world: World, input: z.output<typeof pairInput>): Promise<PairingResult> {
  const text = 'code' in input ? null : 'qr' in input ? input.qr : qrInSight(world);
  const qr = text === null ? undefined : parseQr(text);
  if (text !== null && !qr) throw new Problem(400, 'invalid-input', 'This is not a pairing QR');
  const existing = world.phones.byNumber(input.number);
  const owner = existing ?? world.phones.add({ number: input.number, name: 'Bot' });
  if (!owner) throw new Problem(409, 'lid-taken', 'Another phone has the lid of this number');
  if (qr) return pairByQr(world, owner, qr);
  return pairByCode(world, owner, 'code' in input ? input.code : '');
}

function qrInSight({ camera }: World): string {
  if (camera.qr === null) throw new Problem(409, 'no-qr-in-sight', 'No QR is before the camera');
  return camera.qr;
}

function pairingProblem({ code }: PairingFailure): Problem {
  switch (code) {
    case 'unknown-qr':
      return new Problem(409, code, 'No client shows this QR any more; scan the current one');
    case 'code-not-requested':
      return new Problem(409, code, 'No client asked for a code for this number');
    case 'wrong-code':
      return new Problem(422, code, 'The code is not the one the client shows');
    case 'client-gone':
      return new Problem(409, code, 'The client went away or did not answer in time');
    case 'passkey-demanded':
      return new Problem(409, code, 'The account demands a passkey; the client has been told');
    case 'bad-proof':
      return new Problem(422, code, "The client's signature does not hold");
  }
}
