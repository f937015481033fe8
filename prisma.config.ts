import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// Without this variable every command, `generate` included, downloads a native engine from Prisma's own server.
// The file speaks the same protocol and runs the same engine as WASM from npm, so the npm registry is enough.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(
  new URL('./prisma/engine/schema-engine.mjs', import.meta.url),
);

/** Commands that need no database (generate, validate, format) still ask for a URL: one where nobody answers. */
const NO_DATABASE = 'postgresql://postgres@127.0.0.1:1/none';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? NO_DATABASE },
});
