import { describe, expect, it } from 'vitest';
import { plainLineTo, readDatabaseUrl } from '#src/adapters/postgres/database-url.js';

describe('a DATABASE_URL', () => {
  it('case D3: sslrootcert=system is the machine’s own authorities, checked in full', () => {
    const { connectionString } = readDatabaseUrl(
      'postgresql://u:p@db:5432/zap?sslmode=require&sslrootcert=system',
    );
    expect(connectionString).toBe('postgresql://u:p@db:5432/zap?sslmode=verify-full');
  });

  it('case D3: keeps what is the driver’s, and takes out what is not', () => {
    expect(
      readDatabaseUrl('postgresql://u:p%40@db/zap?schema=zap&host=/run/pg&connection_limit=4'),
    ).toEqual({
      connectionString: 'postgresql://u:p%40@db/zap?host=%2Frun%2Fpg',
      schema: 'zap',
      connectionLimit: 4,
      host: '/run/pg',
      sslmode: undefined,
    });
  });

  it.each(['schema=pg_catalog', `schema=${'x'.repeat(64)}`, 'connection_limit=many'])(
    'case D3: %s is refused with words',
    (parameter) => {
      const read = () => readDatabaseUrl(`postgresql://u:p@db/zap?${parameter}`);
      expect(read).toThrow(/DATABASE_URL/);
    },
  );

  it.each([
    ['postgresql://u:p@203.0.113.7/zap', 'public'],
    ['postgresql://u:p@[2001:db8::1]/zap', 'public'],
    ['postgresql://u:p@203.0.113.7/zap?sslmode=disable', 'public'],
    ['postgresql://u:p@203.0.113.7/zap?sslmode=verify-full', 'none'],
    ['postgresql://u:p@203.0.113.7/zap?sslrootcert=/ca.pem', 'none'],
    ['postgresql://u:p@10.1.2.3/zap', 'private'],
    ['postgresql://u:p@172.18.0.2/zap', 'private'],
    ['postgresql://u:p@[fd00::5]/zap', 'private'],
    ['postgresql://u:p@db.invalid/zap', 'private'],
    ['postgresql://u:p@127.0.0.1/zap', 'none'],
    ['postgresql://u:p@localhost/zap?host=/run/postgresql', 'none'],
  ])('case A16: %s goes over a %s line without TLS', async (url, line) => {
    expect(await plainLineTo(readDatabaseUrl(url))).toBe(line);
  });
});
