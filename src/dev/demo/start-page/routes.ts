import { Router, type Response } from 'express';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { DEMO_WORDS, localeNamed } from '../words/catalogue.js';
import { HandedOverPage } from './handed-over-page.js';
import type { Scene } from './scene.js';
import { StartPage } from './start-page.js';

/** A number as wa.me takes it. */
const CHAT_LINK = /^\/[1-9]\d{7,14}$/;

/** The start page, its events, what its buttons ask for, and the chat links of the product. */
export function createStartRoutes(current: () => Scene): Router {
  const router = Router();
  /** Start pages that are open. */
  const open = new Set<Response>();

  function tell(response: Response, type: string, data: unknown): void {
    response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  function send(response: Response, page: VNode): void {
    response.type('html').send(`<!doctype html>${renderToStaticMarkup(page)}`);
  }

  router.get('/', (request, response) => {
    const { lang } = request.query;
    const scene = current();
    const locale = localeNamed(typeof lang === 'string' ? lang : undefined) ?? scene.locale;
    send(response, StartPage({ words: DEMO_WORDS[locale], scene }));
  });

  router.get('/events', (_request, response) => {
    const { tour } = current();
    response.status(200).set('Content-Type', 'text/event-stream').flushHeaders();
    const show = (): void => tell(response, 'tour', tour.view());
    show();
    open.add(response);
    const stop = tour.listen(show);
    response.on('close', () => {
      stop();
      open.delete(response);
    });
  });

  router.post('/restart', async (_request, response) => {
    const { tour, nextCast } = current();
    const cast = await nextCast();
    if (cast !== null) tour.restart(cast);
    response.json({ ok: cast !== null });
  });

  router.post('/stranger', async (_request, response) => {
    const { tour, stranger } = current();
    response.json({ ok: await tour.asStranger(stranger) });
  });

  // As wa.me: where a start page is open, the text is typed on its phone; the phones' own page otherwise.
  router.get(CHAT_LINK, (request, response) => {
    const { phonesUrl, locale, tour } = current();
    const { text } = request.query;
    if (open.size === 0 || typeof text !== 'string') {
      response.redirect(303, `${phonesUrl}${request.originalUrl}`);
      return;
    }
    // In the chat that is open on the phone, or else in the newcomer's.
    const { number } = tour.cast().newcomer;
    for (const page of open) tell(page, 'write', { text, number });
    // The frame stays at the page that waits for the message (Fetch Metadata; RFC 9110 section 15.3.5: no new content).
    if (request.get('sec-fetch-dest') === 'iframe') response.status(204).end();
    else send(response, HandedOverPage({ words: DEMO_WORDS[locale] }));
  });

  return router;
}
