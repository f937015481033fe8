import type { Response } from 'express';
import type { SimulatorEvent } from './events.js';
import type { World } from '../world.js';

const HEARTBEAT_MS = 15_000;

/** Server-sent events of one phone, or of everything when no number is given, until the reader leaves. */
export function openEventStream(world: World, response: Response, number?: string): void {
  response.status(200).set('Content-Type', 'text/event-stream');
  response.write(': open\n\n');
  const stop = world.events.listen((event) => {
    if (number === undefined || ('number' in event && event.number === number)) {
      response.write(`event: ${event.type}\ndata: ${JSON.stringify(eventData(event))}\n\n`);
    }
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}

/** Message fields at the top, as `GET /phones/:number/messages` gives them, and whose they are. */
function eventData(event: SimulatorEvent): object {
  switch (event.type) {
    case 'message':
    case 'status':
      return { number: event.number, ...event.message };
    case 'typing':
      return { number: event.number, composing: event.composing };
    case 'phone':
      return { number: event.number };
    case 'insight':
      return { number: event.number, ...event.insight };
    case 'state':
      return {};
  }
}
