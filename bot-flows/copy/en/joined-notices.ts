import type { NoticeTopic } from '#src/app/ports/tables/owner-notices.js';

/** What stands before the last of several notices that go out as one; `count` is two or more. */
export const JOINED: Readonly<Record<NoticeTopic, (count: number) => string>> = {
  sign_in: (count) => `${count} more logins to your account. The last one:`,
  copied_session: (count) => `${count} more logins of your account ended. The last one:`,
  password: (count) => `The password of your account was set ${count} more times. The last time:`,
  google: (count) => `${count} more changes to Google on your account. The last one:`,
  google_unlinked: (count) => `Google was unlinked ${count} more times. The last time:`,
  deletion: (count) => `${count} more requests to delete your account. The last one:`,
  name: (count) => `The name of your account was changed ${count} more times. The last time:`,
  number_wait: (count) => `${count} more requests of another WhatsApp. The last one:`,
};
