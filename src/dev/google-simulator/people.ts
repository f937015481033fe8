/** Somebody with a Google account; nobody real. */
export interface GooglePerson {
  readonly sub: string;
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
}

function person(number: number, givenName: string, familyName: string): GooglePerson {
  const plain = `${givenName}.${familyName}`.normalize('NFD').replace(/[^a-z.]/gi, '');
  return {
    // As long as Google's: 21 digits.
    sub: `1${number.toString().padStart(20, '0')}`,
    name: `${givenName} ${familyName}`,
    givenName,
    familyName,
    email: `${plain.toLowerCase()}@gmail.example`,
  };
}

/** The accounts the chooser offers. The first two are the demo's people. */
export const GOOGLE_PEOPLE: readonly GooglePerson[] = [
  person(1, 'Joana', 'Silva'),
  person(2, 'Pedro', 'Souza'),
  person(3, 'Maria Aparecida', 'dos Santos'),
  person(4, 'João Batista', 'Oliveira'),
  person(5, 'Ana Beatriz', "D'Ávila"),
  person(6, 'Antônio Carlos', 'Conceição'),
];

export function findGooglePerson(sub: string): GooglePerson | undefined {
  return GOOGLE_PEOPLE.find((one) => one.sub === sub);
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
