import { errorStatus, type ErrorCode } from '#src/domain/error-code.js';
import type { Words } from '../words/catalogue.js';
import { Layout } from './layout.js';

interface ErrorPageProps {
  readonly words: Words;
  readonly code: ErrorCode;
  readonly publicUrl: string;
  readonly requestId: string;
}

function wordsOf({ words, code, publicUrl }: ErrorPageProps) {
  const { errors } = words;
  if (code === 'forbidden_origin') {
    return { title: errors.origin.title, text: errors.origin.text(publicUrl) };
  }
  switch (errorStatus(code)) {
    case 404:
      return errors.notFound;
    case 405:
      return errors.method;
    case 429:
      return errors.tooMany;
    case 500:
      return errors.broken;
    case 503:
      return errors.unavailable;
    default:
      return errors.malformed;
  }
}

/** The page for an error. Repeats nothing of what the person sent. */
export function ErrorPage(props: ErrorPageProps) {
  const { words, code, requestId } = props;
  const { title, text } = wordsOf(props);
  return (
    <Layout title={title} words={words}>
      <section>
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a class="button" href="/">
            {words.errors.home}
          </a>
        </p>
        {errorStatus(code) >= 500 && (
          <p class="hint">
            {words.errors.requestId}: <code>{requestId}</code>
          </p>
        )}
      </section>
    </Layout>
  );
}
