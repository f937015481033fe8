import type { OwnSession } from '#src/app/account/devices.js';
import type { Words } from '../../words/catalogue.js';
import { deviceText } from '../../ui/device-text.js';
import { Icon } from '../../ui/icons.js';
import { momentText } from '../../ui/time.js';

const ON_PHONES = /^(?:Android|iPhone|iPad)$/;

function Device({ words, session }: { readonly words: Words; readonly session: OwnSession }) {
  const { account } = words;
  const name = deviceText(words, session);
  return (
    <li class="row device">
      <Icon name={ON_PHONES.test(session.system ?? '') ? 'phone' : 'computer'} />
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

/** Where the account is signed in; each can be ended alone. */
export function DeviceList(props: {
  readonly words: Words;
  readonly sessions: readonly OwnSession[];
}) {
  const { words, sessions } = props;
  return (
    <section>
      <h2>{words.account.devicesTitle}</h2>
      <ul class="rows">
        {sessions.map((session) => (
          <Device key={session.id} words={words} session={session} />
        ))}
      </ul>
    </section>
  );
}
