/** A person with a Google account; all are invented. */
export interface GooglePerson {
  readonly sub: string;
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
}

/** Who the chooser offers at first. The first two are the demo's people. */
const FIRST: readonly (readonly [given: string, family: string])[] = [
  ['Joana', 'Silva'],
  ['Pedro', 'Souza'],
  ['Maria Aparecida', 'dos Santos'],
  ['João Batista', 'Oliveira'],
  ['Ana Beatriz', "D'Ávila"],
  ['Antônio Carlos', 'Conceição'],
];

/** `Ana Beatriz D'Ávila` becomes `anabeatriz.davila@gmail.example`. */
function emailOf(givenName: string, familyName: string): string {
  const plain = `${givenName}.${familyName}`.normalize('NFD').replace(/[^a-z.]/gi, '');
  return `${plain.toLowerCase()}@gmail.example`;
}

export type GooglePeople = ReturnType<typeof createGooglePeople>;

/** The accounts there are in one simulated Google. */
export function createGooglePeople() {
  const people: GooglePerson[] = [];

  function add(input: {
    readonly givenName: string;
    readonly familyName: string;
    readonly email?: string;
  }): GooglePerson {
    const { givenName, familyName, email = emailOf(givenName, familyName) } = input;
    // As long as Google's: 21 digits.
    const sub = `1${(people.length + 1).toString().padStart(20, '0')}`;
    const person = { sub, name: `${givenName} ${familyName}`, givenName, familyName, email };
    people.push(person);
    return person;
  }

  for (const [givenName, familyName] of FIRST) add({ givenName, familyName });
  return {
    add,
    all: (): readonly GooglePerson[] => people,
    find: (sub: string): GooglePerson | undefined => people.find((one) => one.sub === sub),
  };
}

/** As Google says them; the e-mail is verified, the picture is a link. */
export function claimsOf(one: GooglePerson) {
  return {
    sub: one.sub,
    name: one.name,
    given_name: one.givenName,
    family_name: one.familyName,
    email: one.email,
    email_verified: true,
    picture: `https://lh3.googleusercontent.example/a/${one.sub}`,
  };
}
