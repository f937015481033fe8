import type { Words } from '../words/catalogue.js';
import { Layout } from '../ui/layout.js';
import { Alert, WhatsAppLink } from '../ui/parts.js';
import { PasswordField } from '../ui/password-field.js';
import { TaxIdField } from '../ui/tax-id/tax-id-field.js';

interface ForgotPageProps {
  readonly words: Words;
  readonly taxId?: string;
  readonly taxIdFault?: string;
  readonly fault?: string;
}

/** Asks whose password is to be replaced; the link goes into the chat. */
export function ForgotPage({ words, taxId, taxIdFault, fault }: ForgotPageProps) {
  const { forgotPage } = words.password;
  const hasFault = (taxIdFault ?? fault) !== undefined;
  return (
    <Layout title={forgotPage.title} hasFault={hasFault} words={words} scripts={['login.js']}>
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{forgotPage.title}</h1>
        <p class="quiet">{forgotPage.intro}</p>
        <form method="post" action="/password/forgot" id="login" noValidate>
          <TaxIdField
            words={words}
            {...(taxId !== undefined && { value: taxId })}
            {...(taxIdFault !== undefined && { fault: taxIdFault })}
          />
          <button type="submit">{forgotPage.submit}</button>
        </form>
        <p class="center">
          <a class="action" href="/login">
            {forgotPage.back}
          </a>
        </p>
      </section>
    </Layout>
  );
}

/** The same whether there is such an account or not (security case 13). */
export function ForgotSentPage(props: { readonly words: Words; readonly chatUrl: string | null }) {
  const { words, chatUrl } = props;
  const { sentPage, forgotPage } = words.password;
  return (
    <Layout title={sentPage.title} words={words}>
      <section>
        <h1>{sentPage.title}</h1>
        <p>{sentPage.text}</p>
        <p class="quiet">{sentPage.notArrived}</p>
        {chatUrl !== null && <WhatsAppLink words={words} chatUrl={chatUrl} />}
        <p class="center">
          <a class="action" href="/login">
            {forgotPage.back}
          </a>
        </p>
      </section>
    </Layout>
  );
}

interface NewPasswordProps {
  readonly words: Words;
  readonly passwordFault?: string;
  readonly fault?: string;
}

/**
 * Password managers save a password under the nearest `username` field, and fill it with the user name they have. It is
 * empty, because with a masked CPF they would save an entry that cannot be used, and has no name, so that it is
 * never sent.
 */
function AccountForManagers({ words }: { readonly words: Words }) {
  return (
    <>
      <label for="account">{words.login.taxIdLabel}</label>
      <p class="hint" id="account-hint">
        {words.password.managerHint}
      </p>
      <input
        id="account"
        type="text"
        autoComplete="username"
        autoCapitalize="characters"
        spellcheck={false}
        aria-describedby="account-hint"
      />
    </>
  );
}

/** Typed twice, because what is typed is hidden and cannot be looked up later. */
function NewPasswordFields({ words, passwordFault: fault }: NewPasswordProps) {
  const { password } = words;
  return (
    <>
      <AccountForManagers words={words} />
      <PasswordField
        name="password"
        label={password.newLabel}
        autoComplete="new-password"
        hint={password.newHint}
        {...(fault !== undefined && { fault })}
      />
      <PasswordField name="repeat" label={password.repeatLabel} autoComplete="new-password" />
    </>
  );
}

/** Behind the link from the chat. The token goes on in the form, never in the address that answers. */
export function ResetPage(
  props: NewPasswordProps & { readonly token: string; readonly maskedName: string },
) {
  const { words, token, maskedName, passwordFault, fault } = props;
  const { resetPage } = words.password;
  return (
    <Layout
      title={resetPage.title(maskedName)}
      hasFault={(passwordFault ?? fault) !== undefined}
      words={words}
    >
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{resetPage.title(maskedName)}</h1>
        <p class="quiet">{resetPage.intro}</p>
        <form method="post" action="/password/reset" noValidate>
          <input type="hidden" name="token" value={token} />
          <NewPasswordFields {...props} />
          <button type="submit">{resetPage.submit}</button>
        </form>
      </section>
    </Layout>
  );
}

export function ResetDonePage({ words }: { readonly words: Words }) {
  const { donePage } = words.password;
  return (
    <Layout title={donePage.title} words={words}>
      <section>
        <h1>{donePage.title}</h1>
        <p>{donePage.text}</p>
        <p>
          <a class="button" href="/login">
            {donePage.submit}
          </a>
        </p>
      </section>
    </Layout>
  );
}

/** For who is signed in and has just proven it. */
export function ChangePasswordPage(props: NewPasswordProps & { readonly isFirst: boolean }) {
  const { words, passwordFault, fault, isFirst } = props;
  const hasFault = (passwordFault ?? fault) !== undefined;
  const { password, account } = words;
  const title = isFirst ? password.setTitle : password.changeTitle;
  return (
    <Layout title={title} hasFault={hasFault} words={words}>
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{title}</h1>
        {!isFirst && <p class="quiet">{password.changeIntro}</p>}
        <form method="post" action="/account/password" noValidate>
          <NewPasswordFields {...props} />
          <button type="submit">{password.save}</button>
        </form>
        <p class="center">
          <a class="action" href="/account">
            {account.toAccount}
          </a>
        </p>
      </section>
    </Layout>
  );
}
