import type { CredentialCount } from '#src/app/sign-in/method.js';
import type { AuditAction, AuditActor } from '#src/domain/audit-event.js';

/** What an admin reads on the pages about people, claims, chats and the audit log. */
export interface AdminDeskWords {
  readonly nav: {
    readonly label: string;
    readonly whatsapp: string;
    readonly claims: string;
    readonly people: string;
    readonly chats: string;
    readonly audit: string;
  };
  readonly confirm: {
    readonly title: string;
    readonly text: string;
    readonly submit: string;
  };
  readonly reason: string;
  readonly reasonHint: string;
  readonly reasonFault: Readonly<Record<'reason_missing' | 'reason_too_long', string>>;
  readonly taxId: string;
  readonly since: string;
  readonly waysIn: string;
  readonly way: Readonly<Record<CredentialCount['what'], (count: number) => string>>;
  readonly claims: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    readonly askedAt: string;
    readonly claimant: string;
    readonly numberUnknown: string;
    readonly uphold: string;
    readonly reject: string;
    readonly allow: string;
    readonly held: string;
    readonly consequences: string;
    readonly done: Readonly<Record<'upheld' | 'rejected' | 'allowed', string>>;
    readonly refused: Readonly<Record<'not_found' | 'number_unknown' | 'number_taken', string>>;
  };
  readonly people: {
    readonly title: string;
    readonly intro: string;
    readonly search: string;
    readonly malformed: string;
    readonly notFound: string;
    readonly status: string;
    readonly statusOf: Readonly<Record<'active' | 'blocked', string>>;
    readonly deletionDueAt: string;
    readonly contested: string;
    readonly block: string;
    readonly blockHint: string;
    readonly unblock: string;
    readonly unblockHint: string;
    readonly releaseGoogle: string;
    readonly releaseHint: string;
    readonly done: Readonly<Record<'block' | 'unblock' | 'release_google', string>>;
    readonly nothingToRelease: string;
    readonly another: string;
  };
  readonly chats: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    readonly numberUnknown: string;
    readonly until: string;
    readonly lastInbound: string;
    readonly resume: string;
    readonly done: string;
    readonly over: string;
  };
  readonly audit: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    readonly account: string;
    readonly older: string;
    readonly actors: Readonly<Record<AuditActor, string>>;
    readonly actions: Readonly<Record<AuditAction, string>>;
  };
}
