import type { DialogueSnapshot } from '#src/app/ports/dialogue.js';
import { restore } from '../chart/snapshot.js';

/** Whether the dialogue put a question whose answer would be lost. */
export function awaitsAnswer(snapshot: DialogueSnapshot | null): boolean {
  const state = snapshot === null ? null : (restore(snapshot)?.state ?? null);
  return state !== null && (state.hasTag('midway') || state.matches({ taxId: 'asking' }));
}
