import type { Meanings } from './meanings.js';

/** What words mean in Spanish, where they are not spelt as in Portuguese. */
export const es: Meanings = {
  want: { words: 'quiero necesito quisiera puedo' },
  enter: {
    words: 'ingresar acceder',
    phrases: 'iniciar sesion|entrar en mi cuenta|entrar a mi cuenta',
  },
  account: { words: 'cuenta' },
  not: {
    phrases:
      'no funciona|no abre|no llega|no llego|no me llego|no sirve|no quiero|no carga|no acepta|no acepto',
  },
  link: { words: 'enlace' },
  send: { words: 'enviar enviame mandame envie' },
  again: { words: 'otro otra nuevo nueva', phrases: 'de nuevo|otra vez' },
  password: { words: 'contrasena clave' },
  forgot: { words: 'olvide' },
  lacks: { phrases: 'no tengo|no se mi' },
  come: { words: 'llego llega recibi' },
  help: { words: 'ayuda ayudame' },
  human: { words: 'agente asesor', phrases: 'una persona' },
  thanks: { words: 'gracias' },
  greet: { words: 'hola', phrases: 'buenos dias|buenas tardes|buenas noches' },
  bye: { words: 'adios', phrases: 'hasta luego' },
  scam: { words: 'estafa' },
  whoIs: { phrases: 'quien eres|quien es' },
  foreigner: {
    words: 'extranjero extranjera',
    phrases:
      'no soy brasileno|no soy brasilena|no soy de brasil|soy argentino|soy argentina|soy de',
  },
  speakSpanish: {
    words: 'espanol',
    phrases: 'no hablo|no entiendo|en espanol|hablas espanol|no comprendo',
  },
};
