import type { NoticeTopic } from '#src/app/ports/tables/owner-notices.js';

/** What stands before the last of several notices that go out as one; `count` is two or more. */
export const JOINED: Readonly<Record<NoticeTopic, (count: number) => string>> = {
  sign_in: (count) => `Mais ${count} entradas na sua conta. A última:`,
  copied_session: (count) => `Mais ${count} acessos encerrados na sua conta. O último:`,
  password: (count) => `A senha da sua conta foi definida mais ${count} vezes. A última:`,
  google: (count) => `Mais ${count} mudanças no Google da sua conta. A última:`,
  google_unlinked: (count) => `O Google deixou de abrir sua conta mais ${count} vezes. A última:`,
  deletion: (count) => `Mais ${count} pedidos para apagar sua conta. O último:`,
  name: (count) => `O nome da sua conta foi mudado mais ${count} vezes. A última:`,
  number_wait: (count) => `Mais ${count} pedidos de outro WhatsApp. O último:`,
};
