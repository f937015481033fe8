import type { AuditRecord } from '#src/app/ports/tables/audit.js';
import type { PeopleAreaWords } from '#web-link/words/catalogue.js';
import { PeopleAreaPage, Moment, type PeopleAreaProps } from './page-frame.js';

/** What was done, newest first. */
export function AdminAuditPage(
  props: PeopleAreaProps & {
    readonly records: readonly AuditRecord[];
    /** The number below which older records are; null at the end. */
    readonly olderThan: bigint | null;
  },
) {
  const { peopleArea, records, olderThan } = props;
  const { title, intro, none, older } = peopleArea.audit;
  return (
    <PeopleAreaPage {...props} page="audit" title={title} intro={intro} asks={null}>
      {records.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ol class="admin-log">
          {records.map((record) => (
            <Row key={record.seq.toString()} {...props} record={record} />
          ))}
        </ol>
      )}
      {olderThan !== null && (
        <p>
          <a class="action" href={`/admin/audit?before=${olderThan}`}>
            {older}
          </a>
        </p>
      )}
    </PeopleAreaPage>
  );
}

function Row({ words, peopleArea, record }: PeopleAreaProps & { readonly record: AuditRecord }) {
  const { seq, at, actor, action, accountId, detail } = record;
  const reason = detail?.['reason'];
  return (
    <li value={Number(seq)}>
      <strong>{wordFor(peopleArea.audit.actions, action)}</strong>
      <br />
      <span class="quiet">
        <Moment at={at} words={words} /> · {wordFor(peopleArea.audit.actors, actor)}
      </span>
      {accountId !== null && (
        <span class="quiet">
          {' '}
          · {peopleArea.audit.account} <code>{accountId.slice(0, 8)}</code>
        </span>
      )}
      {reason !== undefined && <p>{reason}</p>}
    </li>
  );
}

/** A row of a newer version has a name of its own until this one knows it. */
function wordFor(
  words: PeopleAreaWords['audit']['actions'] | PeopleAreaWords['audit']['actors'],
  name: string,
): string {
  return (words as Readonly<Record<string, string>>)[name] ?? name;
}
