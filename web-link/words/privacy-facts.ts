/** What the privacy notice says of one installation. */
export interface PrivacyFacts {
  /** Who decides about the data (LGPD art. 5 VI). */
  readonly controller: string;
  /** Where people turn about their data; null: in the chat. */
  readonly contact: string | null;
  /** The contact is the person in charge of data protection (LGPD art. 41). */
  readonly hasDpo: boolean;
  /** People can sign in with Google here. */
  readonly google: boolean;
}

export interface PrivacyChapter {
  readonly title: string;
  readonly text?: string;
  readonly items?: readonly string[];
}
