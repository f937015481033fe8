import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { ShortSeal } from '#src/app/ports/crypto/short-seal.js';
import type { Cookies } from './browser/cookies.js';
import { requestContext } from './request-context.js';

/** Long enough for a slow phone to follow one redirect. */
const LIFE_S = 120;
/** In the address that follows a form which came without any cookie: the page finds out whether they are kept. */
const MARK = 'cookies';
/** UTF-16 units. The field for a name takes no more, the others take less, and a cookie must stay small. */
const LONGEST_TYPED = 120;
const SHOWN = 'shownOnce';

const Sealed = z.record(z.string(), z.string());

/** Texts for the parts of a page, by their names. On every page `fault` is about the form as a whole. */
export type Shown<Name extends string> = Readonly<Partial<Record<Name, string>>>;

export type FormFaults = ReturnType<typeof createFormFaults>;

/**
 * A form that is refused is answered by a redirect to its page, which says why, once (docs/decisions/0016): reloading
 * it or going back sends nothing again. What is said and what was typed travel in a sealed cookie of this browser.
 * Never a password or a code: with the master key and the browser's profile the cookie can be read.
 */
export function createFormFaults(deps: { readonly seal: ShortSeal; readonly cookies: Cookies }) {
  const { seal, cookies } = deps;

  function read(req: Request): Readonly<Record<string, string>> | null {
    const sealed = cookies.read(req, 'zl_fault');
    const opened = sealed === null ? null : seal.open(sealed, req.path);
    return opened === null ? null : Sealed.parse(JSON.parse(opened));
  }

  /** Before all pages: takes what the cookie says about this one, for `shownOnce`. */
  const take: RequestHandler = (req, res, next) => {
    if (req.method !== 'GET') {
      next();
      return;
    }
    const shown = read(req);
    const isMarked = req.query[MARK] !== undefined;
    if (shown !== null && isMarked) {
      // The cookie came: on to the address without the mark, which can be reloaded.
      res.redirect(303, unmarked(req));
      return;
    }
    if (shown !== null) {
      cookies.clear(res, 'zl_fault');
      res.locals[SHOWN] = shown;
    } else if (isMarked) {
      res.locals[SHOWN] = { fault: requestContext(res).words.errors.noCookies };
    }
    next();
  };

  /**
   * @param input.page the path of the page that shows it, with its query
   * @param input.said what is wrong, by the name of the part of the page; it holds for two minutes
   * @param input.typed to be filled in again; what is longer than a field takes is left out
   */
  function tell(
    req: Request,
    res: Response,
    input: {
      readonly page: string;
      readonly said: Readonly<Record<string, string>>;
      readonly typed?: Readonly<Record<string, string>>;
    },
  ): void {
    const { page, said, typed = {} } = input;
    const fits = Object.entries(typed).filter(([, text]) => text.length <= LONGEST_TYPED);
    const text = JSON.stringify({ ...Object.fromEntries(fits), ...said });
    const [place = page] = page.split('?');
    const value = seal.seal(text, { place, lifeS: LIFE_S });
    cookies.set(res, 'zl_fault', { value, life: { maxAgeS: LIFE_S } });
    const keepsCookies = req.headers.cookie !== undefined;
    res.redirect(303, keepsCookies ? page : `${page}${page.includes('?') ? '&' : '?'}${MARK}=1`);
  }

  return {
    take,
    refuse: tell,
    /** The same for what was done: it is not shown again after a reload. */
    tell,
  };
}

function unmarked(req: Request): string {
  const query = new URLSearchParams(req.originalUrl.split('?').slice(1).join('?'));
  query.delete(MARK);
  return query.size === 0 ? req.path : `${req.path}?${query.toString()}`;
}

/** What the page of this request has to say about the form that led to it; nothing when it is opened again. */
export function shownOnce<Name extends string>(
  res: Response,
  ...names: readonly Name[]
): Shown<Name> {
  const shown = (res.locals[SHOWN] ?? {}) as Readonly<Record<string, string>>;
  const known = Object.entries(shown).filter(([name]) => names.some((other) => other === name));
  return Object.fromEntries(known) as Shown<Name>;
}
