type Variables = Readonly<Record<string, string | undefined>>;

/** What an env file leaves around names and values: CR of Windows line ends, a byte order mark, spaces. */
const AROUND = /^[\s\uFEFF]+|[\s\uFEFF]+$/g;
/** `docker run --env-file` passes quotes on as they are; shells and systemd take them away. */
const QUOTED = /^"([^"]*)"$|^'([^']*)'$/;

export interface CleanVariables {
  readonly variables: Variables;
  /** One sentence for the operator, without any value; null when everything came as it should be. */
  readonly note: string | null;
}

/**
 * The variables in `known` without what does not belong to their values: Windows line ends, a byte order mark, spaces
 * and quotes around them. Everything else in the environment stays as it is and is not mentioned.
 */
export function cleanVariables(variables: Variables, known: readonly string[]): CleanVariables {
  const names = new Set(known);
  const mended = new Set<string>();
  const cleaned: Record<string, string | undefined> = {};
  for (const [written, value] of Object.entries(variables)) {
    const name = written.replace(AROUND, '');
    if (value === undefined || !names.has(name)) {
      cleaned[written] ??= value;
      continue;
    }
    const plain = plainValue(value);
    if (plain !== value || name !== written) mended.add(name);
    cleaned[name] = plain;
  }
  return { variables: cleaned, note: noteOn([...mended].sort()) };
}

function plainValue(value: string): string {
  const trimmed = value.replace(AROUND, '');
  const quoted = QUOTED.exec(trimmed);
  return quoted === null ? trimmed : (quoted[1] ?? quoted[2] ?? '').replace(AROUND, '');
}

function noteOn(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  return `Read without the line ends, spaces or quotes around the value: ${names.join(', ')}. Does an env file have Windows line ends?`;
}
