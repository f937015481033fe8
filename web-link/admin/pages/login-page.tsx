import type { AdminWords, Words } from '#web-link/words/catalogue.js';
import { AdminAccountHint, AdminFrame } from './frame.js';
import { PasswordField } from '#web-link/ui/password-field.js';
import { Alert } from '#web-link/ui/parts.js';

export function AdminLoginPage({
  words,
  admin,
  passwordFault,
  fault,
  notice,
}: {
  readonly words: Words;
  readonly admin: AdminWords;
  readonly passwordFault?: string;
  readonly fault?: string;
  readonly notice?: string | undefined;
}) {
  return (
    <AdminFrame
      title={admin.login.title}
      hasFault={(passwordFault ?? fault) !== undefined}
      words={words}
    >
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{admin.login.title}</h1>
        {notice !== undefined && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
        <form method="post" action="/admin/login">
          <AdminAccountHint />
          <PasswordField
            name="password"
            label={admin.password}
            autoComplete="current-password"
            fault={passwordFault}
          />
          <button type="submit">{admin.login.submit}</button>
        </form>
        <p class="hint">{admin.login.forgotten}</p>
      </section>
    </AdminFrame>
  );
}
