import type { MergedMessage } from './merge-messages.js';
import type { DialogueEvent } from '../ports/dialogue.js';

/** What a person did, as the dialogue takes it. `lastInboundAt` is when they wrote before, or null. */
export function toDialogueEvent(
  { content, late }: MergedMessage,
  { lastInboundAt, now }: { lastInboundAt: Date | null; now: Date },
): DialogueEvent {
  switch (content.kind) {
    case 'text':
      return {
        type: 'message',
        text: content.text,
        forwarded: content.forwarded,
        silenceMs: lastInboundAt === null ? null : now.getTime() - lastInboundAt.getTime(),
        late,
      };
    case 'media':
      return { type: 'media', media: content.media };
    case 'unsupported':
      return { type: 'media', media: 'unsupported' };
    case 'missing':
      return { type: 'missing' };
    case 'later':
      return { type: 'later', by: content.by, text: content.text };
  }
}
