/** What the page of a login request says while the person approves it in WhatsApp. */
export const whatsapp = {
  title: 'Entrar com WhatsApp',
  startText:
    'Você manda uma mensagem pronta para o nosso WhatsApp e confirma por lá. Depois é só voltar para esta página.',
  start: 'Começar',
  tooMany: (wait: string) => `Foram muitos pedidos. Tente de novo ${wait}.`,
  messageOnPhone:
    'O WhatsApp abre com uma mensagem pronta. Envie, e escolha este número na conversa.',
  messageOnComputer:
    'Aponte a câmera do celular para o QR, envie a mensagem pronta e escolha o número na conversa.',
  open: 'Abrir o WhatsApp',
  qrLabel: 'QR que abre o WhatsApp com a mensagem pronta',
  otherPhone: 'Usar outro celular, ou escrever',
  byHand: (phone: string) => `Ou mande esta mensagem para ${phone}:`,
  codeLabel: 'Código do pedido',
  numberTitle: 'Escolha este número no WhatsApp',
  neverTell: 'Não diga este número a ninguém.',
  states: {
    pending: 'Esperando a sua mensagem…',
    sent: 'Agora envie a mensagem e escolha o número na conversa.',
    asked: 'Mensagem recebida. Escolha este número na conversa.',
    approved: 'Aprovado! Entrando…',
    denied: {
      title: 'O pedido não foi aprovado',
      text: 'O número escolhido não era o desta tela, ou alguém respondeu NÃO. Ninguém entrou.',
    },
    expired: {
      title: 'Este pedido não vale mais',
      text: 'Por segurança, cada pedido vale por poucos minutos e uma vez só. É só fazer outro.',
    },
    down: {
      title: 'O WhatsApp está fora do ar por aqui',
      text: 'A sua mensagem pode demorar para ser respondida. Tente de novo em alguns minutos.',
    },
    offline: 'Sem conexão. Tentando de novo…',
    replaced: 'Este pedido está aberto em outra aba.',
  },
  confirm: {
    title: (maskedName: string) => `Entrar como ${maskedName}?`,
    text: 'O pedido foi aprovado no WhatsApp por esta conta.',
    submit: 'Sim, entrar',
    notYou:
      'Não são as suas iniciais? Então não entre: outra pessoa aprovou com a conta dela, e o que você fizer aqui fica com ela.',
    another: 'Não sou eu, fazer outro pedido',
  },
  approvedSubmit: 'Já aprovei no WhatsApp',
  enter: 'Entrar',
  tooEarly: 'Ainda não vimos a sua aprovação. Confira a conversa no WhatsApp e tente de novo.',
  again: 'Fazer outro pedido',
  here: 'Continuar nesta aba',
  otherWay: 'Entrar com CPF ou CNPJ',
  notApproved: 'O pedido não foi aprovado no WhatsApp.',
};
