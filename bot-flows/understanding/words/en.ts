import type { Meanings } from './meanings.js';

/** What words mean in English. */
export const en: Meanings = {
  want: { words: 'want need', phrases: 'would like' },
  enter: {
    words: 'login signin',
    phrases:
      'let me in|get me in|get into|get access|my access|log in|sign in|log into|get in|log on|my account',
  },
  register: { words: 'register signup', phrases: 'sign up|create an account|create account' },
  link: { words: 'link' },
  code: { words: 'code' },
  send: { words: 'send resend' },
  lost: { phrases: 'i lost|lost my|lost the' },
  again: { words: 'again another' },
  come: { words: 'received receive arrived arrive', phrases: 'not get|get the' },
  not: { words: 'not dont didnt cannot cant doesnt', phrases: 'don t|didn t|can t|doesn t' },
  expired: { words: 'expired' },
  error: { words: 'invalid wrong broken' },
  work: { words: 'work working works' },
  open: { words: 'open opens' },
  password: { words: 'password' },
  lacks: {
    phrases:
      'dont have|don t have|do not have|without a cpf|have no cpf|got no cpf|is no cpf|not have',
  },
  taxId: { words: 'cpf' },
  foreigner: { words: 'foreigner tourist' },
  human: { words: 'human agent representative', phrases: 'a person|real person|somebody real' },
  help: { words: 'help' },
  whatToDo: {
    phrases: 'how does it work|what can i do|what do i do|what now',
  },
  whatIsTaxId: { phrases: 'what is a cpf|what is cpf|what s a cpf|whats a cpf' },
  lostHere: { phrases: 'who can i ask|who do i ask|who can help' },
  scam: {
    words: 'scam fraud fake phishing',
    phrases: 'is this safe|is it safe|is this legit|is this real',
  },
  whoIs: { phrases: 'who are you|who is this|what is this' },
  steal: { words: 'stolen stole robbed' },
  lose: { words: 'lost' },
  phone: { words: 'phone' },
  block: { words: 'block lock' },
  unblock: { words: 'unblock unlock' },
  delete: { words: 'delete erase' },
  notMe: {
    phrases:
      'wasn t me|wasnt me|was not me|isn t me|isnt me|is not me|hasn t been me|not me|didn t do|didnt do|did not do|didn t request|didnt request|did not request|didn t ask|didnt ask|did not ask|didn t log|didnt log|did not log|didn t sign|didnt sign|did not sign|haven t logged|havent logged|have not logged|don t recognize|dont recognize',
  },
  account: { words: 'account' },
  data: { words: 'data' },
  change: { words: 'change changed' },
  number: { words: 'number' },
  sessions: { words: 'sessions devices' },
  thanks: { words: 'thanks thank', phrases: 'thank you' },
  bye: { words: 'bye goodbye' },
  greet: { words: 'hi hello hey', phrases: 'good morning|good afternoon|good evening' },
  giveUp: { words: 'stop nevermind', phrases: 'never mind|forget it' },
  cancel: { words: 'cancel' },
  insult: { words: 'asshole idiot moron', phrases: 'fuck you|fuck off|piece of shit|stupid bot' },
  speakEnglish: {
    words: 'english',
    phrases:
      'speak english|in english|speak portuguese|do you speak|english please|not speak portuguese|understand portuguese',
  },
};
