import type { Words } from '#web-link/words/catalogue.js';
import { CancelForm } from './link-page.js';
import { CodeField } from '#web-link/ui/code-field.js';
import { Layout } from '#web-link/ui/layout.js';
import { Alert } from '#web-link/ui/parts.js';

interface GoogleCodePageProps {
  readonly words: Words;
  /** What is wrong with the code typed last. */
  readonly codeFault?: string;
  /** Why no code can be typed any more: another has to be asked for. */
  readonly over?: string;
  readonly fault?: string;
  /** Seconds until another code may be asked for, where none went out for this request. */
  readonly waitS?: number | null;
}

function CodeForm({ words, codeFault: fault }: GoogleCodePageProps) {
  return (
    <form method="post" action="/google/link/code" id="code-form" noValidate>
      <CodeField words={words} hasHint fault={fault} />
      <button type="submit">{words.google.submit}</button>
    </form>
  );
}

/** Six digits from WhatsApp, which link Google with the account they were sent to. */
export function GoogleCodePage(props: GoogleCodePageProps) {
  const { words, codeFault, over, waitS = null } = props;
  const fault = over ?? props.fault;
  const isOver = over !== undefined;
  const { code, google } = words;
  const title = isOver ? code.over : google.codeTitle;
  return (
    <Layout
      title={title}
      hasFault={(codeFault ?? fault) !== undefined}
      words={words}
      scripts={['code.js']}
    >
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{title}</h1>
        {!isOver && (
          <>
            <p class="quiet">{waitS === null ? google.codeIntro : code.held(words.wait(waitS))}</p>
            <CodeForm {...props} />
            <p class="hint">{code.neverShare}</p>
          </>
        )}
        <p class="center">
          <a class={isOver ? 'button' : 'action'} href="/google/link">
            {isOver ? code.again : google.otherTaxId}
          </a>
        </p>
        <CancelForm words={words} />
      </section>
    </Layout>
  );
}
