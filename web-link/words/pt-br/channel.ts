import type { ChannelCause, ChannelStatus } from '#src/app/ports/channel.js';

type RemediesByCause = Readonly<
  Partial<Record<ChannelStatus['state'], Readonly<Partial<Record<ChannelCause, string>>>>>
>;

const NOT_OWNER =
  'Nada precisa ser feito: uma instância por vez usa o número. Se a outra foi desligada, esta assume em alguns segundos.';
const NEW_QR = 'Toque em “Conectar” para mostrar um QR code novo.';
const PAIR_AGAIN = 'Toque em “Conectar” e leia o QR code com o celular do bot.';

/** What is said about the bot's connection, in one language. */
export const channel = {
  titles: {
    stopped: 'O bot está parado',
    connecting: 'Conectando ao WhatsApp',
    pairing: 'Esperando o celular do bot',
    open: 'Conectado',
    waiting: 'Sem conexão, tentando de novo',
    replaced: 'Outra conexão tomou o lugar do bot',
    logged_out: 'Nenhum celular conectado',
    passkey: 'O WhatsApp pede uma chave de acesso (passkey)',
    banned: 'O WhatsApp bloqueou este número',
    outdated: 'A versão do cliente está velha demais',
  } satisfies Readonly<Record<ChannelStatus['state'], string>>,
  explanations: {
    first_pairing: 'Nenhum número foi conectado ainda.',
    restart_required: 'O WhatsApp pediu para abrir a conexão de novo, o que é normal ao parear.',
    connection_lost: 'A conexão com o WhatsApp caiu.',
    service_unavailable: 'Os servidores do WhatsApp não estão atendendo.',
    qr_expired: 'O QR code ou o código venceu sem ser usado.',
    passkey_demanded:
      'Para conectar um aparelho a esta conta, o WhatsApp exige uma chave de acesso. Este sistema ainda não sabe responder a esse pedido: o QR code e o código param aqui. Nada do que já estava conectado foi apagado.',
    pairing_failed: 'O celular começou a conectar o bot e não chegou ao fim.',
    code_refused:
      'O WhatsApp não aceitou gerar um código para este número. O QR code continua valendo.',
    another_connection: 'Outro programa entrou com as mesmas chaves deste bot (erro 440).',
    unlinked:
      'O bot foi removido dos aparelhos conectados, no celular ou pelo WhatsApp (erro 401).',
    account_banned: 'O WhatsApp recusou a conta deste número (erro 403).',
    client_outdated: 'O WhatsApp não aceita mais a versão usada por este sistema (erro 405).',
    bad_session: 'O WhatsApp não aceitou a sessão guardada (erro 500).',
    multi_device_mismatch: 'O WhatsApp do celular não aceita aparelhos conectados (erro 411).',
    not_owner: 'Outra instância deste sistema está cuidando do número.',
    asked_to_stop: 'A parada foi pedida.',
  } satisfies Readonly<Record<ChannelCause, string>>,
  remedies: {
    stopped:
      'Nenhum processo do bot está respondendo. Veja se o programa está ligado com ROLE=all ou ROLE=bot; esta página muda sozinha quando ele voltar.',
    connecting: 'Aguarde alguns segundos. Nada precisa ser feito.',
    pairing:
      'No celular do bot, abra o WhatsApp, toque em “Aparelhos conectados” e depois em “Conectar um aparelho”. Leia o QR code ou digite o código.',
    open: 'Tudo certo: dá para entrar pelo WhatsApp. Use o WhatsApp no celular do bot de vez em quando: depois de 14 dias sem uso, ele solta os aparelhos conectados.',
    waiting:
      'O sistema tenta de novo sozinho. Se passar de alguns minutos, veja se o servidor tem internet.',
    replaced:
      'Feche o outro programa que usa este número (por exemplo, uma cópia antiga deste sistema) e toque em “Conectar”.',
    logged_out: PAIR_AGAIN,
    passkey:
      'Houve quem conseguiu apagando antes a chave de acesso no celular do bot (WhatsApp → Configurações → Conta → Chaves de acesso) e conectando de novo; isso não é garantido, e você pode recriar a chave depois. Veja também em web.whatsapp.com se a conta consegue conectar um aparelho. Depois, toque em “Conectar”.',
    banned:
      'No celular do bot, abra o WhatsApp e peça a análise da conta. Até lá, ninguém entra pelo WhatsApp. Para usar outro número, desconecte este e conecte o novo.',
    outdated: 'Atualize este sistema para a versão mais nova e ligue de novo.',
  } satisfies Readonly<Record<ChannelStatus['state'], string>>,
  later:
    'O sistema tenta de novo sozinho na hora indicada abaixo. Se o problema já passou, toque em “Tentar agora”.',
  remediesByCause: {
    stopped: {
      asked_to_stop: 'Toque em “Conectar” para ligar de novo.',
      qr_expired: NEW_QR,
      not_owner: NOT_OWNER,
    },
    waiting: {
      not_owner: NOT_OWNER,
      qr_expired: NEW_QR,
      service_unavailable: 'O problema não está aqui. O sistema tenta de novo sozinho.',
      bad_session:
        'O sistema tenta mais algumas vezes. Se não voltar em alguns minutos, desconecte e conecte de novo.',
      multi_device_mismatch:
        'Atualize o WhatsApp no celular do bot. Se não voltar em alguns minutos, desconecte e conecte de novo.',
    },
    logged_out: {
      qr_expired: NEW_QR,
      pairing_failed: `Confira se o celular tem internet e o WhatsApp atualizado. ${PAIR_AGAIN}`,
      unlinked:
        'Se não foi você, veja quem tem acesso ao celular do bot. Para voltar, toque em “Conectar” e leia o QR code.',
      multi_device_mismatch: `Atualize o WhatsApp no celular do bot. ${PAIR_AGAIN}`,
    },
  } as RemediesByCause,
};
