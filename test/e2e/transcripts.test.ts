import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InboundContent } from '#src/app/ports/channel.js';
import { createSpelling, type Spelling } from '../app/transcript-spelling.js';
import { messagesOf, readTranscript, type TranscriptLine } from '../bot-flows/transcript-lines.js';
import { until } from '../support/until.js';
import type { SimulatedPhone } from './support/simulated-phone.js';
import {
  castTranscripts,
  heardBy,
  playerOf,
  saidBy,
  shapeOfTime,
  type Player,
} from './support/transcript-people.js';
import { createWorld, type World } from './support/world.js';

const FOLDER = new URL('../bot-flows/transcripts/', import.meta.url);
const ANSWERED_WITHIN_MS = 30_000;

/** Some of each flow, none in which time passes; all the others: test/app/transcripts.test.ts. */
const PLAYED = [
  ...['entrar-direto', 'obrigado', 'palavrao-sem-ofensa', 'nao-entendi', 'um-direto', 'cancelar'],
  ...['midia', 'midia-no-aceite', 'ajuda-no-meio', 'respostas-fora-de-hora', 'google-e-senha'],
  ...['cadastro', 'cadastro-aceite-duvidoso', 'cadastro-nao-aceito', 'cadastro-nome-impossivel'],
  ...['cpf-digito-errado', 'cpf-varios', 'cpf-em-frase', 'cnpj', 'codigo-digitado-na-conversa'],
  ...['chip-trocado', 'chip-trocado-cpf-errado', 'ausencia-longa', 'desbloquear-cpf-errado'],
  ...['bloquear', 'nao-fui-eu', 'pedido-certo', 'pedido-errado', 'pedido-nao', 'acessos'],
  ...['sair-de-tudo', 'meus-dados', 'apagar', 'este-cpf-e-meu', 'numero-novo', 'atendente'],
];

const CAST = PLAYED.map((name, at) => ({
  name,
  player: playerOf(at),
  steps: readTranscript(readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8')),
}));

/** A login page as a browser opens it. @returns what it shows */
async function openPage(origin: string, device: string) {
  const [browser, system] = device.split(', ').slice(2);
  const userAgent = browser === undefined ? '' : `Mozilla/5.0 (${system ?? ''}) ${browser}/140.0`;
  const response = await fetch(`${origin}/api/auth/requests`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', 'user-agent': userAgent },
    body: '{}',
  });
  if (response.status !== 201) throw new Error(`the page answered ${response.status}`);
  const { requestCode, number } = (await response.json()) as {
    requestCode: string;
    number: number;
  };
  return { code: requestCode, number };
}

/** What the button of the page behind a link does, in Chrome on Windows. */
async function tapLink(origin: string, token: string): Promise<void> {
  const userAgent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0';
  const response = await fetch(`${origin}/l/${token}`, {
    method: 'POST',
    headers: { origin, 'user-agent': userAgent },
    body: new URLSearchParams(),
    redirect: 'manual',
  });
  if (response.status !== 303) throw new Error(`the link answered ${response.status}`);
}

async function send(phone: SimulatedPhone, content: InboundContent): Promise<void> {
  if (content.kind === 'text') return phone.send(content.text);
  if (content.kind !== 'media') throw new Error('no phone sends that');
  await phone.post({ kind: content.media === 'view_once' ? 'viewOnce' : content.media });
}

describe('a transcript goes as it is written through the whole product and a simulated WhatsApp', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await castTranscripts(world.dataDir, CAST);
    await world.startPaired();
  });
  afterAll(() => world.end());

  async function happen(
    happens: TranscriptLine,
    actors: { phone: SimulatedPhone; player: Player; spelling: Spelling; token: () => string },
  ): Promise<void> {
    const { phone, player, spelling } = actors;
    if (happens.kind === 'given') {
      if (happens.name === 'toca no link') await tapLink(world.origin, actors.token());
      if (happens.name === 'pedido na tela')
        spelling.waits(await openPage(world.origin, happens.value));
    } else if (happens.kind === 'said' && happens.mark === null) {
      const text = saidBy(player, spelling.said(happens.text));
      for (const content of messagesOf(text, null)) await send(phone, content);
    } else throw new Error('nothing that a phone does now');
  }

  it.concurrent.each(CAST)('$name', async ({ name, player, steps }) => {
    const phone = await world.phone(player.number, name);
    const spelling = createSpelling({ publicUrl: world.origin });
    const fromBot = async () => (await phone.messages()).filter(({ from }) => from === 'bot');
    const played: { line: string; answers: readonly string[] }[] = [];
    let read = 0;
    let token = '';
    for (const { line, happens, answers } of steps) {
      await happen(happens, { phone, player, spelling, token: () => token });
      const expected = read + answers.length;
      const messages = await until(
        `an answer to "${line}"`,
        async () => {
          const so = await fromBot();
          return so.length >= expected && so;
        },
        { withinMs: ANSWERED_WITHIN_MS },
      );
      const heard = messages.slice(read).map(({ text }) => spelling.heard(text));
      token = heard.find((message) => message.token !== undefined)?.token ?? token;
      read = messages.length;
      played.push({ line, answers: heard.map(({ spelled }) => heardBy(player, spelled)) });
    }
    const written = steps.map(({ line, answers }) => ({ line, answers: answers.map(shapeOfTime) }));
    expect(played).toEqual(written);
  });
});
