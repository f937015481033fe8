type Message = string | Readonly<Record<string, unknown>>;

export interface Mishap {
  readonly what: string;
  /** Each with the answers it gets, in order; none is silence. */
  readonly talk: readonly (readonly [Message, ...RegExp[]])[];
}

export const WELCOME = /^Olá! .*\nQual é o seu CPF/;
const ASK_AGAIN = /^Envie só os números/;
/** What cannot be read is named, and the question put again, in one message. */
const unread = (what: string) => new RegExp(`${what}[^]*\\nEnvie só os números`);
export const NO_CPF = /^Não achei um CPF/;
const WRONG_LENGTH = /tamanho errado/;
export const WRONG_DIGIT = /erro de digitação/;
export const TEN_KB = 10_240;
const LONGEST = 65_536;

/** What a person who was welcomed sends instead of a CPF. */
export const INSTEAD_OF_A_CPF: readonly Mishap[] = [
  { what: 'a CPF with a wrong digit', talk: [['529.982.247-26', WRONG_DIGIT]] },
  { what: 'a CPF that is too short', talk: [['529.982.247', WRONG_LENGTH]] },
  { what: 'a CPF that is too long', talk: [['529.982.247-250', WRONG_LENGTH]] },
  {
    what: 'three wrong CPFs',
    talk: [
      ['529.982.247-26', WRONG_DIGIT],
      ['529.982.247', WRONG_LENGTH],
      ['111.444.777-36', /não tem pressa/],
    ],
  },
  { what: 'two CPFs', talk: [['529.982.247-25 ou 111.444.777-35', /mais de um número/]] },
  { what: '10 kB of letters', talk: [['a'.repeat(TEN_KB), NO_CPF]] },
  { what: '10 kB of digits', talk: [['7'.repeat(TEN_KB), /^Esse número/]] },
  { what: '10 kB of emoji', talk: [['😂'.repeat(TEN_KB / 4), NO_CPF]] },
  { what: '64 kB of letters', talk: [['x '.repeat(LONGEST / 2), NO_CPF]] },
  { what: 'emoji only', talk: [['😂😂🙏🏽', NO_CPF]] },
  { what: 'a blank', talk: [[' ', NO_CPF]] },
  { what: 'line breaks and invisible characters', talk: [['\n\u200b\u2060\u00ad\n', NO_CPF]] },
  { what: 'a NUL', talk: [['oi\u0000', /^Oi!/, ASK_AGAIN]] },
  { what: 'half a character', talk: [['\ud83d', NO_CPF]] },
  { what: 'a bidirectional override', talk: [['\u202eabc\u202c', NO_CPF]] },
  { what: 'an unknown command', talk: [['/comando', NO_CPF]] },
  {
    what: 'two unknown commands',
    talk: [
      ['!saldo', /só o acesso/, ASK_AGAIN],
      ['extrato', /só o acesso/, ASK_AGAIN],
    ],
  },
  { what: 'SQL', talk: [["'; DROP TABLE account; --", NO_CPF]] },
  { what: 'a template', talk: [['${7*7} {{7*7}} %s %n', NO_CPF]] },
  { what: 'an audio', talk: [[{ kind: 'audio' }, unread('áudios')]] },
  { what: 'a picture', talk: [[{ kind: 'image' }, unread('fotos')]] },
  {
    what: 'a picture with a CPF under it',
    talk: [[{ kind: 'image', text: '529.982.247-25' }, unread('fotos')]],
  },
  { what: 'a video', talk: [[{ kind: 'video' }, unread('vídeos')]] },
  { what: 'a picture to view once', talk: [[{ kind: 'viewOnce' }, unread('fotos')]] },
  { what: 'a sticker', talk: [[{ kind: 'sticker' }, unread('figurinhas')]] },
  { what: 'a document', talk: [[{ kind: 'document' }, unread('arquivos')]] },
  { what: 'a location', talk: [[{ kind: 'location' }, unread('localização')]] },
  { what: 'a contact', talk: [[{ kind: 'contact' }, unread('contatos')]] },
];
