import type { Said } from './normalise.js';

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Words of English that are none in Portuguese; a short list is enough for "please answer in English". */
const ENGLISH = setOf(`
  i my the is are you your please what how want need help have not don dont can cant t m s speak english in on it this that of
  for and with login log sign account code lost find get who why who's was me am hello hi hey yes no thanks thank send phone
  email password number new again wrong work works working open does did didn where when your which from foreigner stop cancel
  delete data block lock scam safe real human person agent someone talk bye good morning i'm cannot could would like an there
  be been has had will just still here but so we they receive received link portuguese understand
`);
/** Words that are spelt the same in Portuguese: alone they say nothing about the language. */
const SHARED = setOf('me link in s t m a login code no email data stop phone agent on real');
const SPANISH = setOf(`
  hola quiero necesito quisiera tengo puedo puede cuenta gracias ayuda hablo espanol el los las mi y una entiendo usted mandame
  enviame iniciar sesion contrasena buenos buenas dias tardes noches donde cuando aqui eres quien llego enlace ingresar pero muy soy eres brasileno brasilena extranjero cual cuales necesita tiene hacer puedes mandar acceder
`);
const SPANISH_ALONE = setOf(
  'hola quiero necesito tengo hablo gracias espanol entiendo contrasena enlace ingresar quisiera soy brasileno cuenta acceder puedes',
);
const PORTUGUESE = setOf(`
  nao voce quero que minha meu entrar conta para com uma isso esta eu sim codigo preciso obrigado obrigada oi ola bom boa senha
  como aqui meus dados apagar bloquear ajuda atendente celular
`);

/** The language of a sentence, or null where too little of it tells. */
export function languageOf({ written, words }: Said): 'en' | 'es' | 'pt' | null {
  const english = written.filter((word) => ENGLISH.has(word));
  const onlyEnglish = english.filter((word) => !SHARED.has(word)).length;
  if (english.length * 2 >= written.length && onlyEnglish >= (written.length <= 2 ? 1 : 2)) {
    if (written.length > 1 || written[0] === 'english') return 'en';
  }
  const spanish = written.filter((word) => SPANISH.has(word)).length;
  const portuguese = words.filter((word) => PORTUGUESE.has(word)).length;
  if (written.some((word) => SPANISH_ALONE.has(word)) || spanish >= 2) {
    if (spanish > portuguese - 1) return 'es';
  }
  return portuguese >= 1 && onlyEnglish === 0 ? 'pt' : null;
}
