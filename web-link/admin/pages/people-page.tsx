import { keepsGoogle } from '#src/app/account/count-ways-in.js';
import type { PersonView } from '#src/app/admin/manage-accounts.js';
import {
  PeopleAreaPage,
  Moment,
  ReasonField,
  waysInText,
  type PeopleAreaProps,
} from './page-frame.js';

export type PersonAction = 'block' | 'unblock' | 'release_google';

interface PeoplePageProps extends PeopleAreaProps {
  readonly person: PersonView | null;
  /** The CPF or CNPJ that was searched for, when it comes back with a fault. */
  readonly taxId?: string;
}

/** One person by the whole CPF or CNPJ, and what can be done about them. */
export function AdminPeoplePage(props: PeoplePageProps) {
  const { peopleArea, person } = props;
  const { title, intro } = peopleArea.people;
  return (
    <PeopleAreaPage {...props} page="people" title={title} intro={intro} asks="people">
      {person === null ? <Search {...props} /> : <Person {...props} person={person} />}
    </PeopleAreaPage>
  );
}

function Search({ peopleArea, taxId = '', taxIdFault: fault }: PeoplePageProps) {
  return (
    <section>
      <form method="post" action="/admin/people">
        <label for="taxId">{peopleArea.taxId}</label>
        <input
          id="taxId"
          name="taxId"
          type="text"
          inputMode="text"
          autoComplete="off"
          required
          maxLength={40}
          defaultValue={taxId}
          autoFocus={fault !== undefined}
          aria-invalid={fault === undefined ? undefined : true}
          aria-describedby={fault === undefined ? undefined : 'taxId-error'}
        />
        {fault !== undefined && (
          <p class="error" id="taxId-error">
            {fault}
          </p>
        )}
        <button type="submit">{peopleArea.people.search}</button>
      </form>
    </section>
  );
}

function Person(props: PeopleAreaProps & { readonly person: PersonView }) {
  const { words, peopleArea, person, steppedUp } = props;
  const { people } = peopleArea;
  return (
    <>
      <article aria-labelledby="person-title">
        <h2 id="person-title">
          {peopleArea.taxId} {person.taxIdMasked}
        </h2>
        {person.isContested && <p class="notice warn">{people.contested}</p>}
        <dl>
          <dt>{people.status}</dt>
          <dd>{people.statusOf[person.status]}</dd>
          <dt>{peopleArea.since}</dt>
          <dd>
            <Moment at={person.accountSince} words={words} />
          </dd>
          {person.deletionDueAt !== null && (
            <>
              <dt>{people.deletionDueAt}</dt>
              <dd>
                <Moment at={person.deletionDueAt} words={words} />
              </dd>
            </>
          )}
          <dt>{peopleArea.waysIn}</dt>
          <dd>{waysInText(person.waysIn, peopleArea)}</dd>
        </dl>
      </article>
      {steppedUp && <PersonActs {...props} />}
      <p>
        <a class="action" href="/admin/people">
          {people.another}
        </a>
      </p>
    </>
  );
}

function PersonActs(props: PeopleAreaProps & { readonly person: PersonView }) {
  const { people } = props.peopleArea;
  const { status, waysIn } = props.person;
  return (
    <>
      {status === 'active' ? (
        <Act {...props} action="block" label={people.block} hint={people.blockHint} danger />
      ) : (
        <Act {...props} action="unblock" label={people.unblock} hint={people.unblockHint} />
      )}
      {keepsGoogle(waysIn) && (
        <Act
          {...props}
          action="release_google"
          label={people.releaseGoogle}
          hint={people.releaseHint}
        />
      )}
    </>
  );
}

function Act(
  props: PeopleAreaProps & {
    readonly person: PersonView;
    readonly action: PersonAction;
    readonly label: string;
    readonly hint: string;
    readonly danger?: boolean;
  },
) {
  const { person, action, label, hint, danger = false } = props;
  return (
    <section aria-labelledby={`act-${action}`}>
      <h2 id={`act-${action}`}>{label}</h2>
      <p>{hint}</p>
      <form method="post" action={`/admin/people/${person.accountId}`}>
        <input type="hidden" name="action" value={action} />
        <ReasonField {...props} id={action} />
        <button type="submit" class={danger ? 'danger' : 'second'}>
          {label}
        </button>
      </form>
    </section>
  );
}
