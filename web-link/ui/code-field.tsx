import type { Words } from '../words/catalogue.js';

/** The field for the six digits from WhatsApp; phones offer to fill it in (`one-time-code`). */
export function CodeField({
  words,
  hasHint = false,
  fault,
}: {
  readonly words: Words;
  /** Whether a sentence above the field says what to type. */
  readonly hasHint?: boolean;
  /** What is wrong with the code typed last. */
  readonly fault?: string | undefined;
}) {
  const { code } = words;
  const notes = [hasHint && 'code-hint', fault !== undefined && 'code-error'].filter(Boolean);
  return (
    <>
      <label for="code">{code.label}</label>
      {hasHint && (
        <p class="hint" id="code-hint">
          {code.hint}
        </p>
      )}
      <input
        id="code"
        name="code"
        class="code"
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={16}
        required
        autoFocus={fault !== undefined}
        aria-invalid={fault === undefined ? 'false' : 'true'}
        {...(notes.length > 0 && { 'aria-describedby': notes.join(' ') })}
      />
      {fault !== undefined && (
        <p class="error" id="code-error">
          {fault}
        </p>
      )}
    </>
  );
}
