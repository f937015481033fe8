import { describe, expect, test } from 'vitest';
import { readType } from './read-type.js';

const SENDS = ['enter', 'linkProblem', 'codeProblem', 'password'];

describe('an access that is refused is not sent', () => {
  const refused = [
    ...[
      'não manda link',
      'nao manda mais codigo',
      'não manda',
      'não me manda o link',
      'nao mande codigo',
    ],
    ...['não envia mais nada', 'não envie o código', 'sem link por favor', 'sem código, por favor'],
    ...['por favor não manda mais link', 'moço não manda o código', 'não manda mais esses links'],
    ...['não precisa de link', 'não preciso de código', 'não quero link', 'não quero mais código'],
    ...[
      'nada de link por favor',
      'chega de código',
      'para de mandar link',
      'parem de mandar esses códigos',
    ],
    ...['dispenso o link', 'não é pra mandar link', 'não gera outro código'],
    ...['não manda\nlink', 'não quero\nlink', 'não reenvia o código', 'código não, por favor'],
    ...[
      'link não por favor',
      'não queria receber link',
      'nunca mais manda link',
      'não quero senha nova',
    ],
    ...["don't send me a code", 'do not send me the link', 'no link please', 'no code please'],
    ...[
      'please dont send codes',
      'stop sending me links',
      "i don't want a link",
      'i do not need a code',
    ],
    ...[
      'no more codes',
      'never send me a link',
      "please don't send me the login link",
      'without link please',
    ],
    ...["don't send\nthe code", 'no links, please', "don't send another code"],
  ];
  test.each(refused)('%j', (text) => {
    for (const situation of ['rest', 'afterAccess', 'menu'] as const) {
      expect(SENDS).not.toContain(readType(text, situation));
    }
  });
});

test.each([
  ...[
    'não recebi o link',
    'não chegou o código',
    'você não manda o link',
    'ele não manda o código',
  ],
  ...['por que não manda o link', 'ainda não mandou o código', 'o site não manda o código'],
  ...[
    'não manda código, manda link',
    'sem link não consigo entrar',
    'estou sem link',
    'manda o link',
  ],
  ...['não quero senha, quero o link', 'não consigo entrar', 'não tenho o código'],
  ...[
    'não, manda o link',
    "i didn't get the code",
    "i don't have the link",
    'send me a code please',
  ],
  ...["don't send a code, send a link", 'nao me mandou o link', 'não mandaram o código'],
])('%j asks for an access', (text) => {
  expect(SENDS).toContain(readType(text, 'afterAccess'));
});
