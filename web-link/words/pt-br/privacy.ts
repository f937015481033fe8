import { LIFETIMES } from '../lifetimes.js';

/** What the privacy notice says (LGPD art. 9): what is kept, what for, how long, and one's rights. */
export const privacy = {
  title: 'Privacidade',
  intro: 'O que guardamos para você entrar na sua conta, e o que nunca fazemos com isso.',
  chapters: [
    {
      title: 'O que guardamos',
      text: `Seu nome, seu CPF ou CNPJ e o número do seu WhatsApp. O CPF ou CNPJ diz de quem é a conta; o número é por onde você entra. Também guardamos quando e com que tipo de navegador você entrou. Um cookie lembra por ${LIFETIMES.knownBrowserDays} dias que este navegador já entrou: ele não abre nada, só evita que erros de estranhos deixem você de fora.`,
    },
    {
      title: 'Para quê',
      text: 'Só para você entrar na sua conta e para ninguém entrar no seu lugar. Não vendemos, não fazemos propaganda e não mandamos mensagem para quem não escreveu antes.',
    },
    {
      title: 'Como protegemos',
      text: 'Nome, CPF ou CNPJ, número e conversa ficam cifrados. Códigos e links valem poucos minutos, uma vez só, e nem nós conseguimos lê-los depois.',
    },
    {
      title: 'Por quanto tempo',
      text: 'O texto das mensagens some minutos depois da entrega. Códigos e links vencidos são apagados em um dia. O cadastro fica enquanto você tiver a conta.',
    },
    {
      title: 'A conversa',
      text: 'O que você escreve no WhatsApp também fica no seu celular. Se preferir, digite o CPF ou CNPJ na página de entrada, e não na conversa.',
    },
    {
      title: 'Seus direitos',
      text: 'Você pode pedir para ver, corrigir, levar ou apagar seus dados (Lei 13.709/2018, art. 18), e retirar seu consentimento quando quiser. Fale com o responsável pelo site em que você entra.',
    },
  ],
};
