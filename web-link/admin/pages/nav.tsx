import type { PeopleAreaWords } from '#web-link/words/catalogue.js';

export type AdminPageName = Exclude<keyof PeopleAreaWords['nav'], 'label'>;

const PAGES = ['whatsapp', 'claims', 'people', 'chats', 'audit'] as const;

/** The pages of the admin, as links that wrap on a phone. */
export function AdminNav({
  words,
  current,
}: {
  readonly words: PeopleAreaWords['nav'];
  readonly current: AdminPageName;
}) {
  return (
    <nav class="admin-nav" aria-label={words.label}>
      <ul>
        {PAGES.map((page) => (
          <li key={page}>
            <a href={`/admin/${page}`} aria-current={page === current ? 'page' : undefined}>
              {words[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
