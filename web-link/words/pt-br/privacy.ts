import type { PrivacyChapter, PrivacyFacts } from '../privacy-facts.js';
import { LIFETIMES } from '../lifetimes.js';

const { kept } = LIFETIMES;

/** Art. 9 of the LGPD asks for every chapter; the chat links here before it asks for consent. */
export const privacy = {
  title: 'Privacidade',
  intro: (name: string) =>
    `O que ${name} guarda para você entrar na sua conta, por quê, por quanto tempo, e o que você pode pedir.`,
  chapters: ({ controller, contact, hasDpo, google }: PrivacyFacts): readonly PrivacyChapter[] => [
    {
      title: 'Quem responde pelos seus dados',
      text: `O controlador, que decide sobre os dados (Lei 13.709/2018, a LGPD, art. 5º, VI), é: ${controller}.`,
      items: [
        contact === null
          ? 'Para falar sobre os seus dados: escreva ATENDENTE na nossa conversa no WhatsApp.'
          : `${hasDpo ? 'Encarregado pelos dados pessoais (art. 41)' : 'Para falar sobre os seus dados'}: ${contact}`,
      ],
    },
    {
      title: 'O que guardamos',
      items: [
        'Nome, CPF ou CNPJ e número do WhatsApp. O CPF ou CNPJ diz de quem é a conta; o número é por onde você entra.',
        'Quando e como você entrou, e o tipo de navegador e de aparelho, como “Chrome, Android”.',
        'A senha, se você criar uma: só um resumo dela, que não dá para ler.',
        ...(google
          ? ['Se você vincular o Google: o identificador e o e-mail dessa conta do Google.']
          : []),
        'Onde a conversa parou, enquanto ela dura, e um registro do que muda a segurança da conta.',
      ],
    },
    {
      title: 'Para quê, e com que base na lei',
      items: [
        'Abrir a sua conta e deixar você entrar: com o seu consentimento, dado na conversa antes do cadastro (art. 7º, I). Se a conta veio de um serviço que você contratou, para cumprir esse contrato (art. 7º, V).',
        'Impedir que outra pessoa entre no seu lugar (limites de tentativas, avisos, aparelhos, registro de segurança): legítimo interesse em prevenir fraude e proteger você (art. 7º, IX).',
        'Não vendemos dados, não fazemos propaganda com eles, não decidimos nada sobre você por computador e não mandamos mensagem para quem não escreveu antes.',
      ],
    },
    {
      title: 'O que vai para outras empresas',
      items: [
        'Meta (WhatsApp): a conversa passa pelo WhatsApp. As mensagens vão cifradas de ponta a ponta; a Meta sabe que o seu número conversou com o nosso, e quando. Vale também o aviso de privacidade dela, e os servidores podem ficar fora do Brasil (art. 33).',
        ...(google
          ? [
              'Google: só se você escolher “Acessar com Google”. A Google sabe que você entrou aqui, e quando; nós recebemos dela o nome, o e-mail e o identificador da conta. O seu CPF e o seu número não vão para lá.',
            ]
          : []),
        'Mais ninguém. Estas páginas não carregam nada de outros sites.',
      ],
    },
    {
      title: 'Por quanto tempo',
      items: [
        `Cadastro: enquanto você tiver a conta. Depois do pedido para apagar, mais ${LIFETIMES.deletionDays} dias, em que dá para voltar atrás.`,
        `Códigos e links: valem ${LIFETIMES.codeMinutes} e ${LIFETIMES.linkMinutes} minutos, uma vez só, e são apagados até ${kept.expiredProofHours} horas depois.`,
        `Texto das mensagens que mandamos: ${kept.sentTextMinutes} minutos depois do envio. Que uma mensagem foi mandada, sem o texto: ${kept.sentMessageDays} dias.`,
        `Onde a conversa parou: ${kept.silentChatHours} horas de silêncio. O número de cada mensagem recebida, sem o texto: ${kept.receivedIdDays} dias.`,
        `Aparelhos: cada entrada vale até ${LIFETIMES.sessionDays} dias e fica na lista mais ${kept.endedSessionDays} dias depois que acaba.`,
        `Pedido de outra conta do WhatsApp pelo seu número: ${kept.numberWaitDays} dias depois que acaba.`,
        `“Este CPF é meu”: até a nossa equipe decidir, e no máximo ${kept.claimDays} dias.`,
        'Registro de segurança: fica, para provar que ninguém o mudou. Quando a conta é apagada, o que ele dizia sobre você é apagado também.',
      ],
    },
    {
      title: 'Cookies',
      text: `Só os que fazem a entrada funcionar. O que dura mais lembra por ${LIFETIMES.knownBrowserDays} dias que este navegador já entrou: ele não abre nada, só evita que erros de estranhos deixem você de fora.`,
    },
    {
      title: 'Como protegemos',
      text: 'Nome, CPF ou CNPJ, número e conversa ficam cifrados. Códigos e links guardados não podem ser lidos por ninguém, nem por nós. O que você escreve no WhatsApp também fica no seu celular: se preferir, digite o CPF ou CNPJ na página de entrada, e não na conversa.',
    },
    {
      title: 'Seus direitos, e como usar cada um aqui',
      text: 'O art. 18 da LGPD dá estes direitos a você, de graça:',
      items: [
        'Saber o que temos e ver os dados: na página da conta, ou escreva MEUS DADOS na conversa.',
        'Corrigir: o nome, na página da conta. CPF ou CNPJ errado: fale com a gente.',
        'Levar uma cópia: “Baixar meus dados”, na página da conta.',
        `Apagar, e retirar o consentimento: “Apagar minha conta”, na página da conta, ou escreva APAGAR na conversa. Vale em ${LIFETIMES.deletionDays} dias.`,
        'Saber com quem dividimos: está acima. Opor-se, ou pedir que algo seja bloqueado: fale com a gente.',
        'Reclamar à Autoridade Nacional de Proteção de Dados: gov.br/anpd.',
      ],
    },
  ],
};
