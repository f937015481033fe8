import type { AdminWords, Words } from '#web-link/words/catalogue.js';
import { AdminAccountHint, AdminFrame } from './frame.js';
import { PasswordField } from '#web-link/ui/password-field.js';
import { Alert } from '#web-link/ui/parts.js';

/** The form behind the one-time address; it posts to its own address. */
export function AdminSetupPage({
  words,
  admin,
  passwordFault,
  fault,
}: {
  readonly words: Words;
  readonly admin: AdminWords;
  readonly passwordFault?: string;
  readonly fault?: string;
}) {
  const { setup } = admin;
  return (
    <AdminFrame title={setup.title} hasFault={(passwordFault ?? fault) !== undefined} words={words}>
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{setup.title}</h1>
        <p>{setup.intro}</p>
        <form method="post">
          <AdminAccountHint />
          <ul id="rules" class="hint">
            {setup.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          <PasswordField
            name="password"
            label={admin.password}
            autoComplete="new-password"
            describedBy="rules"
            fault={passwordFault}
          />
          <PasswordField name="again" label={setup.again} autoComplete="new-password" />
          <button type="submit">{setup.submit}</button>
        </form>
      </section>
    </AdminFrame>
  );
}

/** @param props.wait how long to wait after too many tries, or null when the address is not valid */
export function AdminSetupClosedPage({
  words,
  admin,
  wait,
}: {
  readonly words: Words;
  readonly admin: AdminWords;
  readonly wait: string | null;
}) {
  const { setup } = admin;
  return (
    <AdminFrame title={setup.invalidTitle} words={words}>
      <section>
        <h1>{setup.invalidTitle}</h1>
        <p>{wait === null ? setup.invalid : admin.tooMany(wait)}</p>
        <a class="button second" href="/admin/login">
          {admin.login.title}
        </a>
      </section>
    </AdminFrame>
  );
}
