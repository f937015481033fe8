import type { Words } from '../../words/catalogue.js';

interface TaxIdFieldProps {
  readonly words: Words;
  /** What the person typed, when it comes back with a fault. */
  readonly value?: string;
  readonly fault?: string;
}

/** CPF or CNPJ with its hint and its fault; a script adds punctuation where there is one. */
export function TaxIdField({ words, value = '', fault }: TaxIdFieldProps) {
  const { login } = words;
  return (
    <>
      <label for="tax-id">{login.taxIdLabel}</label>
      <p class="hint" id="tax-id-hint">
        {login.taxIdHint}
      </p>
      <input
        id="tax-id"
        name="taxId"
        type="text"
        value={value}
        maxLength={32}
        autoComplete="username"
        autoCapitalize="characters"
        spellcheck={false}
        required
        autoFocus={fault !== undefined}
        aria-invalid={fault === undefined ? 'false' : 'true'}
        aria-describedby={fault === undefined ? 'tax-id-hint' : 'tax-id-hint tax-id-error'}
      />
      {fault !== undefined && (
        <p class="error" id="tax-id-error">
          {fault}
        </p>
      )}
      <button type="button" class="link" id="full-keyboard" hidden>
        {login.fullKeyboard}
      </button>
    </>
  );
}
