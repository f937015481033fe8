import type { PersonName } from '#src/domain/person-name.js';

/** Characters (UTF-16 units) of a name in a message beside a link. */
const LONGEST = 24;

/** The name as its owner reads it in their own chat: whole, or as many of its words as fit. */
export function spokenName(name: PersonName): string {
  if (name.length <= LONGEST) return name;
  const words = name.split(' ');
  const fitting = words.filter((_, at) => words.slice(0, at + 1).join(' ').length <= LONGEST);
  const short = fitting.join(' ').replace(/(?: (?:d[aeo]s?|e))+$/iu, '');
  return short === ''
    ? `${Array.from(name)
        .slice(0, LONGEST - 1)
        .join('')}…`
    : short;
}

/** The first name, for a greeting. */
export function firstName(name: PersonName): string {
  const [first = name, second = ''] = name.split(' ');
  const isTitle = /^(?:dona|seu|dra?\.?|sra?\.?)$/iu.test(first);
  return spokenName((isTitle && second !== '' ? `${first} ${second}` : first) as PersonName);
}
