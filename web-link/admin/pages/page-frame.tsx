import type { ComponentChildren } from 'preact';
import type { WaysInCount } from '#src/app/account/count-ways-in.js';
import type { PeopleAreaWords, AdminWords, Words } from '#web-link/words/catalogue.js';
import { AdminFrame } from './frame.js';
import { AdminNav, type AdminPageName } from './nav.js';
import { StepUpForm, type StepUpPage } from './step-up-form.js';
import { momentText } from '#web-link/ui/time.js';

/** The props of every page about people. */
export interface PeopleAreaProps {
  readonly words: Words;
  readonly admin: AdminWords;
  readonly peopleArea: PeopleAreaWords;
  readonly steppedUp: boolean;
  /** What was done. */
  readonly notice?: string | undefined;
  /** Why it was not. */
  readonly fault?: string;
  /** What is wrong with the password that was asked for before acts. */
  readonly passwordFault?: string;
  /** What is wrong with the reason, and on which of the page's forms. */
  readonly reasonFault?: string;
  readonly form?: string;
  /** What is wrong with the CPF or CNPJ that was searched for. */
  readonly taxIdFault?: string;
}

/** The frame of the pages about people: the current page, what was done, and the password that acts need first. */
export function PeopleAreaPage({
  page,
  title,
  intro,
  asks,
  children,
  ...props
}: PeopleAreaProps & {
  readonly page: AdminPageName;
  readonly title: string;
  readonly intro: string;
  /** Where the password leads back to; null on pages that change nothing dangerous. */
  readonly asks: StepUpPage | null;
  readonly children: ComponentChildren;
}) {
  const { words, admin, notice, fault, steppedUp } = props;
  const said = fault ?? props.passwordFault ?? props.reasonFault ?? props.taxIdFault;
  return (
    <AdminFrame title={title} hasFault={said !== undefined} words={words}>
      <AdminNav words={props.peopleArea.nav} current={page} />
      <h1>{title}</h1>
      <p class="quiet">{intro}</p>
      {notice !== undefined && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      {fault !== undefined && (
        <p class="notice bad" role="alert" tabIndex={-1} autofocus>
          {fault}
        </p>
      )}
      {asks !== null && !steppedUp && (
        <StepUpForm admin={admin} back={asks} passwordFault={props.passwordFault} />
      )}
      {children}
      <div class="admin-foot">
        <form method="post" action="/admin/logout">
          <button type="submit" class="second">
            {admin.logout}
          </button>
        </form>
      </div>
    </AdminFrame>
  );
}

/** The reason that goes into the audit log; `id` keeps several on a page apart. */
export function ReasonField(
  props: Pick<PeopleAreaProps, 'peopleArea' | 'form' | 'reasonFault'> & { readonly id: string },
) {
  const { id, peopleArea } = props;
  const fault = props.form === id ? props.reasonFault : undefined;
  const hint = `reason-hint-${id}`;
  return (
    <>
      <label for={`reason-${id}`}>{peopleArea.reason}</label>
      <p class="hint" id={hint}>
        {peopleArea.reasonHint}
      </p>
      <input
        id={`reason-${id}`}
        name="reason"
        type="text"
        autoComplete="off"
        required
        minLength={5}
        maxLength={300}
        autoFocus={fault !== undefined}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={fault === undefined ? hint : `${hint} reason-error-${id}`}
      />
      {fault !== undefined && (
        <p class="error" id={`reason-error-${id}`}>
          {fault}
        </p>
      )}
    </>
  );
}

export function Moment({ at, words }: { readonly at: Date; readonly words: Words }) {
  return <time dateTime={at.toISOString()}>{momentText(at, words)}</time>;
}

export function waysInText(ways: WaysInCount, { way }: PeopleAreaWords): string {
  return ways
    .filter(({ count }) => count > 0)
    .map(({ what, count }) => way[what](count))
    .join(' · ');
}
