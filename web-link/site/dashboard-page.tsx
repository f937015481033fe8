import type { Me } from '#src/app/account/me/describe-me.js';
import type { Words } from '../words/catalogue.js';
import { Layout } from '../ui/layout.js';

/** A sample page, to be replaced by the product's own. */
export function DashboardPage({ words, me }: { readonly words: Words; readonly me: Me }) {
  const { dashboard } = words;
  const [firstName = me.name] = me.name.split(' ');
  return (
    <Layout title={dashboard.title} words={words} scripts={['forget.js']}>
      <section>
        <h1>{dashboard.hello(firstName)}</h1>
        <p class="quiet">{dashboard.intro}</p>
        <dl>
          <dt>{dashboard.name}</dt>
          <dd>{me.name}</dd>
          <dt>{dashboard.taxId}</dt>
          <dd>{me.taxIdMasked}</dd>
          <dt>{dashboard.ways}</dt>
          {me.methods.map(({ method, label }) => (
            <dd key={method + label}>
              {words.account.methods[method]} {label}
            </dd>
          ))}
        </dl>
        <a class="button second" href="/account">
          {words.account.toAccount}
        </a>
        <form method="post" action="/logout">
          <button type="submit" class="second">
            {dashboard.signOut}
          </button>
        </form>
      </section>
      <p class="hint center">{dashboard.sample}</p>
    </Layout>
  );
}
