/* Holds connections that wait for events, as thin as a client can be: port, count, cookie. Says `ready` when
   each has heard something and ends when its input does. */
import { connect } from 'node:net';

const [port, count, cookie] = process.argv.slice(2);
const AT_ONCE = 100;
const total = Number(count);
let next = 0;
let heard = 0;

function open() {
  if (next === total) return;
  const id = `00000000-0000-4000-8000-${next.toString(16).padStart(12, '0')}`;
  next += 1;
  const socket = connect(Number(port), '127.0.0.1', () => {
    const head = `GET /api/auth/requests/${id}/events HTTP/1.1\r\nHost: localhost\r\n`;
    socket.write(`${head}Cookie: ${cookie}\r\n\r\n`);
  });
  let told = '';
  socket.on('data', (chunk) => {
    if (told === null) return;
    told += chunk.toString();
    if (!told.includes('event: pending')) return;
    told = null;
    heard += 1;
    open();
    if (heard === total) process.stdout.write('ready\n');
  });
}

for (let lane = 0; lane < AT_ONCE; lane += 1) open();
process.stdin.resume().on('end', () => process.exit(0));
