import type { Words } from '#web-link/words/catalogue.js';
import { NextField } from '#web-link/ui/parts.js';

/** `held`: the bot answers people who write, and sends no first messages. */
export type ChannelNotice = 'up' | 'down' | 'held';

/** Before every way in, so that it is read before one is tried. */
export function ChannelFault(props: {
  readonly words: Words;
  readonly channel: ChannelNotice;
  readonly next: string;
  /** The page that the button asks for again. */
  readonly page: string;
}) {
  const { words, channel, next, page } = props;
  const { login } = words;
  if (channel === 'up') return null;
  const isHeld = channel === 'held';
  return (
    <>
      <div class="notice warn" role="status">
        <h2>{isHeld ? login.heldTitle : login.downTitle}</h2>
        <p>{isHeld ? login.heldText : login.downText}</p>
      </div>
      <form method="get" action={page}>
        <NextField next={next} />
        <button type="submit" class="second">
          {login.retry}
        </button>
      </form>
    </>
  );
}
