/** The words around what matters in a message, without accents and in small letters unless a line says otherwise. */
export const reading = {
  /** Words within two typing errors of a forgiven one that mean something else. */
  everyday: [
    ...['enviar', 'estar', 'errar', 'encarar', 'entao', 'entre', 'entregar', 'enterrar', 'esperar'],
    ...['acertar', 'aceitar', 'acabar', 'avisar', 'congelar', 'obrigar', 'consigo', 'contigo'],
    ...['pagar', 'pagas', 'apegar', 'afagar', 'alagar', 'apanhar', 'agarrar', 'atende', 'atendeu'],
    ...['acesse', 'acessou', 'excessos', 'bloqueador', 'bloqueado', 'bloqueada'],
    ...['blogar', 'bloqueei', 'bloqueou', 'desbloqueado', 'golea'],
    ...['tenha', 'venha', 'lenha', 'penha', 'sonha', 'senda', 'senta', 'sena', 'sanha'],
  ],
  /** Said around a command without changing it. `nao` is not among them. */
  fillers: [
    ...['eu', 'quero', 'queria', 'gostaria', 'preciso', 'posso', 'vou', 'como', 'faco', 'fazer'],
    ...['de', 'do', 'da', 'o', 'a', 'os', 'as', 'um', 'uma', 'na', 'no', 'em', 'pra', 'para'],
    ...['que', 'por', 'favor', 'pfv', 'pf', 'me', 'minha', 'meu'],
    // Swearing at the situation is no insult.
    ...['porra', 'caralho', 'merda', 'droga', 'caramba', 'puxa', 'urgente', 'rapido'],
    ...['agora', 'aqui', 'ai', 'gentileza', 'oi', 'ola', 'bom', 'boa', 'dia', 'tarde', 'noite'],
  ],
  /** Asked about rather than asked for: "como faço para bloquear" does not block. */
  askingHow: ['como', 'posso', 'fazer', 'faco'],
  /** Before the number of a menu: "opção 1". */
  beforeChoice: ['opcao', 'numero'],
  /** Around the number that a page shows: "é o 47 que aparece". */
  aroundNumber: [
    ...['e', 'eh', 'numero', 'aparece', 'apareceu', 'tela', 'ta', 'esta', 'mostra', 'acho'],
  ],
  /** "Quero encerrar o acesso 2": what may stand before, the word itself, and what may stand before the number. */
  endSession: {
    before: ['quero'],
    verbs: [
      'encerrar',
      'encerra',
      'encerre',
      'sair',
      'sai',
      'desconectar',
      'desconecta',
      'remover',
    ],
    beforeNumber: ['o', 'a', 'do', 'da', 'de', 'numero', 'acesso', 'sessao', 'aparelho'],
  },
};
