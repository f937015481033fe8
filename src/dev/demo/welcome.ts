import { BOT_NUMBER } from './keep-paired.js';
import { KNOWN, NEWCOMER } from './people.js';

interface Addresses {
  readonly publicUrl: string;
  readonly simulatorUrl: string;
  /** null where the real one is used. */
  readonly googleUrl: string | null;
  readonly setupUrl: string | null;
}

/** What a newcomer needs next. */
export function welcome({ unpaired, ...at }: Addresses & { readonly unpaired: boolean }): string {
  const steps = [...(unpaired ? pairing(at) : []), ...tries(at)];
  return `
zap-login is ready${unpaired ? '; its bot is not paired yet' : ''}.

${addresses(at)}

Try this:
${steps.map((step, index) => `  ${index + 1}. ${step.replaceAll('\n', '\n     ')}`).join('\n')}

Ctrl-C ends everything; the next run goes on with the same data.
`;
}

function addresses({ publicUrl, simulatorUrl, googleUrl, setupUrl }: Addresses): string {
  const lines = [
    `The phones   ${simulatorUrl}      a simulated WhatsApp: play anybody`,
    `The product  ${publicUrl}/login`,
    ...(googleUrl === null
      ? []
      : [`Google       ${googleUrl}      simulated, too; the product leads there`]),
    ...(setupUrl === null
      ? [`The admin    ${publicUrl}/admin`]
      : [
          `The admin    ${setupUrl}`,
          '             (one-time address, 30 minutes: choose the admin password there)',
        ]),
  ];
  return lines.map((line) => `  ${line}`).join('\n');
}

function pairing({ setupUrl }: Addresses): readonly string[] {
  const enter =
    setupUrl === null ? 'Log in as the admin' : 'Open the admin, choose a password and log in';
  return [
    `${enter}: the page "WhatsApp" shows a QR.`,
    `On the phones, press "Conectar o bot", then "Ler o QR". Or have the admin's page make a code for
${BOT_NUMBER.slice(2)} and type it there.`,
  ];
}

function tries({ publicUrl }: Addresses): readonly string[] {
  return [
    `Open ${publicUrl}/login, press "Acessar com WhatsApp", then "Abrir o WhatsApp": a phone opens with
the message typed. Send it as ${KNOWN.name} and answer with the number that the login page shows.`,
    `On the phones, choose ${KNOWN.name} and send "entrar". Tap the link and, on the page, "Entrar".`,
    `Choose ${NEWCOMER.name}, who is new: send "oi", then the CPF ${NEWCOMER.cpf}.`,
    `Open the product in another browser, type the CPF ${KNOWN.cpf} of ${KNOWN.name}
and the code that arrives on her phone.`,
    `On the product, choose "Acessar com Google" and somebody there: the first time Google asks
for the CPF, afterwards it opens the account by itself.`,
  ];
}
