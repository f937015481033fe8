import type { Words } from '../../words/catalogue.js';
import { PasswordField } from '../password-field.js';
import { TaxIdField } from './tax-id-field.js';

/** What a form with CPF and password shows again when it comes back with a fault. */
export interface TaxIdAndPasswordTried {
  readonly taxId?: string;
  readonly taxIdFault?: string;
  readonly passwordFault?: string;
}

/** The fields of somebody who proves an account by CPF and password, and the button for them. */
export function TaxIdAndPassword(
  props: TaxIdAndPasswordTried & {
    readonly words: Words;
    /** On the button. */
    readonly submit: string;
  },
) {
  const { words, submit, taxId, taxIdFault, passwordFault } = props;
  return (
    <>
      <TaxIdField
        words={words}
        {...(taxId !== undefined && { value: taxId })}
        {...(taxIdFault !== undefined && { fault: taxIdFault })}
      />
      <PasswordField
        name="password"
        label={words.password.label}
        autoComplete="current-password"
        fault={passwordFault}
      />
      <button type="submit" name="way" value="password">
        {submit}
      </button>
    </>
  );
}
