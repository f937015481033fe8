/** How a word sounds, so that "blokeia", "intrar" and "aseito" are the words they were meant to be; without accents. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/h$/, ''],
  [/ph/g, 'f'],
  [/[cs]h/g, 'x'],
  [/lh/g, 'li'],
  [/nh/g, 'ni'],
  [/h/g, ''],
  [/y/g, 'i'],
  [/qu(?=[ei])/g, 'k'],
  [/q(?:u)?/g, 'k'],
  [/x?sc(?=[ei])|xc(?=[ei])/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/g(?=[ei])/g, 'j'],
  [/z/g, 's'],
  [/x(?=[bcdfgklmnpqrstvz])/g, 's'],
  [/w/g, 'u'],
  [/m(?=[^aeiou]|$)/g, 'n'],
  [/l(?=[^aeiou]|$)/g, 'u'],
  [/(.)\1+/g, '$1'],
  [/ou/g, 'o'],
  [/e[i]?a/g, 'ia'],
  [/aran$/, 'aro'],
  [/^e(?=[nsm])/, 'i'],
  [/^des/, 'dis'],
  [/u$/, 'o'],
  [/i$/, 'e'],
];

export function byEar(word: string): string {
  let sound = word;
  for (const [letters, other] of SOUNDS) sound = sound.replace(letters, other);
  return sound;
}
