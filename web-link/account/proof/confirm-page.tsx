import type { JSX } from 'preact';
import type { StepUpMethodName } from '#src/app/sign-in/methods.js';
import type { OpenElsewhere } from '../../ui/open-elsewhere.js';
import type { Words } from '../../words/catalogue.js';
import { CodeField } from '../../ui/code-field.js';
import { Layout } from '../../ui/layout.js';
import { OpenElsewhereNotice } from '../../ui/open-elsewhere-notice.js';
import { Alert } from '../../ui/parts.js';
import { PasswordField } from '../../ui/password-field.js';

interface ConfirmPageProps {
  readonly words: Words;
  /** The path of this site that waits behind the proof. */
  readonly then: string;
  /** The ways in by which this person can prove who they are. */
  readonly offers: readonly StepUpMethodName[];
  /** Not null inside another app, where Google refuses every sign-in. */
  readonly elsewhere: OpenElsewhere | null;
  /** A code is on its way and can be typed. */
  readonly waitsForCode: boolean;
  readonly passwordFault?: string;
  readonly codeFault?: string;
  readonly fault?: string;
}

function ThenField({ then }: { readonly then: string }) {
  return <input type="hidden" name="then" value={then} />;
}

function ByPassword({ words, then, passwordFault, waitsForCode }: ConfirmPageProps) {
  const { confirm } = words.account;
  if (waitsForCode) return null;
  return (
    <form method="post" action="/account/confirm" noValidate>
      <ThenField then={then} />
      <PasswordField
        name="password"
        label={confirm.withPassword}
        autoComplete="current-password"
        fault={passwordFault}
      />
      <button type="submit">{confirm.submit}</button>
    </form>
  );
}

function TypeCode({ words, then, codeFault }: ConfirmPageProps) {
  const { confirm } = words.account;
  return (
    <form method="post" action="/account/confirm" noValidate>
      <ThenField then={then} />
      <p class="quiet">{confirm.codeIntro}</p>
      <CodeField words={words} fault={codeFault} />
      <button type="submit">{confirm.submit}</button>
    </form>
  );
}

function ByCode(props: ConfirmPageProps) {
  const { words, then, offers, waitsForCode } = props;
  const isSecond = offers.includes('password') || waitsForCode;
  return (
    <>
      {waitsForCode && <TypeCode {...props} />}
      <form method="post" action="/account/confirm/code">
        <ThenField then={then} />
        <button type="submit" class={isSecond ? 'second' : ''}>
          {waitsForCode ? words.code.again : words.account.confirm.askCode}
        </button>
      </form>
    </>
  );
}

function ByGoogle({ words, then, elsewhere }: ConfirmPageProps) {
  if (elsewhere !== null) return null;
  return (
    <form method="get" action="/api/auth/google/start">
      <input type="hidden" name="intent" value="step_up" />
      <input type="hidden" name="next" value={then} />
      <button type="submit" class="second">
        {words.account.confirm.withGoogle}
      </button>
    </form>
  );
}

/** In the order of the page. */
const PARTS: Readonly<Record<StepUpMethodName, (props: ConfirmPageProps) => JSX.Element | null>> = {
  password: ByPassword,
  code: ByCode,
  google: ByGoogle,
};

/** "Prove it again" before something dangerous (ASVS 5.0 §7.5.1); without a script like everything here. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { words, offers, elsewhere } = props;
  const { confirm } = words.account;
  const { passwordFault, codeFault, fault } = props;
  const hasFault = (passwordFault ?? codeFault ?? fault) !== undefined;
  return (
    <Layout title={confirm.title} hasFault={hasFault} words={words}>
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{confirm.title}</h1>
        <p class="quiet">{confirm.intro}</p>
        {Object.entries(PARTS).map(([name, Part]) =>
          offers.some((offered) => offered === name) ? <Part key={name} {...props} /> : null,
        )}
        <p class="center">
          <a class="action" href="/account">
            {confirm.cancel}
          </a>
        </p>
      </section>
      {offers.includes('google') && elsewhere !== null && (
        <OpenElsewhereNotice words={words} elsewhere={elsewhere} />
      )}
    </Layout>
  );
}
