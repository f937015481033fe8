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

/** Tells password managers which account a password belongs to; it has no name and is not sent. */
export function AdminAccountHint() {
  return <input type="text" autoComplete="username" value="admin" readOnly hidden />;
}
