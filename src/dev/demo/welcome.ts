import { KNOWN, NEWCOMER } from './people.js';

/** What a newcomer needs next. */
export function welcome(input: {
  readonly publicUrl: string;
  readonly simulatorUrl: string;
  /** null where the real one is used. */
  readonly googleUrl: string | null;
  readonly setupUrl: string | null;
}): string {
  const { publicUrl, simulatorUrl, googleUrl, setupUrl } = input;
  const admin =
    setupUrl === null
      ? `  The admin    ${publicUrl}/admin`
      : `  The admin    ${setupUrl}\n               (one-time address, 30 minutes: choose the admin password there)`;
  const google =
    googleUrl === null
      ? ''
      : `  Google       ${googleUrl}      simulated, too; the product leads there\n`;
  return `
zap-login is ready.

  The phones   ${simulatorUrl}      a simulated WhatsApp: play anybody
  The product  ${publicUrl}/login
${google}${admin}

Try this:
  1. Open the phones, choose ${KNOWN.name} and send "entrar". Tap the link and, on the page, "Entrar".
  2. Choose ${NEWCOMER.name}, who is new: send "oi", then the CPF ${NEWCOMER.cpf}.
  3. Open the product in another browser, type the CPF ${KNOWN.cpf} of ${KNOWN.name}
     and the code that arrives on her phone.
  4. On the product, choose "Acessar com Google" and somebody there: the first time Google asks
     for the CPF, afterwards it opens the account by itself.

Ctrl-C ends everything; the next run goes on with the same data.
`;
}
