import { ADMIN_PASSWORD } from './admin-client.js';

/** Marks what was sent: it must be in no log. */
export const MARK = 'marca-do-teste';
export const CHALLENGE = '0b0f6a6e-3f0c-4a51-9d3b-3c2f6d8e9a10';

interface Route {
  readonly path: string;
  /** A body that would do. */
  readonly body: Readonly<Record<string, unknown>>;
  /** An empty body is one that would do. */
  readonly needsNothing?: boolean;
}

export const API_ROUTES: readonly Route[] = [
  { path: '/api/auth/whatsapp', body: { taxId: '529.982.247-25', purpose: 'login' } },
  { path: '/api/auth/whatsapp/verify', body: { challengeId: CHALLENGE, code: '123456' } },
  { path: '/api/admin/login', body: { password: ADMIN_PASSWORD } },
  { path: '/api/admin/step-up', body: { password: ADMIN_PASSWORD } },
  { path: '/api/admin/whatsapp/pair', body: { phone: '11912345678' }, needsNothing: true },
];

export const FORM_ROUTES: readonly Route[] = [
  { path: '/login', body: { taxId: '529.982.247-25' } },
  { path: '/login/code', body: { code: '123456' } },
  { path: `/l/${'k'.repeat(43)}`, body: { next: '/a' }, needsNothing: true },
  { path: `/admin/setup/${'k'.repeat(43)}`, body: { password: 'x', again: 'x' } },
  { path: '/admin/login', body: { password: ADMIN_PASSWORD } },
  { path: '/admin/step-up', body: { password: ADMIN_PASSWORD } },
  { path: '/admin/whatsapp/pair', body: { phone: '11912345678' }, needsNothing: true },
];

export const OTHER_TYPES: readonly unknown[] = [null, 0, -1.5, true, [], [MARK], {}, { $ne: null }];

interface Body {
  readonly what: string;
  readonly bytes: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const typed = (type: string) => ({ 'content-type': type });

export const BROKEN_JSON: readonly Body[] = [
  { what: 'null', bytes: 'null' },
  { what: 'a number', bytes: '1' },
  { what: 'a text', bytes: `"${MARK}"` },
  { what: 'true', bytes: 'true' },
  { what: 'a list', bytes: '[]' },
  { what: 'a list of lists', bytes: '[[[]]]' },
  { what: 'half an object', bytes: `{"${MARK}":` },
  { what: 'two objects', bytes: '{}{}' },
  { what: 'a NUL', bytes: '\u0000' },
  { what: 'an unknown field', bytes: `{"${MARK}":1}` },
  { what: 'a prototype', bytes: '{"__proto__":{"admin":true}}' },
  { what: 'a constructor', bytes: '{"constructor":{"prototype":{"admin":true}}}' },
  { what: 'lists 8,000 deep', bytes: '['.repeat(8_000) + ']'.repeat(8_000) },
  { what: 'objects 2,000 deep', bytes: '{"a":'.repeat(2_000) + '1' + '}'.repeat(2_000) },
  { what: '20 kB', bytes: JSON.stringify({ taxId: 'x'.repeat(20_480) }) },
  { what: '5 MB', bytes: JSON.stringify({ taxId: 'x'.repeat(5_000_000) }) },
  { what: 'invalid UTF-8', bytes: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) },
  { what: 'UTF-16', bytes: Buffer.from('{"taxId":"1"}', 'utf16le') },
  { what: 'a form', bytes: 'taxId=1', headers: typed('application/x-www-form-urlencoded') },
  { what: 'plain text', bytes: '{}', headers: typed('text/plain') },
  { what: 'XML', bytes: '<a/>', headers: typed('application/xml') },
  { what: 'a file', bytes: '--x--', headers: typed('multipart/form-data; boundary=x') },
  { what: 'no type that exists', bytes: '{}', headers: typed(';;;') },
  { what: 'another charset', bytes: '{}', headers: typed('application/json; charset=koi8-r') },
  { what: 'no gzip', bytes: '{}', headers: { 'content-encoding': 'gzip' } },
  { what: 'an unknown encoding', bytes: '{}', headers: { 'content-encoding': 'zip' } },
];

export const FORM = typed('application/x-www-form-urlencoded');
export const BROKEN_FORMS: readonly Body[] = [
  { what: 'an unknown field', bytes: `${MARK}=1` },
  { what: 'a list', bytes: 'taxId[]=1&code[]=1&password[]=1&phone[]=1&next[]=1' },
  { what: 'an object', bytes: 'taxId[a]=1&code[a]=1&password[a]=1&phone[a]=1&next[a]=1' },
  { what: 'a prototype', bytes: '__proto__[admin]=1' },
  { what: '40 fields', bytes: 'a=1&'.repeat(40) },
  { what: '20 kB', bytes: `taxId=${'1'.repeat(20_480)}` },
  { what: 'invalid UTF-8', bytes: Buffer.from([0x61, 0x3d, 0xff]) },
  { what: 'JSON', bytes: '{}', headers: typed('application/json') },
  { what: 'a file', bytes: '--x--', headers: typed('multipart/form-data; boundary=x') },
];

export const NONSENSE = [
  'GARBAGE\r\n\r\n',
  '\u0000\u0001\u0002\u0003',
  'GET / HTTP/9.9\r\n\r\n',
  'GET /healthz HTTP/1.1\r\n\r\n',
  'POST /api/auth/whatsapp HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
  'POST /api/auth/whatsapp HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
  'POST /api/auth/whatsapp HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'x'.repeat(40_000)}\r\n\r\n`,
  `GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
];

export const PATHS = [
  { path: '/l/nonsense', status: 404 },
  { path: `/l/${'x'.repeat(8_000)}`, status: 404 },
  { path: '/l/%00', status: 404 },
  { path: '/l/%ff', status: 400 },
  { path: '/l/', status: 404 },
  { path: '/login?next=/a&next=/b', status: 400 },
  { path: '/login?next=%00', status: 400 },
  { path: '/admin/setup/nonsense', status: 410 },
  { path: '/public/%2e%2e%2fserver.ts', status: 404 },
  { path: '/public/..%5cserver.ts', status: 404 },
  { path: '/.env', status: 404 },
];
