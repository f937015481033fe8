import type { NoticeTopic } from '#src/app/ports/tables/owner-notices.js';

type JoinedNotices = Readonly<Record<NoticeTopic, (count: number) => string>>;

/** What stands before the last of several notices that go out as one; `count` is two or more. */
export const JOINED_PT_BR: JoinedNotices = {
  sign_in: (count) => `Mais ${count} entradas na sua conta. A última:`,
  copied_session: (count) => `Mais ${count} acessos encerrados na sua conta. O último:`,
  password: (count) => `A senha da sua conta foi definida mais ${count} vezes. A última:`,
  google: (count) => `Mais ${count} mudanças no Google da sua conta. A última:`,
  google_unlinked: (count) => `O Google deixou de abrir sua conta mais ${count} vezes. A última:`,
  deletion: (count) => `Mais ${count} pedidos para apagar sua conta. O último:`,
  number_wait: (count) => `Mais ${count} pedidos de outro WhatsApp. O último:`,
};

export const JOINED_EN: JoinedNotices = {
  sign_in: (count) => `${count} more logins to your account. The last one:`,
  copied_session: (count) => `${count} more logins of your account ended. The last one:`,
  password: (count) => `The password of your account was set ${count} more times. The last time:`,
  google: (count) => `${count} more changes to Google on your account. The last one:`,
  google_unlinked: (count) => `Google was unlinked ${count} more times. The last time:`,
  deletion: (count) => `${count} more requests to delete your account. The last one:`,
  number_wait: (count) => `${count} more requests of another WhatsApp. The last one:`,
};
