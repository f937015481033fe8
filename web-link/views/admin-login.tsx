import type { AdminWords } from '../admin-words.js';
import type { Words } from '../words.js';
import { AdminAccountHint, AdminFrame, PasswordField } from './admin-frame.js';

export function AdminLoginPage({
  words,
  admin,
  error,
  notice,
}: {
  readonly words: Words;
  readonly admin: AdminWords;
  readonly error?: string | undefined;
  readonly notice?: string | undefined;
}) {
  return (
    <AdminFrame title={admin.login.title} words={words}>
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
            id="password"
            label={admin.password}
            autoComplete="current-password"
            describedBy={error === undefined ? undefined : 'password-error'}
            invalid={error !== undefined}
          />
          {error !== undefined && (
            <p id="password-error" class="error" role="alert">
              {error}
            </p>
          )}
          <button type="submit">{admin.login.submit}</button>
        </form>
        <p class="hint">{admin.login.forgotten}</p>
      </section>
    </AdminFrame>
  );
}
