import type { CredentialCount } from '#src/app/sign-in/method.js';
import type { AuditAction, AuditActor } from '#src/domain/audit-event.js';
import { LIFETIMES } from '../lifetimes.js';
/** What an admin reads on the pages about people, claims, chats and the audit log. */
export const desk = {
  nav: {
    label: 'Administração',
    whatsapp: 'WhatsApp',
    claims: 'CPFs contestados',
    people: 'Pessoas',
    chats: 'Conversas em pausa',
    audit: 'Registro',
  },
  confirm: {
    title: 'Confirme a senha',
    text: `Para mudar algo aqui, digite a senha de novo. Vale por ${LIFETIMES.adminStepUpMinutes} minutos.`,
    submit: 'Confirmar',
  },
  reason: 'Motivo',
  reasonHint:
    'Fica no registro. Não escreva CPF nem telefone: números longos são trocados por •••.',
  reasonFault: {
    reason_missing: 'Escreva o motivo, com pelo menos 5 letras.',
    reason_too_long: 'O motivo é longo demais. Use até 300 letras.',
  },
  taxId: 'CPF ou CNPJ',
  since: 'Cadastro desde',
  waysIn: 'Formas de entrar',
  way: {
    whatsapp: (count: number) => (count === 1 ? '1 WhatsApp' : `${count} WhatsApp`),
    password: () => 'senha',
    google: () => 'Google',
    google_kept: (count: number) =>
      count === 1 ? '1 Google desvinculado' : `${count} Google desvinculados`,
  } satisfies Readonly<Record<CredentialCount['what'], (count: number) => string>>,
  claims: {
    title: 'CPFs contestados',
    intro:
      'Alguém escreveu ao bot “este CPF é meu” sobre uma conta que já existe. Enquanto você não decide, ninguém acrescenta formas de entrar; trocar a senha e tirar acessos continua possível. Peça provas antes de decidir.',
    none: 'Nenhum pedido esperando.',
    askedAt: 'Pedido em',
    claimant: 'Quem pede',
    numberUnknown: 'número desconhecido',
    uphold: 'É de quem pede',
    reject: 'Fica como está',
    allow: 'Aceitar para análise',
    held: 'Em espera: houve uma recusa neste CPF há menos de 30 dias, ou já há três pedidos abertos. Este não impede nada na conta enquanto você não aceitar.',
    consequences:
      '“É de quem pede” passa a conta para o número de quem pede e apaga as outras formas de entrar: números, senha, Google e acessos abertos. Não tem volta.',
    done: {
      upheld: 'A conta agora é de quem pediu. As duas conversas foram avisadas.',
      rejected: 'A conta fica como está. Quem pediu foi avisado.',
      allowed: 'O pedido agora conta: até você decidir, a conta não ganha formas de entrar.',
    },
    refused: {
      not_found: 'Esse pedido já foi decidido.',
      number_unknown: 'O WhatsApp não informou o número de quem pede: só dá para recusar.',
      number_taken:
        'O número de quem pede já abre outra conta. A pessoa precisa pedir de outro número ou apagar aquela conta antes.',
    },
  },
  people: {
    title: 'Pessoas',
    intro: 'Digite o CPF ou CNPJ inteiro. A busca fica fora do endereço da página.',
    search: 'Buscar',
    malformed: 'Esse CPF ou CNPJ não existe. Confira os dígitos.',
    notFound: 'Não há conta com esse CPF ou CNPJ.',
    status: 'Situação',
    statusOf: { active: 'ativa', blocked: 'bloqueada' },
    deletionDueAt: 'Será apagada em',
    contested: 'Este CPF está contestado. Veja em “CPFs contestados”.',
    block: 'Bloquear a conta',
    blockHint: 'Encerra os acessos abertos, links e códigos. Ninguém entra até alguém desbloquear.',
    unblock: 'Desbloquear a conta',
    unblockHint: 'Quem tem as formas de entrar desta conta volta a poder entrar.',
    releaseGoogle: 'Liberar o Google',
    releaseHint:
      'Uma conta Google desvinculada só pode voltar para este CPF. Liberada, pode ser vinculada a outro.',
    done: {
      block: 'Conta bloqueada.',
      unblock: 'Conta desbloqueada.',
      release_google: 'Google liberado.',
    },
    nothingToRelease: 'Não há Google desvinculado nesta conta.',
    another: 'Buscar outra pessoa',
  },
  chats: {
    title: 'Conversas em pausa',
    intro:
      'Nestas conversas alguém pediu atendente e o bot fica em silêncio para você responder pelo celular. Ele volta sozinho na hora indicada, ou agora, se você quiser.',
    none: 'O bot responde em todas as conversas.',
    numberUnknown: 'Número desconhecido',
    until: 'Em pausa até',
    lastInbound: 'Última mensagem da pessoa',
    resume: 'Devolver ao bot',
    done: 'O bot voltou a responder nessa conversa e avisou a pessoa.',
    over: 'Essa conversa já não estava em pausa.',
  },
  audit: {
    title: 'Registro',
    intro:
      'O que foi feito, do mais novo ao mais antigo. Cada linha guarda a soma da anterior: npm run audit:verify mostra se alguém mexeu.',
    none: 'Nada registrado ainda.',
    account: 'Conta',
    older: 'Mais antigos',
    actors: {
      admin: 'administração',
      visitor: 'alguém sem acesso',
      owner: 'a própria pessoa',
      operator: 'quem opera o programa',
      system: 'o programa',
    } satisfies Readonly<Record<AuditActor, string>>,
    actions: {
      admin_created: 'Senha de administração criada',
      admin_removed: 'Administração removida pelo terminal',
      admin_sign_in_failed: 'Senha de administração errada',
      channel_pair: 'Conexão do bot por QR pedida',
      channel_pair_by_code: 'Conexão do bot por código pedida',
      channel_logout: 'Bot desconectado',
      chat_resumed: 'Conversa devolvida ao bot',
      claim_allowed: 'CPF contestado: pedido em espera aceito',
      claim_upheld: 'CPF contestado: passou para quem pediu',
      claim_rejected: 'CPF contestado: ficou como estava',
      google_released: 'Google liberado',
      account_blocked: 'Conta bloqueada',
      account_unblocked: 'Conta desbloqueada',
      account_erased: 'Conta apagada a pedido',
      number_changed: 'Número trocado',
      keys_rotated: 'Chaves trocadas',
    } satisfies Readonly<Record<AuditAction, string>>,
  },
};
