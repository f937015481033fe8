import { Router, type Request } from 'express';
import type { z } from 'zod';
import {
  afterInput,
  byHandInput,
  faultsInput,
  messageInput,
  numberInput,
  parseInput,
  phoneInput,
  registerAnewInput,
} from './control-input.js';
import { sendFromPhone, type Outgoing, type SendFailure } from '../chats/delivery.js';
import { openEventStream } from './event-stream.js';
import { insightInput } from './insights.js';
import { changeIdentity, disconnectAll, setOffline } from './faults.js';
import { writeByHand } from '../pairing/owner-phone.js';
import { createPairingRoutes } from '../pairing/pairing-routes.js';
import type { Phone } from '../chats/phone.js';
import { Problem } from './problem.js';
import { readChat } from '../chats/reception.js';
import { registerAnew } from '../wire/registration.js';
import { describePhone, describeState, type ServerAddresses } from './views.js';
import type { World } from '../world.js';

/** A number as wa.me takes it. */
const CHAT_LINK = /^\/[1-9]\d{7,14}$/;

/** The routes by which tests, the demo and the phone page play people and break things. */
export function createControlApi(world: World, addresses: ServerAddresses): Router {
  const router = Router();

  function phoneOf(request: Request): Phone {
    const number = parseInput(numberInput, request.params['number']);
    const phone = world.phones.byNumber(number);
    if (!phone) throw new Problem(404, 'unknown-phone', 'No phone has this number; add it first');
    return phone;
  }

  router.get('/healthz', (_request, response) => void response.json({ ok: true }));
  router.get('/state', (_request, response) => void response.json(describeState(world, addresses)));
  router.get('/events', (_request, response) => openEventStream(world, response));

  router.get('/phones', (_request, response) => {
    response.json(world.phones.all().map((phone) => describePhone(world, phone)));
  });

  router.post('/phones', (request, response) => {
    const input = parseInput(phoneInput, request.body);
    const known = world.phones.byNumber(input.number);
    const phone = known ? updatePhone(known, input) : world.phones.add(input);
    if (!phone) throw new Problem(409, 'lid-taken', 'Another phone has this lid');
    world.changed();
    world.events.emit({ type: 'phone', number: phone.number });
    response.status(known ? 200 : 201).json(describePhone(world, phone));
  });

  router.get('/phones/:number/messages', (request, response) => {
    const after = parseInput(afterInput, request.query['after']);
    response.json(phoneOf(request).history.after(after));
  });

  router.post('/phones/:number/messages', async (request, response) => {
    const phone = phoneOf(request);
    const sent = await sendFromPhone(world, phone, readMessage(request.body));
    if (!sent.ok) throw sendProblem(sent.error);
    response.status(201).json(sent.value);
  });

  router.post('/phones/:number/by-hand', async (request, response) => {
    const written = await writeByHand(
      world,
      phoneOf(request),
      parseInput(byHandInput, request.body),
    );
    if (!written.ok) throw sendProblem(written.error);
    response.status(201).json(written.value);
  });

  router.post('/phones/:number/read', (request, response) => {
    response.json({ read: readChat(world, phoneOf(request)) });
  });

  router.post('/phones/:number/register-anew', async (request, response) => {
    const phone = phoneOf(request);
    const { account } = parseInput(registerAnewInput, request.body);
    if (phone.number === world.botNumber) {
      throw new Problem(409, 'own-number', 'This phone owns the bot; it cannot be registered anew');
    }
    await registerAnew(world, phone, account);
    response.json(describePhone(world, phone));
  });

  router.get('/phones/:number/insights', (request, response) => {
    response.json(world.insights.of(phoneOf(request).number));
  });

  router.post('/phones/:number/insights', (request, response) => {
    const { number } = phoneOf(request);
    const insight = parseInput(insightInput, request.body);
    world.insights.add(number, insight);
    world.events.emit({ type: 'insight', number, insight });
    response.status(201).json(insight);
  });

  router.get('/phones/:number/events', (request, response) => {
    openEventStream(world, response, phoneOf(request).number);
  });

  router.post('/faults', async (request, response) => {
    const { disconnect, identityChange, offline, ...settings } = parseInput(
      faultsInput,
      request.body,
    );
    const changed =
      identityChange === undefined ? undefined : world.phones.byNumber(identityChange);
    if (identityChange !== undefined && !changed) {
      throw new Problem(404, 'unknown-phone', 'No phone has this number; add it first');
    }
    Object.assign(world.faults, withoutUndefined(settings));
    if (offline !== undefined) setOffline(world, offline);
    if (changed) await changeIdentity(world, changed);
    const disconnected = disconnect === undefined ? 0 : disconnectAll(world, disconnect);
    world.events.emit({ type: 'state' });
    response.json({ faults: world.faults, disconnected });
  });

  // As wa.me: the page with the chat of this number, the text typed already.
  router.get(CHAT_LINK, (request, response) => {
    const { text } = request.query;
    const wanted = new URLSearchParams({ to: request.path.slice(1) });
    if (typeof text === 'string') wanted.set('text', text);
    response.redirect(303, `/?${wanted.toString()}`);
  });

  router.use(createPairingRoutes(world));
  return router;
}

function updatePhone(phone: Phone, { name, lid, addressing }: z.output<typeof phoneInput>): Phone {
  if (lid !== undefined && lid !== phone.lid) {
    throw new Problem(409, 'lid-fixed', 'The lid of a phone that exists cannot be changed');
  }
  phone.name = name;
  phone.addressing = addressing ?? phone.addressing;
  return phone;
}

function readMessage(body: unknown): { outgoing: Outgoing; id?: string | undefined } {
  const input = parseInput(messageInput, body);
  if ('duplicateOf' in input) return { outgoing: { kind: 'duplicate', id: input.duplicateOf } };
  if (input.kind === 'edit' || input.kind === 'delete') return { outgoing: input };
  const { id, ...outgoing } = input;
  return { outgoing, id };
}

function sendProblem({ code }: SendFailure): Problem {
  switch (code) {
    case 'not-paired':
      return new Problem(409, code, 'No bot is paired; pair one first');
    case 'own-number':
      return new Problem(409, code, 'This phone owns the bot and cannot write to itself');
    case 'id-taken':
      return new Problem(
        409,
        code,
        'There is a message with this id; use duplicateOf to repeat it',
      );
    case 'unknown-message':
      return new Problem(404, code, 'This phone sent no message with this id, or too long ago');
  }
}

function withoutUndefined<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>;
}
