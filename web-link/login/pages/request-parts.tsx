import type { Words } from '#web-link/words/catalogue.js';
import { NextField } from '#web-link/ui/parts.js';

/** A form, because a new request changes something. */
export function AnotherRequest(props: {
  readonly next: string;
  readonly label: string;
  readonly class?: string;
}) {
  return (
    <form method="post" action="/login/whatsapp">
      <NextField next={props.next} />
      <button type="submit" class={props.class ?? ''}>
        {props.label}
      </button>
    </form>
  );
}

export function DownNotice({ words, hidden = false }: { words: Words; hidden?: boolean }) {
  const { down } = words.whatsapp.states;
  return (
    <div class="notice warn" role="status" data-part="down" hidden={hidden}>
      <h2>{down.title}</h2>
      <p>{down.text}</p>
    </div>
  );
}
