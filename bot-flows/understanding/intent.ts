/** What a sentence can be about. `no` is a refusal in words of its own. */
export type Intent =
  | ('enter' | 'linkProblem' | 'codeProblem' | 'codeQuestion' | 'password' | 'google')
  | ('unlinkGoogle' | 'sessions' | 'endAll' | 'block' | 'unblock' | 'notMe' | 'wasMe')
  | ('data' | 'deletion' | 'numberChange' | 'lostPhone' | 'claim' | 'noTaxId' | 'whyTaxId')
  | ('scam' | 'whoAreYou' | 'human' | 'help' | 'menu' | 'otherPerson' | 'business' | 'thanks')
  | ('goodbye' | 'greet' | 'cancel' | 'no' | 'language' | 'hours')
  | ('callMe' | 'linkQuestion');
