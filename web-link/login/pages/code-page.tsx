import { withNext } from '#web-link/http/destinations.js';
import type { Words } from '#web-link/words/catalogue.js';
import { CodeField } from '#web-link/ui/code-field.js';
import { Layout } from '#web-link/ui/layout.js';
import { Alert, NextField, WhatsAppLink } from '#web-link/ui/parts.js';

interface CodePageProps {
  readonly words: Words;
  readonly next: string;
  readonly chatUrl: string | null;
  /** What is wrong with the code typed last. */
  readonly codeFault?: string;
  /** Why no code can be typed any more: another has to be asked for. */
  readonly over?: string;
  readonly fault?: string;
  /** Seconds until another code may be asked for, where none went out for this request. */
  readonly waitS?: number | null;
}

function CodeForm({ words, next, codeFault: fault }: CodePageProps) {
  const { code } = words;
  return (
    <form method="post" action="/login/code" id="code-form" noValidate>
      <NextField next={next} />
      <CodeField words={words} hasHint fault={fault} />
      <button type="submit">{code.submit}</button>
    </form>
  );
}

/** Hidden until the script of the page knows the CPF that was typed a minute ago in this tab. */
function ResendForm({ words, next, waitS = null }: CodePageProps) {
  const { code } = words;
  return (
    <>
      <form method="post" action="/login" id="resend" data-wait={waitS ?? 60} hidden>
        <NextField next={next} />
        <input type="hidden" name="taxId" value="" />
        <p class="hint" id="resend-wait" data-text={code.againIn} />
        <button type="submit" class="second">
          {code.again}
        </button>
      </form>
      <p class="hint" id="resend-plain">
        <a class="action" href={withNext('/login', next)}>
          {code.again}
        </a>
        <br />
        {code.againLater}
      </p>
    </>
  );
}

/** Six digits from WhatsApp, typed in the browser that asked for them. */
export function CodePage(props: CodePageProps) {
  const { words, next, chatUrl, codeFault, over, waitS = null } = props;
  const fault = over ?? props.fault;
  const isOver = over !== undefined;
  const { code } = words;
  const title = isOver ? code.over : code.title;
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
        {isOver ? (
          <p>
            <a class="button" href={withNext('/login', next)}>
              {code.again}
            </a>
          </p>
        ) : (
          <>
            <p class="quiet">{waitS === null ? code.intro : code.held(words.wait(waitS))}</p>
            <CodeForm {...props} />
            <p class="hint">{code.neverShare}</p>
          </>
        )}
      </section>
      {!isOver && (
        <>
          <aside>
            <h2>{code.notArrivedTitle}</h2>
            {chatUrl !== null && (
              <>
                <p>{code.notArrivedText}</p>
                <WhatsAppLink words={words} chatUrl={chatUrl} />
              </>
            )}
            <ResendForm {...props} />
          </aside>
          <p class="center">
            <a class="action" href={withNext('/login', next)}>
              {code.otherTaxId}
            </a>
          </p>
        </>
      )}
    </Layout>
  );
}
