import type { LinkRefusal } from '#src/app/sign-in/link/look-up-link.js';
import type { Words } from '#web-link/words/catalogue.js';
import { Layout } from '#web-link/ui/layout.js';
import { NextField, WhatsAppLink } from '#web-link/ui/parts.js';
import { deviceText } from '#web-link/ui/device-text.js';
import type { Device } from '#src/domain/session.js';

interface LinkPageProps {
  readonly words: Words;
  readonly token: string;
  readonly maskedName: string;
  readonly next: string;
  /** The one that the button signs in on. */
  readonly device: Device;
  /** Who is signed in on this browser. */
  readonly present: { readonly name: string; readonly isSame: boolean } | null;
}

/** Whose account, of which company, on what: all that a person has to check before the button. */
function Who({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div class="who">
      <span class="initials" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <div>
        <strong>{name}</strong>
        <p class="hint">{text}</p>
      </div>
    </div>
  );
}

/** "P••• S•••" → "PS". */
function initialsOf(maskedName: string): string {
  const letters = maskedName.split(' ').map((part) => Array.from(part)[0] ?? '');
  return [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('');
}

/** Asks before it signs in; opening the page changes nothing (security cases 24, 27 and 28). */
export function LinkPage(props: LinkPageProps) {
  const { words, token, maskedName, next, present, device } = props;
  const { link } = words;
  const swaps = present !== null && !present.isSame;
  return (
    <Layout title={link.title(maskedName)} words={words}>
      <section>
        <h1>{link.title(maskedName)}</h1>
        {present !== null && (
          <div class={swaps ? 'notice warn' : 'notice'} id="present-account">
            <p>{swaps ? link.otherAccount(present.name) : link.sameAccount(present.name)}</p>
          </div>
        )}
        <Who name={maskedName} text={link.where(words.brand.name, deviceText(words, device))} />
        <p class="quiet">{link.intro}</p>
        <form method="post" action={`/l/${token}`}>
          <NextField next={next} />
          {swaps && <input type="hidden" name="swap" value="yes" />}
          <button type="submit" {...(swaps && { 'aria-describedby': 'present-account' })}>
            {swaps ? link.otherAccountSubmit : link.submit}
          </button>
        </form>
        <p class="center">
          <a class="action" href="/">
            {link.cancel}
          </a>
        </p>
        <p class="hint">{link.notYou}</p>
      </section>
    </Layout>
  );
}

interface LinkRefusedPageProps {
  readonly words: Words;
  readonly refusal: LinkRefusal;
  readonly chatUrl: string | null;
  readonly isSignedIn: boolean;
  readonly home: string;
}

function refusalWords(words: Words, refusal: LinkRefusal) {
  switch (refusal.code) {
    case 'link_used':
      return words.link.used;
    case 'link_expired':
      return words.link.expired;
    case 'link_invalid':
      return words.link.invalid;
    case 'too_many_requests':
      return {
        title: words.errors.tooMany.title,
        text: words.link.tooMany(words.wait(refusal.retryAfterS)),
      };
  }
}

/** Why this link cannot be used, and what to do instead. */
export function LinkRefusedPage(props: LinkRefusedPageProps) {
  const { words, refusal, chatUrl, isSignedIn, home } = props;
  const { title, text } = refusalWords(words, refusal);
  return (
    <Layout title={title} words={words}>
      <section>
        <h1>{title}</h1>
        <p>{text}</p>
        {isSignedIn && (
          <p>
            <a class="button" href={home}>
              {words.link.goToDashboard}
            </a>
          </p>
        )}
        {chatUrl !== null && (
          <WhatsAppLink
            words={words}
            chatUrl={chatUrl}
            label={words.link.askAgain}
            class={isSignedIn ? 'button second' : 'button'}
          />
        )}
        {!isSignedIn && (
          <p class="center">
            <a class="action" href="/login">
              {words.errors.home}
            </a>
          </p>
        )}
      </section>
    </Layout>
  );
}
