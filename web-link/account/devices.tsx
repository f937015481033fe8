import type { OwnSession } from '#src/app/account/devices.js';
import type { Words } from '../words/catalogue.js';
import { momentText } from '../ui/time.js';

function nameOf(words: Words, { browser, system }: OwnSession): string {
  const known = [browser, system].filter((part) => part !== null);
  return known.length === 0 ? words.account.unknownDevice : known.join(', ');
}

function Device({ words, session }: { readonly words: Words; readonly session: OwnSession }) {
  const { account } = words;
  const name = nameOf(words, session);
  return (
    <li class="device">
      <div>
        <strong>{name}</strong>
        {session.current && <> ({account.thisDevice})</>}
        <p class="hint">
          {account.lastSeen(momentText(session.lastSeenAt, words))}, {account.ways[session.method]}
        </p>
      </div>
      <form method="post" action={`/account/sessions/${session.id}/end`}>
        <button type="submit" class="second" aria-label={account.endThat(name)}>
          {account.endSession}
        </button>
      </form>
    </li>
  );
}

/** Where the account is signed in; each can be ended alone, or all at once. */
export function DeviceList(props: {
  readonly words: Words;
  readonly sessions: readonly OwnSession[];
}) {
  const { words, sessions } = props;
  return (
    <section>
      <h2>{words.account.devicesTitle}</h2>
      <ul class="devices">
        {sessions.map((session) => (
          <Device key={session.id} words={words} session={session} />
        ))}
      </ul>
      <a class="button danger" href="/account/sessions/end-all">
        {words.account.endAll}
      </a>
    </section>
  );
}
