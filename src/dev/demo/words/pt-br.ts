import type { DemoWords, Utterances } from './demo-words.js';

export const ptBrUtterances: Utterances = {
  hello: 'oi',
  yes: '1',
  enter: 'entrar',
  block: 'BLOQUEAR',
};

export const ptBr: DemoWords = {
  lang: 'pt-BR',
  otherLanguage: { lang: 'en', name: 'English' },
  terminal: {
    usage: `Uso:
  npm run demo                 começa com um bot já conectado
  npm run demo -- --unpaired   começa sem telefone: você conecta o bot pela página inicial`,
    noPort: (given) => `DEMO_PORT: ${given} não é uma porta (0 a 65535).`,
    portInUse: (port) => `A porta ${port} está em uso. Aponte DEMO_PORT para outra.`,
    noSimulator: 'O WhatsApp simulado não conseguiu iniciar; a mensagem dele está acima.',
    noGoogle: 'O Google simulado não conseguiu iniciar; a mensagem dele está acima.',
    preparing: 'Preparando a demonstração: um WhatsApp e um Google simulados …',
    database: '… o banco de dados (na primeira vez leva alguns segundos) …',
    bot: '… e um bot, já conectado.',
    botToPair: '… e um bot, que você conecta.',
    startHere: 'Comece aqui:',
    startPage: 'celular e site lado a lado, com um roteiro de cinco minutos',
    parts: 'As partes, uma a uma:',
    product: 'O produto',
    phones: ['Os celulares', 'um WhatsApp simulado: seja quem quiser'],
    google: ['O Google', 'também simulado; o produto leva até ele'],
    admin: 'Administração',
    adminOnce: '(endereço de uso único, 30 minutos: escolha nele a senha)',
    known: ({ name, cpf }) =>
      `${name} já tem conta (CPF ${cpf}): mande "entrar" pelo celular dela.`,
    end: 'Ctrl-C encerra tudo; a próxima vez continua com os mesmos dados.',
  },
  page: {
    title: 'Demonstração do zap-login',
    heading: 'Demonstração',
    phone: 'Celular',
    site: 'Site',
    tour: 'Roteiro',
    views: 'O que mostrar',
    done: 'feito',
    reload: 'Recarregar o site',
    toLogin: 'Página de login',
    ownTab: 'Abrir o site em outra aba',
    noScript: 'Esta página precisa de JavaScript.',
    lost: 'A demonstração parou. Comece de novo no terminal: npm run demo',
  },
  steps: {
    pair: {
      title: 'Conecte o bot',
      text: () =>
        'No site, escolha a senha do administrador e entre: a página mostra um QR. Depois pegue o celular do bot e aperte “Ler o QR”.',
    },
    register: {
      title: 'Cadastro',
      text: ({ newcomer: { name } }) =>
        `Você é ${name} e chega pela primeira vez. O botão escreve cada mensagem no celular: confira, envie e leia a resposta do bot.`,
    },
    link: {
      title: 'Link',
      text: () =>
        'O bot mandou um link e um código. Toque no link, no celular, e confirme no site com “Entrar”.',
    },
    number: {
      title: 'Computador',
      text: () =>
        'No site, aperte “Sair”, depois “Acessar com WhatsApp” e “Abrir o WhatsApp”. Envie a mensagem pronta e responda com o número que o site mostra: ele abre sozinho.',
    },
    google: {
      title: 'Google',
      text: ({ newcomer: { name, cpf } }) =>
        `Saia de novo, aperte “Acessar com Google” e escolha ${name}. Só na primeira vez o site pede o CPF ${cpf} e um código, que chega no celular.`,
    },
    block: {
      title: 'Alerta',
      text: ({ owner: { name } }) =>
        `Agora você é ${name}, que já tem conta: peça um link, e um estranho o usa antes. O bot avisa na hora que um aparelho novo entrou; responda BLOQUEAR e ele está fora.`,
    },
  },
  end: {
    title: 'Você viu tudo',
    text: 'Cadastro, link, computador, Google e alerta: tudo aconteceu de verdade, só o WhatsApp e o Google são simulados. Em “Bastidores”, no celular, está o que o bot pensou.',
    restart: 'Recomeçar com outra pessoa',
    allPlayed: (folder) =>
      `Todas as pessoas já foram cadastradas. Para começar do zero, encerre a demonstração e apague ${folder}.`,
  },
  actions: {
    write: (text) => `Escrever “${text}”`,
    written: 'Está escrito no celular. Confira e envie.',
    tapLink: 'Tocar no link',
    openLogin: 'Abrir a página de login',
    copyCpf: 'Copiar o CPF',
    copied: 'CPF copiado.',
    stranger: 'Um estranho usa o link',
    strangerIn: 'O estranho entrou, de um Firefox no Windows. Veja o aviso no celular.',
    strangerOut: 'O link não vale mais: peça outro.',
    openAdmin: 'Abrir a administração',
    takeBotPhone: 'Pegar o celular do bot',
  },
  handedOver: {
    title: 'A mensagem está no celular',
    text: 'Volte à página da demonstração: confira e envie. Esta aba pode ser fechada.',
  },
};
