import type { BotNumberRefusal } from '#src/domain/bot-number.js';
import type { PasswordFault } from '#src/app/admin/setup.js';
import { LIFETIMES } from '../lifetimes.js';
/** Everything an admin reads on the pages under /admin, apart from the states of the channel. */
export const admin = {
  product: 'Administração',
  password: 'Senha',
  setup: {
    title: 'Crie a senha de administração',
    intro: 'Com ela você conecta o WhatsApp do bot e acompanha se os logins funcionam.',
    rules: [
      'Pelo menos 10 caracteres. Uma frase de quatro palavras é fácil de lembrar e difícil de adivinhar.',
      'Espaços, acentos e símbolos podem, mas não são obrigatórios.',
      'Evite sequências, datas, repetições e o nome do sistema.',
    ],
    again: 'Repita a senha',
    submit: 'Criar senha',
    mismatch: 'As duas senhas não são iguais. Digite de novo.',
    weak: {
      password_too_short: 'A senha é curta. Use pelo menos 10 caracteres.',
      password_too_long: 'A senha é longa demais. Use até 256 caracteres.',
      password_common: 'Essa senha está entre as primeiras que alguém tentaria. Escolha outra.',
      password_contextual:
        'Essa senha é quase só o nome do sistema, fácil de adivinhar. Escolha outra.',
    } satisfies Readonly<Record<PasswordFault, string>>,
    invalidTitle: 'Este endereço não vale mais',
    invalid: `Ele vale ${LIFETIMES.setupLinkMinutes} minutos e só pode ser usado uma vez. Se você ainda não criou a senha, reinicie o programa: um novo endereço aparece no terminal. Se já criou, entre com ela.`,
    done: 'Senha criada. Agora entre com ela.',
  },
  login: {
    title: 'Entrar na administração',
    submit: 'Entrar',
    wrong: 'Senha incorreta. Tente de novo.',
    empty: 'Digite a senha.',
    forgotten: 'Primeira vez? Abra o endereço que o programa mostrou no terminal ao ligar.',
  },
  tooMany: (wait: string) => `Muitas tentativas. Tente de novo ${wait}.`,
  logout: 'Sair',
  stepUp: {
    title: 'Confirme a senha',
    /** Before the bot is connected or disconnected. */
    toConnect: `Para ver o QR code, conectar ou desconectar, digite a senha de novo. Vale por ${LIFETIMES.adminStepUpMinutes} minutos.`,
    /** Before something about people is changed. */
    toChange: `Para mudar algo aqui, digite a senha de novo. Vale por ${LIFETIMES.adminStepUpMinutes} minutos.`,
    submit: 'Confirmar',
  },
  whatsapp: {
    title: 'WhatsApp do bot',
    since: 'Desde',
    number: 'Número',
    whatToDo: 'O que fazer',
    heldTitle: 'Mensagens suspensas para quem não escreveu',
    held: 'O WhatsApp limitou este número (erro 463). Quem escreve primeiro ao bot continua entrando; os outros só recebem mensagens a partir de',
    qrTitle: 'Leia com o celular do bot',
    qrLabel: 'QR code para conectar o WhatsApp do bot',
    qrChanges:
      'Ele muda sozinho de tempos em tempos. Não mostre a ninguém: quem lê, controla o bot.',
    qrAge: 'Atualizado há {s} s',
    codeTitle: 'Digite este código no celular do bot',
    codeHow:
      'WhatsApp → “Aparelhos conectados” → “Conectar um aparelho” → “Conectar com número de telefone”. Não passe este código a ninguém.',
    stuckTitle: 'O celular não conclui?',
    stuck: [
      'Se o WhatsApp pedir uma chave de acesso (passkey), esta página avisa em poucos segundos e diz o que já ajudou.',
      'Atualize o WhatsApp do celular e confira se ele tem internet.',
      'Se o QR code trava, tente com o código, e o contrário também.',
    ],
    connectTitle: 'Conectar com QR code',
    pair: 'Conectar',
    retry: 'Tentar agora',
    nextTry: 'Próxima tentativa',
    byCode: 'Conectar com um código',
    byCodeHow: 'Útil quando você está só com o celular do bot na mão e não consegue ler o QR code.',
    phone: 'Número do bot, com DDD (fixo ou celular)',
    byCodeSubmit: 'Gerar código',
    phoneRefused: {
      phone_invalid:
        'Esse número não existe. Confira o DDD e os dígitos; se for de outro país, comece com + e o código do país.',
    } satisfies Readonly<Record<BotNumberRefusal['code'], string>>,
    logoutBot: 'Desconectar',
    logoutBotWarning:
      'O bot para de responder e ninguém entra pelo WhatsApp até um celular ser conectado de novo.',
    logoutBotConfirm: 'Sim, desconectar o bot',
    asked: 'Pedido enviado. O estado muda aqui em alguns segundos.',
    reload: 'Atualizar',
    noScript: 'Sem JavaScript esta página não muda sozinha.',
    offline: 'Sem contato com o servidor. Tentando de novo…',
  },
};
