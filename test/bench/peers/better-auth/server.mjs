/* Better Auth with a phone number's code and a magic link, on the database of DATABASE_URL, as its documentation sets it up;
   and a bare Express route. Its own limits are off, as its callers are all one machine. Prints its port. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import { magicLink, phoneNumber } from 'better-auth/plugins';
import express from 'express';
import pg from 'pg';

const codes = new Map();
const links = new Map();
const options = {
  database: new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 }),
  secret: randomBytes(32).toString('base64'),
  baseURL: 'http://127.0.0.1',
  rateLimit: { enabled: false },
  logger: { level: 'error' },
  telemetry: { enabled: false },
  plugins: [
    phoneNumber({
      sendOTP: ({ phoneNumber: number, code }) => void codes.set(number, code),
      signUpOnVerification: { getTempEmail: (number) => `${number.slice(1)}@phone.example` },
    }),
    magicLink({ sendMagicLink: ({ email, token }) => void links.set(email, token) }),
  ],
};
await (await getMigrations(options)).runMigrations();
const auth = betterAuth(options);

const app = express();
app.disable('x-powered-by');
app.get('/bench/sent', (req, res) => {
  res.json({ codes: [...codes], links: [...links] });
  codes.clear();
  links.clear();
});
app.get('/bench/bare', (req, res) => {
  res.json({
    accountId: 'b1946ac9',
    name: 'Ana Pereira',
    sessionId: '2492d34f',
    methods: ['code'],
  });
});
app.all('/api/auth/{*rest}', toNodeHandler(auth));
// The turns of the other side may take longer than Node's five seconds, and the callers keep their connections.
const server = createServer({ keepAliveTimeout: 65_000 }, app).listen(0, '127.0.0.1', () =>
  process.send(server.address().port),
);
