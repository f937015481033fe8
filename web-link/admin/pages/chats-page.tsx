import type { PausedChatView } from '#src/app/admin/paused-chats.js';
import { PeopleAreaPage, Moment, type PeopleAreaProps } from './page-frame.js';

/** Chats in which a person answers, and the button that gives each back to the bot. */
export function AdminChatsPage(
  props: PeopleAreaProps & { readonly chats: readonly PausedChatView[] },
) {
  const { words, peopleArea, chats } = props;
  const { title, intro, none, numberUnknown, until, lastInbound, resume } = peopleArea.chats;
  return (
    <PeopleAreaPage {...props} page="chats" title={title} intro={intro} asks={null}>
      {chats.length === 0 && <p>{none}</p>}
      {chats.map((chat) => (
        <article key={chat.id} aria-labelledby={`chat-${chat.id}`}>
          <h2 id={`chat-${chat.id}`}>{chat.phoneMasked ?? numberUnknown}</h2>
          <dl>
            <dt>{until}</dt>
            <dd>
              <Moment at={chat.until} words={words} />
            </dd>
            {chat.lastInboundAt !== null && (
              <>
                <dt>{lastInbound}</dt>
                <dd>
                  <Moment at={chat.lastInboundAt} words={words} />
                </dd>
              </>
            )}
          </dl>
          <form method="post" action="/admin/chats">
            <input type="hidden" name="id" value={chat.id} />
            <button type="submit" class="second">
              {resume}
            </button>
          </form>
        </article>
      ))}
    </PeopleAreaPage>
  );
}
