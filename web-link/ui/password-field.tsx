interface PasswordFieldProps {
  readonly name: 'password' | 'repeat' | 'again';
  readonly label: string;
  /** `new-password` lets managers offer one (WCAG 3.3.8: nothing has to be remembered). */
  readonly autoComplete: 'current-password' | 'new-password';
  /** A sentence above the field. */
  readonly hint?: string;
  /** The id of an element elsewhere on the page that describes the field. */
  readonly describedBy?: string;
  /** What was wrong with the last try. */
  readonly fault?: string | undefined;
}

/** Pasting is allowed and nothing is cut off (NIST SP 800-63B-4 §3.1.1.2). */
export function PasswordField(props: PasswordFieldProps) {
  const { name, label, autoComplete, hint, describedBy, fault } = props;
  const notes = [hint && `${name}-hint`, fault && `${name}-error`, describedBy]
    .filter(Boolean)
    .join(' ');
  return (
    <>
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type="password"
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellcheck={false}
        required
        autoFocus={fault !== undefined}
        aria-invalid={fault === undefined ? 'false' : 'true'}
        {...(notes !== '' && { 'aria-describedby': notes })}
      />
      {fault !== undefined && (
        <p class="error" id={`${name}-error`}>
          {fault}
        </p>
      )}
    </>
  );
}
