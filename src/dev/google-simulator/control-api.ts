import express, { Router } from 'express';
import { z } from 'zod';
import { Problem } from '../whatsapp-simulator/control/problem.js';
import { Faults } from './faults.js';
import type { GooglePeople, GooglePerson } from './people.js';

/** What a test or a person can do to Google. */
export interface GoogleControls {
  /** The faults that are on now. */
  faults(): Faults;
  /** Switches faults on or off; what is left out stays. */
  setFaults(change: Partial<Faults>): void;
  people(): readonly GooglePerson[];
  /** Another Google account; several may have one e-mail, as after a rename. */
  addPerson: GooglePeople['add'];
  rotateKeys(): Promise<void>;
  /** What a page would get from Google for this person. @throws when the person does not exist */
  tokensFor(input: {
    readonly sub: string;
    readonly app?: 'this' | 'another';
  }): Promise<{ readonly credential: string; readonly token: string }>;
}

const text = z.string().min(1).max(200);
const PersonBody = z.strictObject({ givenName: text, familyName: text, email: text.optional() });
const TokensBody = z.strictObject({
  sub: z.string(),
  app: z.enum(['this', 'another']).default('this'),
});

function read<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const parsed = schema.safeParse(body ?? {});
  if (!parsed.success) throw new Problem(400, 'bad-request', z.prettifyError(parsed.error));
  return parsed.data;
}

/** The same by HTTP, under /control, for this machine only. */
export function createControlApi(controls: GoogleControls): Router {
  const router = Router();
  router.use('/control', express.json());
  router.get('/control/people', (_req, res) => {
    res.json(controls.people());
  });
  router.post('/control/people', (req, res) => {
    const { email, ...name } = read(PersonBody, req.body);
    res.status(201).json(controls.addPerson({ ...name, ...(email !== undefined && { email }) }));
  });
  router.get('/control/faults', (_req, res) => {
    res.json(controls.faults());
  });
  router.post('/control/faults', (req, res) => {
    const { down, slowMs, idToken, answerIssuer } = read(Faults.partial(), req.body);
    controls.setFaults({
      ...(down !== undefined && { down }),
      ...(slowMs !== undefined && { slowMs }),
      ...(idToken !== undefined && { idToken }),
      ...(answerIssuer !== undefined && { answerIssuer }),
    });
    res.json(controls.faults());
  });
  router.post('/control/keys/rotate', async (_req, res) => {
    await controls.rotateKeys();
    res.status(204).end();
  });
  router.post('/control/tokens', async (req, res) => {
    const { sub, app } = read(TokensBody, req.body);
    if (!controls.people().some((person) => person.sub === sub)) {
      throw new Problem(404, 'unknown-person', 'GET /control/people lists those there are');
    }
    res.json(await controls.tokensFor({ sub, app }));
  });
  return router;
}
