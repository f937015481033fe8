import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { wasmFlags } from '../../support/wasm-flags.js';

const PROGRAM = ['--conditions=development', '--import', 'tsx', 'src/dev/chat/main.ts'];

const LINES = [
  ...['oi', '/effects on', '111.444.777-35', '/effects off', '/state', 'Pedro Souza', '1', '/tap'],
  ...['/as 11987654321', 'oi', '/wait 11', 'sim', '/media audio', '/nope', '/quit', 'oi'],
];

it('answers what comes through a pipe, all of it before it ends, and leaves nothing behind', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'zap-chat-test-'));
  const child = spawn(process.execPath, [...wasmFlags(), ...PROGRAM], {
    env: { PATH: process.env['PATH'] ?? '', TMPDIR: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (printed[name] += text));
  }
  child.stdin.end(`${LINES.join('\n')}\n`);
  const [code] = (await once(child, 'close')) as [number | null];

  const conversation = printed.stdout
    .replaceAll(/\/l\/[\w-]{43}/g, '/l/TOKEN')
    .replaceAll(/^bot: \d{6}$/gm, 'bot: CODE')
    .replaceAll(/às \d\d:\d\d/g, 'às HH:MM')
    .split('\n')
    .map((line) => line.slice(0, 44).trimEnd());
  expect({ code, stderr: printed.stderr }).toEqual({ code: 0, stderr: '' });
  expect(conversation.slice(2)).toEqual([
    'pessoa: oi',
    'bot: Olá! Aqui você entra na sua conta sem p',
    '     Qual é o seu CPF (ou CNPJ)?',
    'pessoa: 111.444.777-35',
    '[efeito: identify]',
    '[efeito: checkTaxId]',
    'bot: Não achei esse CPF ou CNPJ neste WhatsA',
    '(state: registration.name)',
    'pessoa: Pedro Souza',
    'bot: Seu nome: Pedro Souza. Guardo nome, CPF',
    '     Você aceita?',
    '     1 Aceito',
    '     2 Não aceito',
    'pessoa: 1',
    'bot: Cadastro feito, Pedro Souza. Toque para',
    '     No computador, use o código da próxima',
    'bot: CODE',
    '(the link opens: a session begins)',
    'bot: Você entrou às HH:MM no Chrome, Android',
    'pessoa: oi',
    'bot: Olá, Joana. O que você quer fazer?',
    '     1 Entrar',
    '     2 Acessos',
    '     3 Meus dados',
    '     4 Ajuda',
    'pessoa: sim',
    'bot: Para entrar na sua conta, escreva ENTRA',
    'bot: Não consigo ouvir áudios aqui. Escreva,',
    '     Para entrar na sua conta, escreva ENTRA',
    '(There is no /nope; /help says what there is',
    '',
  ]);
  expect((await readdir(folder)).filter((name) => name.startsWith('zap-'))).toEqual([]);
  await rm(folder, { recursive: true });
}, 120_000);
