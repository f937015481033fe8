import type { ClaimView } from '#src/app/admin/settle-claims.js';
import {
  PeopleAreaPage,
  Moment,
  ReasonField,
  waysInText,
  type PeopleAreaProps,
} from './page-frame.js';

interface ClaimsPageProps extends PeopleAreaProps {
  readonly claims: readonly ClaimView[];
}

/** Accounts that another person claims, and the decision about each. */
export function AdminClaimsPage(props: ClaimsPageProps) {
  const { peopleArea, claims } = props;
  const { title, intro, none } = peopleArea.claims;
  return (
    <PeopleAreaPage {...props} page="claims" title={title} intro={intro} asks="claims">
      {claims.length === 0 && <p>{none}</p>}
      {claims.map((claim) => (
        <Claim key={claim.id} {...props} claim={claim} />
      ))}
    </PeopleAreaPage>
  );
}

function Claim(props: PeopleAreaProps & { readonly claim: ClaimView }) {
  const { words, peopleArea, steppedUp, claim } = props;
  const { id, taxIdMasked, accountSince, waysIn, askedAt, phoneMasked, held } = claim;
  const { claims } = peopleArea;
  return (
    <article aria-labelledby={`claim-${id}`}>
      <h2 id={`claim-${id}`}>
        {peopleArea.taxId} {taxIdMasked}
      </h2>
      <dl>
        <dt>{peopleArea.since}</dt>
        <dd>
          <Moment at={accountSince} words={words} />
        </dd>
        <dt>{peopleArea.waysIn}</dt>
        <dd>{waysInText(waysIn, peopleArea)}</dd>
        <dt>{claims.askedAt}</dt>
        <dd>
          <Moment at={askedAt} words={words} />
        </dd>
        <dt>{claims.claimant}</dt>
        <dd>{phoneMasked ?? claims.numberUnknown}</dd>
      </dl>
      {held && <p class="notice warn">{claims.held}</p>}
      {steppedUp && (
        <form method="post" action="/admin/claims">
          <input type="hidden" name="id" value={id} />
          <ReasonField {...props} id={id} />
          <p class="hint">{claims.consequences}</p>
          {held && (
            <button type="submit" name="outcome" value="allowed" class="second">
              {claims.allow}
            </button>
          )}
          <button type="submit" name="outcome" value="rejected" class="second">
            {claims.reject}
          </button>
          <button
            type="submit"
            name="outcome"
            value="upheld"
            class="danger"
            disabled={phoneMasked === null}
          >
            {claims.uphold}
          </button>
        </form>
      )}
    </article>
  );
}
