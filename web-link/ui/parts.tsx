import type { Words } from '../words/catalogue.js';

/** Why a form was refused as a whole, at the top of the page. It takes the focus, so screen readers say it at once. */
export function Alert({ words, text }: { readonly words: Words; readonly text: string }) {
  return (
    <div class="notice bad" role="alert" id="error-summary" tabIndex={-1} autofocus>
      <h2>{words.errors.summary}</h2>
      <p>{text}</p>
    </div>
  );
}

/** Opens a chat with the bot in which the command is typed already. */
export function WhatsAppLink(props: {
  readonly words: Words;
  readonly chatUrl: string;
  readonly label?: string;
  readonly class?: string;
}) {
  const { words, chatUrl, label = words.login.chatLink } = props;
  return (
    <a class={props.class ?? 'button second'} href={chatUrl} rel="noreferrer">
      {label}
    </a>
  );
}

export function NextField({ next }: { readonly next: string }) {
  return next === '' ? null : <input type="hidden" name="next" value={next} />;
}
