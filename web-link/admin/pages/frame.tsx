import type { ComponentChildren } from 'preact';
import type { Words } from '#web-link/words/catalogue.js';
import { Layout } from '#web-link/ui/layout.js';

/** The frame of the admin's pages: the people's, with a few rules of its own. */
export function AdminFrame({
  title,
  hasFault = false,
  words,
  scripts = [],
  children,
}: {
  readonly title: string;
  readonly hasFault?: boolean;
  readonly words: Words;
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}) {
  return (
    <Layout title={title} hasFault={hasFault} words={words} scripts={scripts}>
      <link rel="stylesheet" href="/public/admin.css" />
      {children}
    </Layout>
  );
}

/** A password field with its label and what was wrong with the last try. */
export function PasswordField({
  id,
  label,
  autoComplete,
  describedBy,
  fault,
}: {
  readonly id: string;
  readonly label: string;
  readonly autoComplete: 'new-password' | 'current-password';
  readonly describedBy?: string;
  readonly fault?: string | undefined;
}) {
  const notes = [fault && `${id}-error`, describedBy].filter(Boolean).join(' ');
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={id}
        type="password"
        autoComplete={autoComplete}
        required
        autoFocus={fault !== undefined}
        aria-describedby={notes === '' ? undefined : notes}
        aria-invalid={fault === undefined ? undefined : true}
      />
      {fault !== undefined && (
        <p id={`${id}-error`} class="error">
          {fault}
        </p>
      )}
    </>
  );
}

/** Tells password managers which account a password belongs to; it has no name and is not sent. */
export function AdminAccountHint() {
  return <input type="text" autoComplete="username" value="admin" readOnly hidden />;
}
