import { say } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';

const sent = { target: '#idle', actions: 'startOver' } as const;
const notOffered = { target: '#idle', actions: ['startOver', say('googleNotOffered')] } as const;

/** Google as a way in is given and taken on a page; the chat sends the link there, and the app says it itself. */
export const google = chat.createStateConfig({
  initial: 'linking',
  states: {
    linking: {
      id: 'linkingGoogle',
      tags: 'asking',
      entry: 'sendGoogleLink',
      on: {
        linkSent: sent,
        googleNotOffered: notOffered,
        accountContested: { target: '#idle', actions: ['startOver', say('accountContested')] },
        googleLinked: { target: '#idle', actions: ['startOver', say('googleLinkedAlready')] },
      },
    },
    unlinking: {
      id: 'unlinkingGoogle',
      tags: 'asking',
      entry: 'sendGoogleUnlink',
      on: {
        linkSent: sent,
        googleNotOffered: notOffered,
        googleNotLinked: { target: '#idle', actions: ['startOver', say('googleNotLinked')] },
      },
    },
  },
});
