/**
 * What a message does while a person of the team answers in the bot's place: it ends the pause; or the bot answers it and is
 * silent again; or it is meant for the person.
 */
export type HeardInPause = 'ends' | 'answered' | 'not_heard';
