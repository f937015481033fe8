import type { Response } from 'express';
import * as z from 'zod';
import { parseReason, type Reason } from '#src/domain/audit-event.js';
import type { Result } from '#src/domain/result.js';
import { WORDS, type PeopleAreaWords } from '../words/catalogue.js';
import { shownOnce } from '../http/form-faults.js';
import { requestContext } from '../http/request-context.js';
import type { PeopleAreaProps } from './pages/page-frame.js';

const SHOWN = ['notice', 'fault', 'passwordFault', 'reasonFault', 'form', 'taxIdFault'] as const;

const LONGEST_TYPED = 1000;

/** Longer than any reason that is taken: what is too long gets a sentence, not a fault. */
export const reasonField = z.string().max(LONGEST_TYPED);

/** The props of every page about people, in the language of the site, with what it says about a form. */
export function peopleAreaProps(res: Response, steppedUp: boolean): PeopleAreaProps {
  const { words, settings } = requestContext(res);
  const { locale } = settings;
  const shown = shownOnce(res, ...SHOWN);
  return {
    words,
    admin: WORDS[locale].admin,
    peopleArea: WORDS[locale].peopleArea,
    steppedUp,
    ...shown,
  };
}

/** @returns the reason, or the sentence that says why it is refused */
export function readReason(peopleArea: PeopleAreaWords, typed: string): Result<Reason, string> {
  const reason = parseReason(typed);
  return reason.ok ? reason : { ok: false, error: peopleArea.reasonFault[reason.error.code] };
}
