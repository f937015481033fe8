import type { DialogueEvent } from '#src/app/ports/dialogue.js';

/** A message as people send it. */
export function message(
  text: string,
  more: Partial<Extract<DialogueEvent, { type: 'message' }>> = {},
) {
  return {
    type: 'message',
    text,
    forwarded: false,
    silenceMs: 1_000,
    late: false,
    ...more,
  } as const;
}

/** What people say, a sample for each way to read it. */
export const SAID: readonly DialogueEvent[] = [
  ...['oi', 'menu', 'entrar', 'ajuda', 'cancelar', 'obrigado', 'sim', 'não', '1', '2', '9'],
  ...[
    '529.982.247-25',
    '529.982.247-25 e 111.444.777-35',
    'meu cpf é 529.982.247-25',
    '529.982.247-24',
    '123456',
    'azul',
    '',
  ],
  ...['Entrar no site: K7QM-2XWD', '47', '99', 'não fui eu', 'bloquear', 'desbloquear'],
  ...[
    'acessos',
    'encerrar 1',
    'sair de tudo',
    'meus dados',
    'apagar',
    'cancelar exclusão',
    'senha',
  ],
  ...[
    'mudei de número',
    'trocar',
    'trocar o quê?',
    'este cpf é meu',
    'atendente',
    'idiota',
    'google',
  ],
  ...['desvincular google'],
  ...['horário', 'como bloqueio minha conta?', 'fui eu', 'o link não abre', 'é golpe?', 'ok'],
  ...['apaga não'],
].map((text) => message(text));
/** The same as it comes otherwise: forwarded, late, edited. */
export const MARKED: readonly DialogueEvent[] = [
  message('entrar', { forwarded: true }),
  message('entrar', { late: true }),
  message('47', { forwarded: true }),
  message('1', { silenceMs: 660_000 }),
  { type: 'media', media: 'audio' },
  { type: 'media', media: 'unsupported' },
  { type: 'missing' },
  { type: 'later', by: 'edit', text: null },
  { type: 'later', by: 'edit', text: 'bloquear' },
  { type: 'later', by: 'edit', text: 'Joana' },
  { type: 'later', by: 'edit', text: '529.982.247-25' },
  { type: 'later', by: 'resent', text: 'entrar' },
];
