import type { JSX } from 'preact';
import type { Method, OwnAccount } from '#src/app/account/me/describe-me.js';
import type { OwnSession } from '#src/app/account/devices.js';
import { CREDENTIALS } from '#src/app/sign-in/methods.js';
import type { CredentialName } from '#src/domain/sign-in-method.js';
import type { Words } from '../words/catalogue.js';
import { DeviceList } from './sessions/devices.js';
import { GoogleIcon, Icon, WhatsAppIcon } from '../ui/icons.js';
import { Layout } from '../ui/layout.js';
import { dayText, momentText } from '../ui/time.js';
import { NumberWaitNotice } from './number/number-wait.js';

/** What the page says was done just now. */
export type AccountNews = keyof Words['account']['done'];

interface AccountPageProps {
  readonly words: Words;
  readonly account: OwnAccount;
  readonly sessions: readonly OwnSession[];
  /** Sign-in by Google is set up. */
  readonly google: boolean;
  readonly news: AccountNews | null;
}

/** Whether the account has a credential of that kind now. */
type ActProps = AccountPageProps & { readonly has: boolean };

function Who({ words, account }: AccountPageProps) {
  const { name, taxIdMasked } = account;
  return (
    <section>
      <h1>{words.account.title}</h1>
      <ul class="rows">
        <li class="row">
          <Icon name="person" />
          <div>
            <p class="hint">{words.dashboard.name}</p>
            <strong>{name}</strong>
          </div>
          <a class="button second" href="/account/name" aria-label={words.account.naming.title}>
            {words.account.naming.open}
          </a>
        </li>
        <li class="row">
          <Icon name="card" />
          <div>
            <p class="hint">{words.dashboard.taxId}</p>
            <strong>{taxIdMasked}</strong>
          </div>
        </li>
      </ul>
      <form method="post" action="/logout">
        <button type="submit" class="second">
          <Icon name="leave" />
          {words.dashboard.signOut}
        </button>
      </form>
    </section>
  );
}

function MethodIcon({ method }: Pick<Method, 'method'>) {
  switch (method) {
    case 'whatsapp':
      return <WhatsAppIcon />;
    case 'password':
      return <Icon name="key" />;
    case 'google':
      return <GoogleIcon />;
  }
}

function MethodLine({ words, method }: { readonly words: Words; readonly method: Method }) {
  const { account } = words;
  return (
    <li class="row">
      <MethodIcon method={method.method} />
      <div>
        <strong>{account.methods[method.method]}</strong> {method.label}
        <p class="hint">{account.since(dayText(method.addedAt, words))}</p>
      </div>
    </li>
  );
}

function GoogleAct({ words, google, has }: ActProps) {
  if (!google) return null;
  if (has) {
    return (
      <a class="button second" href="/account/google/unlink">
        {words.account.unlinkGoogle}
      </a>
    );
  }
  return (
    <a class="button second" href="/account/google/link">
      {words.account.linkGoogle}
    </a>
  );
}

function PasswordAct({ words, has }: ActProps) {
  return (
    <a class="button second" href="/account/password">
      {has ? words.account.changePassword : words.account.setPassword}
    </a>
  );
}

/** What the owner can do about each here, in this order; a number is changed in the chat. */
const ACTS: Readonly<Record<CredentialName, ((props: ActProps) => JSX.Element | null) | null>> = {
  whatsapp: null,
  password: PasswordAct,
  google: GoogleAct,
};

function WaysIn(props: AccountPageProps) {
  const { words, account } = props;
  const acts = CREDENTIALS.map(({ name }) => {
    const has = account.methods.some(({ method }) => method === name);
    return ACTS[name]?.({ ...props, has });
  });
  return (
    <section>
      <h2>{words.account.waysTitle}</h2>
      {account.isContested && (
        <div class="notice warn">
          <h3>{words.account.contestedTitle}</h3>
          <p>{words.account.contestedText}</p>
        </div>
      )}
      {account.waysClosed && <p class="notice warn">{words.account.waysClosed}</p>}
      <ul class="rows">
        {account.methods.map((method) => (
          <MethodLine key={method.method + method.label} words={words} method={method} />
        ))}
      </ul>
      {account.renewedAt !== null && (
        <p class="quiet">{words.account.renewed(momentText(account.renewedAt, words))}</p>
      )}
      {!account.isContested && acts}
    </section>
  );
}

function OwnData({ words }: AccountPageProps) {
  return (
    <section>
      <h2>{words.account.dataTitle}</h2>
      <p class="quiet">{words.account.dataText}</p>
      <a class="button second" href="/account/data.json">
        <Icon name="download" />
        {words.account.download}
      </a>
    </section>
  );
}

/** What cannot be taken back by one more tap; each leads to a page that asks. */
function DangerZone({ words, account }: AccountPageProps) {
  return (
    <section class="danger-zone">
      <h2>{words.account.dangerTitle}</h2>
      <p class="quiet">{words.account.dangerText}</p>
      <a class="button danger" href="/account/sessions/end-all">
        <Icon name="leave" />
        {words.account.endAll}
      </a>
      {account.deletionDueAt === null && (
        <a class="button danger" href="/account/delete">
          <Icon name="trash" />
          {words.account.deleteAccount}
        </a>
      )}
    </section>
  );
}

/** At the top for as long as it is ahead, so that it is seen right after the button and on every later visit. */
function DeletionAhead({ words, dueAt }: { readonly words: Words; readonly dueAt: Date }) {
  const { account } = words;
  return (
    <section>
      <div class="notice warn" role="status">
        <h2>{account.deletionAhead(dayText(dueAt, words))}</h2>
        <p>{account.deletionAheadText}</p>
      </div>
      <form method="post" action="/account/delete/cancel">
        <button type="submit">{account.keepAccount}</button>
      </form>
    </section>
  );
}

/** The URL keeps what was done; where that is no longer true, the present state is shown instead. */
function newsNow({ news, account }: AccountPageProps): AccountNews | null {
  if (news === 'kept' && account.deletionDueAt !== null) return null;
  const saysSettled = news === 'numberConfirmed' || news === 'numberRefused';
  return saysSettled && account.numberWait !== null ? null : news;
}

/** Everything a person can see and do about their own account, in plain forms. */
export function AccountPage(props: AccountPageProps) {
  const { words } = props;
  const { deletionDueAt, numberWait, isContested } = props.account;
  const news = newsNow(props);
  const title =
    deletionDueAt === null
      ? words.account.title
      : words.account.deletionAhead(dayText(deletionDueAt, words));
  return (
    <Layout title={title} words={words} scripts={['forget.js']}>
      {news !== null && (
        <div class="notice" role="status">
          <p>{words.account.done[news]}</p>
        </div>
      )}
      {numberWait !== null && (
        <NumberWaitNotice words={words} wait={numberWait} mayConfirm={!isContested} />
      )}
      {deletionDueAt !== null && <DeletionAhead words={words} dueAt={deletionDueAt} />}
      <Who {...props} />
      <WaysIn {...props} />
      <DeviceList words={words} sessions={props.sessions} />
      <OwnData {...props} />
      <DangerZone {...props} />
    </Layout>
  );
}
