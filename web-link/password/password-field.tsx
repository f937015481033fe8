interface PasswordFieldProps {
  readonly name: 'password' | 'repeat';
  readonly label: string;
  /** `new-password` lets managers offer one (WCAG 3.3.8: nothing has to be remembered). */
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: string;
  readonly fault?: string;
}

/** Pasting is allowed and nothing is cut off (NIST SP 800-63B-4 §3.1.1.2). */
export function PasswordField({ name, label, autoComplete, hint, fault }: PasswordFieldProps) {
  const notes = [hint && `${name}-hint`, fault && `${name}-error`].filter(Boolean).join(' ');
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
