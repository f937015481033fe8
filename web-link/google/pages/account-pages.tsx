import type { OpenElsewhere } from '#web-link/ui/open-elsewhere.js';
import type { Words } from '#web-link/words/catalogue.js';
import { CodeField } from '#web-link/ui/code-field.js';
import { Layout } from '#web-link/ui/layout.js';
import { OpenElsewhereNotice } from '#web-link/ui/open-elsewhere-notice.js';
import { Alert } from '#web-link/ui/parts.js';
import { PasswordField } from '#web-link/ui/password-field.js';

function BackToAccount({ words }: { readonly words: Words }) {
  return (
    <p class="center">
      <a class="action" href="/account">
        {words.google.backToAccount}
      </a>
    </p>
  );
}

/** A signed-in person goes to Google to link an account. */
export function GoogleAddPage({
  words,
  elsewhere,
}: {
  readonly words: Words;
  /** Not null inside another app, where Google refuses every sign-in. */
  readonly elsewhere: OpenElsewhere | null;
}) {
  const { add } = words.google;
  return (
    <Layout title={add.title} words={words}>
      <section>
        <h1>{add.title}</h1>
        <p class="quiet">{add.intro}</p>
        {elsewhere === null ? (
          <form method="get" action="/api/auth/google/start">
            <input type="hidden" name="intent" value="link" />
            <button type="submit">{words.google.chat.submit}</button>
          </form>
        ) : (
          <OpenElsewhereNotice words={words} elsewhere={elsewhere} />
        )}
        <BackToAccount words={words} />
      </section>
    </Layout>
  );
}

interface GoogleUnlinkPageProps {
  readonly words: Words;
  readonly hasPassword: boolean;
  /** A code is on its way and can be typed. */
  readonly waitsForCode: boolean;
  readonly passwordFault?: string;
  readonly codeFault?: string;
  readonly fault?: string;
}

const ACTION = '/account/google/unlink';

function ByPassword({ words, passwordFault }: GoogleUnlinkPageProps) {
  return (
    <form method="post" action={ACTION} noValidate>
      <PasswordField
        name="password"
        label={words.password.label}
        autoComplete="current-password"
        fault={passwordFault}
      />
      <button type="submit">{words.google.unlink.submit}</button>
    </form>
  );
}

function ByCode({ words, codeFault }: GoogleUnlinkPageProps) {
  const { unlink } = words.google;
  return (
    <form method="post" action={ACTION} noValidate>
      <p class="quiet">{unlink.codeIntro}</p>
      <CodeField words={words} fault={codeFault} />
      <button type="submit">{unlink.submit}</button>
    </form>
  );
}

/** Taking Google away asks for a proof of its own, however fresh the last one is (security case 39). */
export function GoogleUnlinkPage(props: GoogleUnlinkPageProps) {
  const { words, hasPassword, waitsForCode } = props;
  const { unlink } = words.google;
  const { passwordFault, codeFault, fault } = props;
  const hasFault = (passwordFault ?? codeFault ?? fault) !== undefined;
  return (
    <Layout title={unlink.title} hasFault={hasFault} words={words}>
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{unlink.title}</h1>
        <p class="quiet">{unlink.intro}</p>
        {waitsForCode && <ByCode {...props} />}
        {hasPassword && !waitsForCode && <ByPassword {...props} />}
        <form method="post" action={`${ACTION}/code`}>
          <button type="submit" class={hasPassword || waitsForCode ? 'second' : ''}>
            {waitsForCode ? words.code.again : unlink.askCode}
          </button>
        </form>
        <BackToAccount words={words} />
      </section>
    </Layout>
  );
}
