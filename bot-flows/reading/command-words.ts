/** What a person can say that means the same in every flow, or answers a yes-or-no question. */
export type Command =
  | ('menu' | 'enter' | 'help' | 'cancel' | 'greet' | 'thanks' | 'yes' | 'no')
  | ('sessions' | 'endAll' | 'block' | 'notMe' | 'unblock' | 'data' | 'deletion' | 'keepAccount')
  | ('numberChange' | 'confirmNumberChange' | 'claim' | 'human')
  | ('google' | 'unlinkGoogle' | 'password');

/** One entry a line, without accents and in small letters; Portuguese first, English for the other locale. */
const PHRASES: Readonly<Record<Command, readonly string[]>> = {
  menu: ['menu', 'inicio', 'comecar', 'recomecar', 'opcoes', 'voltar ao menu', 'start'],
  enter: [
    ...['entrar', 'entra', 'login', 'logar', 'log in', 'acessar', 'acesso', 'link', 'codigo'],
    ...['link e codigo', 'novo codigo', 'novo link', 'outro codigo', 'outro link', 'sign in'],
    ...['reenviar', 'reenvia', 'de novo', 'novamente', 'manda de novo', 'envia de novo', 'again'],
    ...['nao recebi', 'nao chegou', 'nao recebi o codigo', 'nao recebi o link', 'expirou'],
    ...['o codigo nao chegou', 'o link nao chegou', 'nao consigo entrar', 'nao consigo acessar'],
  ],
  help: [
    ...['ajuda', 'ajudar', 'ajude', 'me ajuda', 'socorro', 'help', 'duvida', 'duvidas', 'suporte'],
    ...['como funciona', 'o que voce faz', 'quem e voce', 'nao entendi', 'nao sei', 'info'],
  ],
  cancel: [
    ...['cancelar', 'cancela', 'cancele', 'cancel', 'parar', 'pare', 'stop', 'sair', 'voltar'],
    ...['desistir', 'desisto', 'deixa', 'deixa pra la', 'esquece', 'nao quero mais', 'encerrar'],
  ],
  greet: [
    ...['oi', 'ola', 'bom dia', 'boa tarde', 'boa noite', 'opa', 'e ai', 'eai', 'alo', 'oie'],
    ...['tudo bem', 'tudo bom', 'oi tudo bem', 'ola tudo bem', 'hi', 'hello', 'hey'],
    ...['good morning', 'good afternoon', 'good evening'],
  ],
  thanks: [
    ...['obrigado', 'obrigada', 'muito obrigado', 'muito obrigada', 'obg', 'brigado', 'brigada'],
    ...['valeu', 'vlw', 'tchau', 'ate mais', 'ate logo', 'thanks', 'thank you', 'bye'],
  ],
  sessions: [
    ...['acessos', 'meus acessos', 'ver acessos', 'sessoes', 'aparelhos', 'dispositivos'],
    ...['meus aparelhos', 'meus dispositivos', 'onde estou conectado', 'sessions', 'devices'],
  ],
  endAll: [
    ...['sair de tudo', 'sair tudo', 'sair de todos', 'encerrar tudo', 'encerrar todos'],
    ...['encerrar todas', 'desconectar tudo', 'desconectar todos', 'log out everywhere'],
    ...['sign out everywhere', 'sair de todos os aparelhos', 'encerrar todos os acessos'],
  ],
  block: [
    ...['bloquear', 'bloqueia', 'bloqueie', 'bloquear conta', 'bloquear minha conta', 'block'],
    ...['bloquear acesso', 'bloquear tudo', 'lock account', 'fui hackeado', 'fui hackeada'],
  ],
  notMe: ['nao fui eu', 'nao sou eu', 'nao foi eu', 'nao era eu', 'it was not me', 'not me'],
  unblock: [
    ...['desbloquear', 'desbloqueia', 'desbloqueie', 'desbloquear conta', 'unblock', 'unlock'],
    ...['desbloquear minha conta'],
  ],
  data: [
    ...['meus dados', 'dados', 'ver meus dados', 'baixar meus dados', 'exportar dados', 'lgpd'],
    ...['quais dados voces tem', 'privacidade', 'my data', 'data', 'privacy'],
  ],
  deletion: [
    ...['apagar', 'apagar conta', 'apagar tudo', 'apagar dados', 'apagar meus dados', 'excluir'],
    ...['excluir conta', 'excluir minha conta', 'excluir meus dados', 'deletar', 'deletar conta'],
    ...['apagar minha conta', 'remover meus dados', 'delete', 'delete account', 'delete my data'],
  ],
  keepAccount: [
    ...['cancelar exclusao', 'cancelar a exclusao', 'nao apagar', 'nao apague', 'nao excluir'],
    ...['desistir da exclusao', 'manter conta', 'cancel deletion', 'keep account'],
  ],
  numberChange: [
    ...['mudei de numero', 'troquei de numero', 'mudei meu numero', 'troquei meu numero'],
    ...['mudei o numero', 'troquei o numero', 'numero novo', 'novo numero', 'mudar de numero'],
    ...['trocar de numero', 'mudar numero', 'i changed my number', 'new number'],
    ...['changed number', 'mudei numero', 'troquei numero'],
  ],
  confirmNumberChange: ['trocar', 'confirmo a troca', 'confirmar troca', 'switch'],
  claim: [
    ...['este cpf e meu', 'esse cpf e meu', 'o cpf e meu', 'cpf e meu', 'este cnpj e meu'],
    ...['esse cnpj e meu', 'o cnpj e meu', 'this cpf is mine', 'this cnpj is mine'],
  ],
  google: [
    ...['google', 'entrar com google', 'acessar com google', 'vincular google', 'ligar google'],
    ...['link google', 'login com google', 'entrar pelo google', 'acessar pelo google', 'gmail'],
    ...['entrar com gmail', 'vincular gmail', 'log in with google', 'sign in with google'],
  ],
  unlinkGoogle: [
    ...['desvincular google', 'desligar google', 'remover google', 'tirar google'],
    ...['desconectar google', 'apagar google', 'excluir google', 'desvincular gmail'],
    ...['desvincular', 'unlink google', 'remove google', 'disconnect google', 'unlink'],
    // "google" may be misspelled next to it, which no single word shows.
    ...['desvicular google', 'disvincular google', 'desvincula google', 'desvincular googel'],
  ],
  password: [
    ...['senha', 'esqueci a senha', 'esqueci minha senha', 'trocar senha', 'trocar a senha'],
    ...['mudar senha', 'mudar a senha', 'nova senha', 'redefinir senha', 'criar senha'],
    ...['password', 'forgot my password', 'forgot password', 'reset password', 'new password'],
    ...['perdi a senha', 'perdi minha senha', 'nao sei a senha', 'nao lembro a senha'],
    ...['nao lembro minha senha', 'recuperar senha', 'resetar senha', 'alterar senha'],
    ...['definir senha', 'esqueci senha', 'change password', 'change my password'],
  ],
  human: [
    ...['atendente', 'atendimento', 'humano', 'falar com atendente', 'falar com humano'],
    ...['falar com uma pessoa', 'falar com alguem', 'pessoa de verdade', 'human', 'agent'],
    ...['talk to a human', 'talk to an agent', 'chamar atendente', 'falar com pessoa'],
  ],
  yes: [
    ...['sim', 's', 'ss', 'isso', 'isso mesmo', 'e isso', 'esse mesmo', 'e esse', 'sim e esse'],
    ...['certo', 'correto', 'confirmo', 'ok', 'aceito', 'concordo', 'aceita', 'claro', 'positivo'],
    ...['sim aceito', 'aceito sim', 'pode ser', 'uhum', 'aham', 'beleza', 'blz', 'e', 'eh'],
    ...['yes', 'y', 'yep', 'i accept', 'accept', 'i agree', 'agree'],
  ],
  no: [
    ...['nao', 'n', 'nn', 'naum', 'negativo', 'errado', 'nao aceito', 'nao concordo', 'nao e'],
    ...['nao e esse', 'nao e isso', 'nao obrigado', 'nao obrigada', 'recuso', 'discordo'],
    ...['no', 'nope', 'i do not accept', 'do not accept', 'not accept'],
  ],
};

/**
 * Words of which a typing error is forgiven. Never yes or no: they agree to things, and a guess is no consent.
 * EVERYDAY_WORDS are as near as such an error and mean something else.
 */
export const FORGIVEN_WORDS: readonly { readonly word: string; readonly command: Command }[] = [
  { word: 'menu', command: 'menu' },
  { word: 'entrar', command: 'enter' },
  { word: 'acessar', command: 'enter' },
  { word: 'login', command: 'enter' },
  { word: 'codigo', command: 'enter' },
  { word: 'ajuda', command: 'help' },
  { word: 'acessos', command: 'sessions' },
  { word: 'bloquear', command: 'block' },
  { word: 'desbloquear', command: 'unblock' },
  { word: 'apagar', command: 'deletion' },
  { word: 'atendente', command: 'human' },
  { word: 'google', command: 'google' },
  { word: 'desvincular', command: 'unlinkGoogle' },
  { word: 'senha', command: 'password' },
  { word: 'cancelar', command: 'cancel' },
  { word: 'obrigado', command: 'thanks' },
  { word: 'obrigada', command: 'thanks' },
];

/** Other words within two typing errors of a forgiven one. */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set([
  ...['enviar', 'estar', 'errar', 'encarar', 'entao', 'entre', 'entregar', 'enterrar', 'esperar'],
  ...['acertar', 'aceitar', 'acabar', 'avisar', 'congelar', 'obrigar', 'consigo', 'contigo'],
  ...['pagar', 'pagas', 'apegar', 'afagar', 'alagar', 'apanhar', 'agarrar', 'atende', 'atendeu'],
  ...['acesse', 'acessou', 'excessos', 'bloqueador', 'bloqueado', 'bloqueada'],
  ...['blogar', 'bloqueei', 'bloqueou', 'desbloqueado', 'golea'],
  ...['tenha', 'venha', 'lenha', 'penha', 'sonha', 'senda', 'senta', 'sena', 'sanha'],
]);

/** Said around a command without changing it. `nao` is not among them. */
export const FILLERS: ReadonlySet<string> = new Set([
  ...['eu', 'quero', 'queria', 'gostaria', 'preciso', 'posso', 'vou', 'como', 'faco', 'fazer'],
  ...['de', 'do', 'da', 'o', 'a', 'os', 'as', 'um', 'uma', 'na', 'no', 'em', 'pra', 'para', 'que'],
  ...['por', 'favor', 'pfv', 'pf', 'me', 'minha', 'meu', 'conta', 'site', 'painel', 'sistema'],
  // A curse at the situation is none at anybody.
  ...['porra', 'caralho', 'merda', 'droga', 'caramba', 'puxa', 'urgente', 'rapido'],
  ...['agora', 'aqui', 'ai', 'gentileza', 'oi', 'ola', 'bom', 'boa', 'dia', 'tarde', 'noite'],
  ...['i', 'want', 'to', 'the', 'my', 'please', 'hi', 'hello', 'account'],
]);

/** Asked about rather than asked for: "como faço para bloquear" does not block. */
export const ASKING_HOW: ReadonlySet<string> = new Set(['como', 'posso', 'fazer', 'faco', 'how']);

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries(PHRASES).flatMap(([command, phrases]) =>
    phrases.map((phrase) => [squeezed(phrase), command as Command] as const),
  ),
);

/** The command a whole phrase stands for, letter by letter. */
export function commandOf(phrase: string): Command | undefined {
  return COMMANDS.get(squeezed(phrase));
}

/** "siiiim" and "sim" are one word. */
function squeezed(phrase: string): string {
  return phrase.replace(/(\p{L})\1+/gu, '$1');
}
