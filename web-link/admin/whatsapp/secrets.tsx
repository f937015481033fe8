import type { WhatsAppWords } from '#web-link/words/catalogue.js';
import { QrCode } from '#web-link/ui/qr-code.js';

/** `ABCD1234` as phones show the field for it: `ABCD-1234`. */
function spacedCode(code: string): string {
  return code.replace(/^(.{4})(.{4})$/, '$1-$2');
}

/** The QR code and the pairing code, each hidden while there is none; the script fills them in. */
export function WhatsAppSecrets({
  words,
  qr,
  pairingCode,
}: {
  readonly words: WhatsAppWords;
  readonly qr: string | null;
  readonly pairingCode: string | null;
}) {
  return (
    <>
      <section class="admin-secret" data-part="qr" hidden={qr === null} aria-labelledby="qr-title">
        <h2 id="qr-title">{words.qrTitle}</h2>
        <div class="admin-qr" data-field="qr">
          {qr !== null && <QrCode payload={qr} label={words.qrLabel} />}
        </div>
        <p class="admin-age" data-field="qr-age" data-template={words.qrAge} hidden />
        <p>{words.qrChanges}</p>
      </section>
      <section
        class="admin-secret"
        data-part="code"
        hidden={pairingCode === null}
        aria-labelledby="code-title"
      >
        <h2 id="code-title">{words.codeTitle}</h2>
        <p class="admin-code" data-field="pairingCode" aria-live="polite">
          {pairingCode === null ? '' : spacedCode(pairingCode)}
        </p>
        <p>{words.codeHow}</p>
      </section>
    </>
  );
}

/** What to try when the phone hangs: some accounts want a passkey before they link a device. */
export function WhatsAppStuck({
  words,
  shown,
}: {
  readonly words: WhatsAppWords;
  readonly shown: boolean;
}) {
  return (
    <details data-part="stuck" hidden={!shown}>
      <summary>{words.stuckTitle}</summary>
      <ul>
        {words.stuck.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
