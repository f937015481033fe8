import type { Words } from '../../words/catalogue.js';
import { Layout } from '../../ui/layout.js';
import { Alert } from '../../ui/parts.js';

interface NamePageProps {
  readonly words: Words;
  /** As it is, or what the person typed, when it comes back with a fault. */
  readonly name: string;
  readonly nameFault?: string;
  readonly fault?: string;
}

/** Correction of the own name (LGPD art. 18 III). */
export function NamePage({ words, name, nameFault, fault }: NamePageProps) {
  const { naming } = words.account;
  const hasFault = (nameFault ?? fault) !== undefined;
  return (
    <Layout title={naming.title} hasFault={hasFault} words={words}>
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{naming.title}</h1>
        <form method="post" action="/account/name" noValidate>
          <label for="name">{words.dashboard.name}</label>
          <p class="hint" id="name-hint">
            {naming.hint}
          </p>
          <input
            id="name"
            name="name"
            type="text"
            value={name}
            maxLength={120}
            autoComplete="name"
            autoCapitalize="words"
            required
            autoFocus={nameFault !== undefined}
            aria-invalid={nameFault === undefined ? 'false' : 'true'}
            aria-describedby={nameFault === undefined ? 'name-hint' : 'name-hint name-error'}
          />
          {nameFault !== undefined && (
            <p class="error" id="name-error">
              {nameFault}
            </p>
          )}
          <button type="submit">{naming.submit}</button>
        </form>
        <p class="center">
          <a class="action" href="/account">
            {words.account.confirm.cancel}
          </a>
        </p>
      </section>
    </Layout>
  );
}
