import type { NumberWaitView } from '#src/app/ports/dialogue.js';
import type { Timed } from '../parameters.js';
import type { SayTime } from '../say-time.js';

/** Why the number alone opens nothing: the first half of the question for the CPF. */
export const WHY_PROOF = {
  new_account: 'Este número já é de uma conta, mas com outro WhatsApp',
  identity_changed: 'Parece que o WhatsApp deste número mudou de aparelho',
  dormant: 'Faz muito tempo que você não aparece por aqui',
} as const;

const NEW_WHATSAPP = 'Este WhatsApp é novo para esta conta, e só o CPF não basta.';

function waitFor(wait: NumberWaitView, times: SayTime): string {
  switch (wait.state) {
    case 'waits':
      return `Se ainda usa o WhatsApp antigo, responda TROCAR nele. Se não, espere: se ninguém usar a conta nem disser não até ${times.dayAndTime(wait.opensAt)}, libero. Depois disso, escreva ENTRAR.`;
    case 'proof':
      return 'Entre no site com senha ou Google e confirme em Minha conta, ou responda TROCAR no WhatsApp antigo. Se não tem nada disso, escreva ESTE CPF É MEU.';
    case 'unconfirmed':
      return 'Ainda não pude confirmar que a conta é sua, porque alguém está usando ela. Se é você, confirme no site, em Minha conta, ou responda TROCAR no WhatsApp antigo. Se não é, escreva ESTE CPF É MEU, e a equipe confere.';
    case 'crowded':
      return 'Outros WhatsApps já pediram esta conta nesta semana, por isso não abri outro pedido. Escreva ESTE CPF É MEU, e a equipe confere, ou tente de novo daqui a alguns dias.';
    case 'team':
      return 'Responda TROCAR no WhatsApp antigo. Se não o tem mais, escreva ESTE CPF É MEU, e a equipe confere.';
    case 'refused':
      return 'Quem usa a conta disse não. Se ela é sua, escreva ESTE CPF É MEU, e a equipe confere.';
  }
}

/** To a WhatsApp account that named the CPF of an account it is new to. */
export function numberWaits({
  wait,
  times,
}: {
  readonly wait: NumberWaitView;
  readonly times: SayTime;
}): string {
  return `${NEW_WHATSAPP} ${waitFor(wait, times)}`;
}

/** What the WhatsApp that is known, and the one that waits, are told. */
export const numberWaitTexts = {
  numberWaitAsked: ({ opensAt, times }: Timed & { readonly opensAt: Date | null }) =>
    `Outro WhatsApp com este mesmo número quer abrir sua conta. Se foi você, responda TROCAR. Se não foi, responda NÃO.${opensAt === null ? '' : ` Sem resposta e sem ninguém na conta, ele entra em ${times.dayAndTime(opensAt)}.`}`,
  numberWaitConfirmed: () =>
    'Pronto: o outro WhatsApp com este número abre a sua conta agora. Este aqui não abre mais nada.',
  numberWaitAccepted: () =>
    'Pronto, este WhatsApp já abre a sua conta. Para entrar, escreva ENTRAR.',
};
