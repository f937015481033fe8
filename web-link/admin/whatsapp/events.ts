import type { Request, Response } from 'express';
import { WORDS } from '#web-link/words/catalogue.js';
import type { AdminDeps } from '../deps.js';
import { eventText, openEventStream } from '#web-link/http/event-stream.js';
import { ProblemError } from '#web-link/http/problem.js';
import { qrCodeSvg } from '#web-link/ui/qr-code.js';
import { answerChannel, type ChannelAnswer } from './channel-answer.js';
import type { AdminSessionCookie } from '../session-cookie.js';

/** Proxies cut silent connections; a step-up that has run out shows after this long at the latest. */
const BEAT_MS = 15_000;

/** What the stream sends: the answer of `GET /api/admin/whatsapp`, and the QR code drawn. */
interface ChannelEvent extends ChannelAnswer {
  readonly qrSvg?: string;
}

/**
 * Server-sent events: `status` on every change, `signed_out` as the last. The session and its
 * step-up are looked at again before everything that is sent; looking is no activity, so a forgotten
 * page is signed out after half an hour like any other.
 */
export function createAdminEvents(deps: AdminDeps, sessionCookie: AdminSessionCookie) {
  const { board, bus, timers, log, settings } = deps;
  const label = WORDS[settings.locale].admin.whatsapp.qrLabel;

  async function look(req: Request): Promise<ChannelEvent | null> {
    const presence = await sessionCookie.look(req);
    if (presence === null) return null;
    const { steppedUp } = presence;
    const answer = answerChannel({
      status: await board.current(),
      steppedUp,
      locale: settings.locale,
    });
    return answer.qr === undefined ? answer : { ...answer, qrSvg: qrCodeSvg(answer.qr, label) };
  }

  return async (req: Request, res: Response): Promise<void> => {
    if ((await sessionCookie.presence(req)) === null)
      throw new ProblemError({ code: 'not_authenticated' });
    if (res.destroyed) return;
    const stream = openEventStream(res);
    let last = '';
    const refresh = oneAtATime(
      async () => {
        const now = await look(req);
        if (now === null) {
          stream.end(eventText('signed_out', {}));
          return;
        }
        const text = eventText('status', now);
        // The same twice in a row goes out once.
        if (text !== last) stream.send(text);
        last = text;
      },
      (error) => {
        log.error('admin.events_failed', { error });
        stream.cut();
      },
    );
    const stops = [
      bus.subscribe('channel.changed', () => void refresh()),
      timers.every(BEAT_MS, async () => {
        await refresh();
        stream.beat();
      }),
    ];
    res.on('close', () => {
      for (const stop of stops) stop();
    });
    await refresh();
  };
}

/** Runs the work, and once more when it was asked for meanwhile, so that the last event sent is the latest state. */
function oneAtATime(work: () => Promise<void>, onError: (error: unknown) => void) {
  let running: Promise<void> | null = null;
  let again = false;

  async function run(): Promise<void> {
    try {
      do {
        again = false;
        await work();
        // Asked for again while it ran.
      } while (again as boolean);
    } catch (error) {
      onError(error);
    } finally {
      running = null;
    }
  }

  return (): Promise<void> => {
    again = true;
    running ??= run();
    return running;
  };
}
