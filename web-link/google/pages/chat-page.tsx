import type { OpenElsewhere } from '#web-link/ui/open-elsewhere.js';
import type { Words } from '#web-link/words/catalogue.js';
import { Layout } from '#web-link/ui/layout.js';
import { OpenElsewhereNotice } from '#web-link/ui/open-elsewhere-notice.js';
import { Alert } from '#web-link/ui/parts.js';

/** Asks before it goes to Google; opening the page changes nothing (security case 24). */
export function GoogleChatPage(props: {
  readonly words: Words;
  readonly token: string;
  readonly maskedName: string;
  /** Whether the account of the link is signed in in this browser; else that comes first. */
  readonly isSignedIn: boolean;
  /**
   * Not null inside another app, where Google refuses every sign-in: signing in to the account there would not help,
   * either.
   */
  readonly elsewhere: OpenElsewhere | null;
  readonly fault?: string;
}) {
  const { words, token, maskedName, isSignedIn, elsewhere, fault } = props;
  const { chat } = words.google;
  return (
    <Layout title={chat.title(maskedName)} hasFault={fault !== undefined} words={words}>
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{chat.title(maskedName)}</h1>
        {elsewhere !== null ? (
          <OpenElsewhereNotice words={words} elsewhere={elsewhere} />
        ) : (
          <p class="quiet">{isSignedIn ? chat.intro : chat.signInFirst}</p>
        )}
        {elsewhere !== null ? null : isSignedIn ? (
          <form method="post" action={`/google/chat/${token}`}>
            <button type="submit">{chat.submit}</button>
          </form>
        ) : (
          <a class="button" href="/login?next=%2Faccount">
            {chat.signIn}
          </a>
        )}
        <p class="center">
          <a class="action" href="/">
            {words.link.cancel}
          </a>
        </p>
        <p class="hint">{words.link.notYou}</p>
      </section>
    </Layout>
  );
}
