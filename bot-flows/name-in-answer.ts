import { parsePersonName, type PersonName } from '#src/domain/person-name.js';

/** What people put before their name when they are asked for it. */
const INTRODUCTION =
  /^\s*(?:(?:oi|olá|ola|hi|hello)[\s,!.]+)?(?:(?:o\s+)?meu\s+nome\s+(?:é|e|eh)|(?:eu\s+)?me\s+chamo|(?:pode\s+)?me\s+chamar?\s+de|(?:eu\s+)?sou(?:\s+[ao])?|aqui\s+(?:é|e|eh)(?:\s+[ao])?|my\s+name\s+is|i\s+am|i['’]m)\s+/iu;

/** The name in an answer such as "Me chamo Joana Silva.", or null when nothing in it is a name. */
export function nameInAnswer(text: string): PersonName | null {
  const alone = text
    .slice(0, LONGEST_ANSWER)
    .replace(INTRODUCTION, '')
    .replace(/[\s!.,]+$/u, '');
  const name = parsePersonName(alone);
  return name.ok ? name.value : null;
}

/** UTF-16 units; a name of 80 characters and its introduction fit in twice over. */
const LONGEST_ANSWER = 1_000;
