import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportFault } from '#src/main/report-fault.js';

describe('an operator hears what is wrong with TLS to the database', () => {
  let server: net.Server;
  beforeEach(async () => {
    // As PostgreSQL without TLS answers an SSLRequest (Message Flow, 54.2.11).
    server = net.createServer((caller) => caller.once('data', () => caller.end('N')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.close();
  });

  it.each(['require', 'verify-full'])('when sslmode=%s meets a server without it', async (mode) => {
    const { port } = server.address() as AddressInfo;
    const connectionString = `postgresql://zap:sesame@127.0.0.1:${port}/zap?sslmode=${mode}`;
    const pool = new pg.Pool({ connectionString });
    const error: unknown = await pool.query('SELECT 1').catch((reason: unknown) => reason);
    await pool.end();
    const { text, exitCode } = reportFault(error, 'en');
    expect(text).toMatch(/^The database server offers no TLS, and sslmode.*sslmode=disable/);
    expect(exitCode).toBe(78);
  });

  it.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('when the certificate fails by %s', (code) => {
    const { text, exitCode } = reportFault(Object.assign(new Error('tls'), { code }), 'en');
    expect(text).toContain(`not trusted (${code})`);
    expect(text).toContain('sslrootcert');
    expect(exitCode).toBe(78);
  });
});
