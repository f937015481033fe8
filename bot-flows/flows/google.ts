import { leadingTo, say, wants } from '../chart/answers.js';
import { chat } from '../chart/chart-setup.js';
import type { CommandFlow } from '../chart/command.js';

const sent = { target: '#idle', actions: 'startOver' } as const;
const notOffered = { target: '#idle', actions: ['startOver', say('googleNotOffered')] } as const;

/** Google as a way in is given and taken on a page; the chat sends the link there, and the app says it itself. */
export const google: CommandFlow<'google'> = {
  said: leadingTo('google'),
  known: [{ guard: wants('google'), target: '#linkingGoogle' }],
  states: chat.createStateConfig({
    initial: 'linking',
    states: {
      linking: {
        id: 'linkingGoogle',
        tags: 'asking',
        entry: 'sendGoogleLink',
        on: {
          'googleLinkSent.sent': sent,
          'googleLinkSent.not_offered': notOffered,
          'googleLinkSent.contested': {
            target: '#idle',
            actions: ['startOver', say('accountContested')],
          },
          'googleLinkSent.already_linked': {
            target: '#idle',
            actions: ['startOver', say('googleLinkedAlready')],
          },
        },
      },
      unlinking: {
        id: 'unlinkingGoogle',
        tags: 'asking',
        entry: 'sendGoogleUnlink',
        on: {
          'googleUnlinkSent.sent': sent,
          'googleUnlinkSent.not_offered': notOffered,
          'googleUnlinkSent.not_linked': {
            target: '#idle',
            actions: ['startOver', say('googleNotLinked')],
          },
        },
      },
    },
  }),
};

export const unlinkGoogle: CommandFlow<'unlinkGoogle'> = {
  said: leadingTo('unlinkGoogle'),
  known: [{ guard: wants('unlinkGoogle'), target: '#unlinkingGoogle' }],
};
