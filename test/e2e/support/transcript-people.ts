import { randomBytes, randomUUID } from 'node:crypto';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import type { BareStore } from '#src/app/ports/tables/store.js';
import { readConfig } from '#src/config/config.js';
import { parsePersonName } from '#src/domain/person-name.js';
import { parsePhone } from '#src/domain/phone.js';
import { maskOwnTaxId, parseTaxId, type TaxId } from '#src/domain/tax-id.js';
import { openStorage } from '#src/main/open-storage.js';
import type { TranscriptStep } from '../../bot-flows/transcript-lines.js';
import { copyEmbeddedTemplate } from '../../support/embedded-template.js';
import { sameUmask } from '../../support/same-umask.js';
import { sampleCpf } from '../../support/sample-cpf.js';

/** The CPF that transcripts write, with or without its points; each person here has another one. */
const SPELLED_CPF = /529\.?982\.?247-?25/g;
const SPELLED_MASK = '529.•••.•••-25';
const DAY_MS = 86_400_000;
const REFRESH_MS = 7 * DAY_MS;

export interface Player {
  /** Digits with country code. */
  readonly number: string;
  readonly cpf: TaxId;
}

/** The person who plays the transcript with this number; all phones end in 1234, as the transcripts have it. */
export function playerOf(at: number): Player {
  const number = `55119${8000 + at}1234`;
  return { number, cpf: sampleCpf(700_000_000 + at) as TaxId };
}

export function saidBy({ cpf }: Player, spelled: string): string {
  return spelled.replaceAll(SPELLED_CPF, cpf);
}

/** What was heard with the transcript's CPF; days and hours by their shape. */
export function heardBy({ cpf }: Player, text: string): string {
  const mask = maskOwnTaxId(cpf).replaceAll('*', '•');
  return shapeOfTime(text.replaceAll(mask, SPELLED_MASK));
}

export function shapeOfTime(text: string): string {
  return text
    .replaceAll(/\d\d\/\d\d\/\d{4}/g, 'DD/MM/YYYY')
    .replaceAll(/\d\d\/\d\d \d\d:\d\d/g, 'DD/MM HH:MM')
    .replaceAll(/às \d\d:\d\d/g, 'às HH:MM');
}

export interface Cast {
  readonly player: Player;
  readonly steps: readonly TranscriptStep[];
}

/** Writes what the transcripts take for granted into a database that the product opens afterwards. */
export async function castTranscripts(dataDir: string, cast: readonly Cast[]): Promise<void> {
  await copyEmbeddedTemplate(dataDir);
  const onFatal = (error: Error): never => {
    throw error;
  };
  const log = createEventLog({ level: 'silent' });
  await sameUmask(async () => {
    const storage = await openStorage({ config: readConfig({ DATA_DIR: dataDir }), log, onFatal });
    for (const one of cast) await prepare(storage.store, one);
    await storage.database.close();
  });
}

async function prepare(store: BareStore, { player, steps }: Cast): Promise<void> {
  const given = new Map<string, string[]>();
  for (const { happens } of steps) {
    if (happens.kind !== 'given') continue;
    given.set(happens.name, [...(given.get(happens.name) ?? []), happens.value]);
  }
  const [name] = given.get('conhecida') ?? [];
  if (name === undefined) return;
  const now = new Date();
  const since = given.has('ausência longa') ? new Date(now.getTime() - 181 * DAY_MS) : now;
  const accountId = randomUUID();
  const phone = valueOf(parsePhone(player.number, 'br'));
  const [document = player.cpf] = given.get('documento deste número') ?? [];
  const created = await store.accounts.create({
    ...{ id: accountId, numberId: randomUUID(), phone, consentedAt: since, now: since },
    taxId: valueOf(parseTaxId(saidBy(player, document))),
    name: valueOf(parsePersonName(name)),
  });
  if (!created.ok) throw new Error(created.error.code);
  if (given.has('chip trocado')) await store.accounts.markIdentityChanged(phone, now);
  if (given.has('bloqueada')) await store.accounts.block(accountId, 'owner');
  for (const [at, session] of (given.get('acesso aberto') ?? []).entries()) {
    await openSession(store, { accountId, session, now: new Date(now.getTime() - at * 1000) });
  }
}

async function openSession(
  store: BareStore,
  { accountId, session, now }: { accountId: string; session: string; now: Date },
): Promise<void> {
  const [browser, system] = session.split(', ');
  const expiresAt = new Date(now.getTime() + REFRESH_MS);
  await store.sessions.create({
    ...{ id: randomUUID(), accountId, method: 'login_link', devicesSince: now, now },
    ...{ browser: browser === '' ? null : (browser ?? null), system: system ?? null },
    refresh: { id: randomUUID(), digest: randomBytes(32), expiresAt },
  });
}

function valueOf<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false },
): Value {
  if (!result.ok) throw new Error('a transcript names what nobody can be');
  return result.value;
}
