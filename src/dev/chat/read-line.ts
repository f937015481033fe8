import type { InboundContent, InboundMedia } from '#src/app/ports/channel.js';
import { parsePhone, type Phone } from '#src/domain/phone.js';

const MEDIA: readonly InboundMedia[] = [
  ...(['audio', 'image', 'video', 'sticker', 'document'] as const),
  ...(['location', 'contact', 'view_once'] as const),
];

export const HELP = `Whatever you write is a message to the bot; " ⏎ " between messages sends them as one burst.
  /state           where the conversation stands in its chart
  /effects on|off  what the bot asks of the application before it answers
  /as NUMBER       write as somebody else
  /wait MINUTES    time passes
  /media KIND      ${MEDIA.join(', ')} or unsupported
  /forwarded TEXT  a forwarded message      /late TEXT  one that waited six minutes
  /page            a login page asks to be let in
  /tap             the phone's browser opens the last link and taps its button
  /help  /quit`;

/** What a line at the terminal asks for. */
export type Asked =
  | {
      readonly kind: 'messages';
      readonly messages: readonly InboundContent[];
      readonly late: boolean;
    }
  | { readonly kind: 'as'; readonly phone: Phone }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'effects'; readonly shown: boolean }
  | { readonly kind: 'state' | 'page' | 'tap' | 'help' | 'quit' }
  | { readonly kind: 'mistake'; readonly text: string };

type Command = (rest: string) => Asked;

function mistake(text: string): Asked {
  return { kind: 'mistake', text };
}

const COMMANDS: Readonly<Record<string, Command>> = {
  state: () => ({ kind: 'state' }),
  page: () => ({ kind: 'page' }),
  tap: () => ({ kind: 'tap' }),
  help: () => ({ kind: 'help' }),
  quit: () => ({ kind: 'quit' }),
  effects: (rest) => {
    if (rest !== 'on' && rest !== 'off') return mistake('/effects on, or /effects off');
    return { kind: 'effects', shown: rest === 'on' };
  },
  as: (rest) => {
    const phone = parsePhone(rest, 'any');
    return phone.ok ? { kind: 'as', phone: phone.value } : mistake('/as 11987654321');
  },
  wait: (rest) => {
    const minutes = Number(rest);
    if (rest === '' || !(minutes >= 0 && minutes <= 1e6)) return mistake('/wait 11');
    return { kind: 'wait', minutes };
  },
  media: (rest) => {
    const late = false;
    if (rest === 'unsupported') return { kind: 'messages', messages: [{ kind: rest }], late };
    const media = MEDIA.find((known) => known === rest);
    if (media === undefined) return mistake(`/media ${MEDIA.join('|')}|unsupported`);
    return { kind: 'messages', messages: [{ kind: 'media', media }], late };
  },
  forwarded: (rest) => texts(rest, { forwarded: true, late: false }),
  late: (rest) => texts(rest, { forwarded: false, late: true }),
};

function texts(line: string, { forwarded, late }: { forwarded: boolean; late: boolean }): Asked {
  const messages = line.split(' ⏎ ').map((text) => ({ kind: 'text', text, forwarded }) as const);
  return { kind: 'messages', messages, late };
}

/** Reads a line of the terminal: a command after `/`, or else words for the bot. */
export function readLine(line: string): Asked {
  const [, name, rest = ''] = /^\/(\w+)(?: +(.*))?$/.exec(line.trimEnd()) ?? [];
  if (name === undefined) return texts(line, { forwarded: false, late: false });
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return command?.(rest.trim()) ?? mistake(`There is no /${name}; /help says what there is.`);
}
