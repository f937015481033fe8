import type { ComponentChildren } from 'preact';
import type { Cast, StepName } from '../tour/steps.js';
import type { DemoWords } from '../words/demo-words.js';

interface ActionProps {
  readonly name: string;
  readonly label?: string;
  /** `{text}` in it is replaced by what is written. */
  readonly template?: string;
  readonly quiet?: boolean;
  readonly value?: string;
}

/** Does for the person what a hand would do; sending and confirming are left to them. */
function Action({ name, label, template, quiet = false, value }: ActionProps) {
  return (
    <button
      type="button"
      class={quiet ? 'quiet' : ''}
      data-action={name}
      data-template={template}
      data-value={value}
    >
      {label}
    </button>
  );
}

interface StepProps {
  readonly name: StepName;
  readonly words: DemoWords;
  readonly cast: Cast;
  readonly adminUrl: string;
}

function actionsOf({ name, words, cast, adminUrl }: StepProps): ComponentChildren {
  const { actions } = words;
  const write = actions.write('{text}');
  switch (name) {
    case 'pair':
      return (
        <>
          <Action name="open-site" value={adminUrl} label={actions.openAdmin} />
          <Action name="take-bot-phone" label={actions.takeBotPhone} />
        </>
      );
    case 'register':
      return <Action name="write" value="register" template={write} />;
    case 'link':
      return <Action name="tap-link" label={actions.tapLink} />;
    case 'number':
      return <Action name="open-site" value="/login" label={actions.openLogin} />;
    case 'google':
      return (
        <>
          <Action name="open-site" value="/login" label={actions.openLogin} />
          <Action name="copy" value={cast.newcomer.cpf} label={actions.copyCpf} quiet />
        </>
      );
    case 'block':
      return (
        <>
          <Action name="write" value="block" template={write} />
          <Action name="stranger" label={actions.stranger} quiet />
        </>
      );
  }
}

/** One step of the tour: what it is about and what can be pressed. */
export function StepPanel(props: StepProps) {
  const { name, words, cast } = props;
  const { title, text } = words.steps[name];
  return (
    <section class="panel" data-panel={name} aria-labelledby={`step-${name}`} hidden>
      <div>
        <h2 id={`step-${name}`}>{title}</h2>
        <p>{text(cast)}</p>
      </div>
      <div class="actions">{actionsOf(props)}</div>
    </section>
  );
}
