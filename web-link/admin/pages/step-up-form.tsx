import type { AdminWords } from '#web-link/words/catalogue.js';
import type { Intent } from '../command.js';
import { AdminAccountHint } from './frame.js';
import { PasswordField } from '#web-link/ui/password-field.js';

/** The pages of the admin that ask for the password; it leads back to one of them, never to an address from a form. */
export const STEP_UP_PAGES = ['whatsapp', 'claims', 'people'] as const;
export type StepUpPage = (typeof STEP_UP_PAGES)[number];

/** Asks for the password before dangerous acts (security case 49); without a script like everything here. */
export function StepUpForm({
  admin,
  back,
  intent,
  passwordFault,
  id = 'step-up',
  hidden = false,
}: {
  readonly admin: AdminWords;
  /** The page that asks. */
  readonly back: StepUpPage;
  /** What is done once the password is confirmed. */
  readonly intent?: Intent | undefined;
  readonly passwordFault?: string | undefined;
  readonly id?: string;
  readonly hidden?: boolean;
}) {
  const { stepUp } = admin;
  return (
    <section data-part={id} hidden={hidden} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{stepUp.title}</h2>
      <p>{back === 'whatsapp' ? stepUp.toConnect : stepUp.toChange}</p>
      <form method="post" action="/admin/step-up">
        <AdminAccountHint />
        <input type="hidden" name="back" value={back} />
        {intent !== undefined && <input type="hidden" name="action" value={intent.action} />}
        {intent?.action === 'pair_by_code' && (
          <input type="hidden" name="phone" value={intent.phone} />
        )}
        <PasswordField
          name="password"
          label={admin.password}
          autoComplete="current-password"
          fault={passwordFault}
        />
        <button type="submit">{stepUp.submit}</button>
      </form>
    </section>
  );
}
