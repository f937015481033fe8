import { renderToStaticMarkup } from 'preact-render-to-string';
import QRCode from 'qrcode';

/** Modules of white around the symbol that scanners need (ISO/IEC 18004 §6.3.8). */
const QUIET_ZONE = 4;
const SHAPE = 'qr-shape';

/**
 * A QR code as SVG, black on white whatever the colours of the page.
 * @param props.payload the text to encode, at most about 2,300 bytes
 * @param props.label what people who do not see it are told
 */
export function QrCode({ payload, label }: { readonly payload: string; readonly label: string }) {
  const { modules } = QRCode.create(payload, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET_ZONE;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path id={SHAPE} fill="#000" d={darkModules(modules)} />
    </svg>
  );
}

/** The code that `QrCode` has drawn on the same page, once more and without its bytes. */
export function QrCodeAgain({
  payload,
  label,
}: {
  readonly payload: string;
  readonly label: string;
}) {
  const { modules } = QRCode.create(payload, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET_ZONE;
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <use href={`#${SHAPE}`} />
    </svg>
  );
}

/** The same as markup, for pages that are already open. */
export function qrCodeSvg(payload: string, label: string): string {
  return renderToStaticMarkup(<QrCode payload={payload} label={label} />);
}

/** One rectangle for each horizontal run of dark modules: a third of the bytes of one for each module. */
function darkModules({ size, data }: { readonly size: number; readonly data: Uint8Array }): string {
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (const { start, length } of darkRuns(data.subarray(row * size, (row + 1) * size))) {
      runs.push(`M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`);
    }
  }
  return runs.join('');
}

function darkRuns(row: Uint8Array): readonly { readonly start: number; readonly length: number }[] {
  return Array.from(
    Array.from(row, (bit) => (bit === 0 ? ' ' : 'x'))
      .join('')
      .matchAll(/x+/g),
  ).map((match) => ({ start: match.index, length: match[0].length }));
}
