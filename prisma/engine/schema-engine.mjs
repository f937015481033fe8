#!/usr/bin/env node
// Stands in for Prisma's native `schema-engine`: the same arguments and the same JSON-RPC over stdin and stdout, answered
// by the engine's WASM build over the `pg` driver (see prisma.config.ts).
import readline from 'node:readline';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import {
  administer,
  connectionConfig,
  migrationAdapter,
  withClient,
} from './migration-adapter.mjs';
import { loadWasmEngine } from './wasm-engine.mjs';

/** The build of @prisma/schema-engine-wasm in package.json. */
const ENGINE_COMMIT = '0edf323efd1d98336f3f0a68684b56f689b900d3';
/** JSON-RPC's code for an error of the engine; Prisma's CLI reads the `data` beside it. */
const ENGINE_ERROR = 4466;
/** What PostgreSQL answers when the database does not exist. */
const NO_SUCH_DATABASE = '3D000';

const args = process.argv.slice(2);

function option(name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

function datasourceUrl() {
  const text = option('--datasource');
  if (text === undefined) return process.env.DATABASE_URL;
  return JSON.parse(text.startsWith('{') ? text : Buffer.from(text, 'base64').toString()).url;
}

function log(level, fields) {
  process.stderr.write(`${JSON.stringify({ level, fields, target: 'schema_engine::logger' })}\n`);
}

/** Tells the CLI of a failure in the native engine's log format, and ends. The CLI skips the first line. */
function stop(code, message) {
  log('INFO', { message: 'Starting schema engine CLI' });
  log('ERROR', { is_panic: false, error_code: code, message, backtrace: null });
  process.exitCode = 1;
}

async function runCommand(command, url) {
  const config = connectionConfig(url);
  try {
    switch (command) {
      case 'can-connect-to-database':
        return await withClient(config, () => undefined);
      case 'create-database':
        return await administer(config, `CREATE DATABASE "${config.database}"`);
      case 'drop-database':
        return await administer(
          config,
          `DROP DATABASE IF EXISTS "${config.database}" WITH (FORCE)`,
        );
      default:
        return stop(null, `This engine has no command "${command}".`);
    }
  } catch (error) {
    stop(error.code === NO_SUCH_DATABASE ? 'P1003' : 'P1001', String(error.message || error.code));
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

/** The engine puts a JSON object with its own code into the message of what it throws. */
function errorData(error) {
  const message = String(error?.message ?? error);
  try {
    const told = JSON.parse(message);
    return { is_panic: false, message: told.message, error_code: told.code ?? told.error_code };
  } catch {
    return { is_panic: false, message, error_code: error?.code ?? null };
  }
}

async function answer(engine, { id, method, params }) {
  switch (method) {
    case 'getDatabaseVersion':
      return { result: await engine.version(params ?? null) };
    case 'diff': {
      const { stdout, exitCode } = await engine.diff({ shadowDatabaseUrl: null, ...params });
      if (stdout) send({ id: `${id}-print`, method: 'print', params: { content: stdout } });
      return { result: { exitCode } };
    }
    default:
      return { result: (await engine[method](params)) ?? {} };
  }
}

/**
 * A panic inside the WASM cannot be caught where the engine was called, and the CLI takes an engine that is suddenly gone
 * for success. So the request under way is answered with the panic's text before this process ends.
 */
function watchForPanics(requestUnderWay) {
  let panic = 'The schema engine broke.';
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      panic = message;
    },
  };
  process.on('uncaughtException', (error) => {
    const data = { is_panic: false, message: `${panic}\n${error.message}`, error_code: null };
    const answer = { id: requestUnderWay(), error: { code: ENGINE_ERROR, message: panic, data } };
    process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...answer })}\n`, () =>
      process.exit(1),
    );
  });
}

async function serve(url) {
  let requestId;
  watchForPanics(() => requestId);
  const { SchemaEngine } = await loadWasmEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(migrationAdapter(url));
  let engine;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = line.trim() === '' ? {} : JSON.parse(line);
    if (request.method === undefined) continue;
    requestId = request.id;
    try {
      engine ??= await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
      send({ id: request.id, ...(await answer(engine, request)) });
    } catch (error) {
      const data = errorData(error);
      send({ id: request.id, error: { code: ENGINE_ERROR, message: data.message, data } });
    }
  }
  process.exit(0);
}

if (args.includes('--version')) process.stdout.write(`schema-engine-cli ${ENGINE_COMMIT}\n`);
else if (args.includes('cli')) await runCommand(args[args.indexOf('cli') + 1], datasourceUrl());
else await serve(datasourceUrl());
