import type { Words } from '../words/catalogue.js';

const DIGITS = [1, 2, 3, 4, 5, 6];

/**
 * The field for the six digits from WhatsApp. It looks like six boxes and is one field, so that phones fill it in
 * (`one-time-code`), and a code can be pasted, read aloud and mended as in any other.
 */
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
      <div class="code-boxes">
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
        <span aria-hidden="true">
          {DIGITS.map((digit) => (
            <i key={digit} />
          ))}
        </span>
      </div>
      {fault !== undefined && (
        <p class="error" id="code-error">
          {fault}
        </p>
      )}
    </>
  );
}
