import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBotAuth } from '../../support/baileys-bot.js';
import { until } from '../../support/until.js';
import { BOT_NUMBER, setStage, type Stage } from './simulator-client.js';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
});

test('pairs by QR, ends the stream with 515 and lets the device log in', async () => {
  const auth = createBotAuth();
  const pairing = stage.bot(auth);
  const answer = await stage.control.post('/pair', { qr: await pairing.qr(), number: BOT_NUMBER });

  expect(answer).toEqual({ number: BOT_NUMBER, device: 12 });
  expect(await pairing.closed()).toBe(515);
  const online = stage.bot(auth);
  await online.opened();
  expect(auth.creds.me?.id).toBe(`${BOT_NUMBER}:12@s.whatsapp.net`);
  expect(await stage.control.get('/state')).toMatchObject({
    botNumber: BOT_NUMBER,
    paired: true,
    connected: true,
  });
});

test('takes the QR as a link and the number with a plus and separators', async () => {
  const auth = createBotAuth();
  const pairing = stage.bot(auth);
  const qr = `https://wa.me/settings/linked_devices#${(await pairing.qr()).split('#').at(-1) ?? ''}`;
  await stage.control.post('/pair', { qr, number: '+55 (11) 90000-0001' });
  expect(await pairing.closed()).toBe(515);
});

test('pairs by code', async () => {
  const auth = createBotAuth();
  const pairing = stage.bot(auth);
  await pairing.qr();
  const code = await pairing.socket.requestPairingCode(BOT_NUMBER);
  const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
  const paired = await until('the code request to arrive', async () => {
    const answer = await stage.control.call('POST', '/pair', { code: typed, number: BOT_NUMBER });
    return answer.status === 201;
  });

  expect(paired).toBe(true);
  expect(await pairing.closed()).toBe(515);
  await stage.bot(auth).opened();
});

test('refuses a wrong code, and takes the right one afterwards', async () => {
  const pairing = stage.bot(createBotAuth());
  await pairing.qr();
  const code = await pairing.socket.requestPairingCode(BOT_NUMBER);
  const wrong = await until('the code request to arrive', async () => {
    const body = { code: code === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA', number: BOT_NUMBER };
    const answer = await stage.control.call('POST', '/pair', body);
    return (answer.body as { code: string }).code === 'code-not-requested' ? undefined : answer;
  });

  expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong-code' } });
  await stage.control.post('/pair', { code, number: BOT_NUMBER });
  expect(await pairing.closed()).toBe(515);
});

test('refuses a QR that no client shows, and a code that no client asked for', async () => {
  const number = BOT_NUMBER;
  const stale = await stage.control.call('POST', '/pair', { qr: '2@a,b,c,d,1', number });
  expect(stale).toMatchObject({ status: 409, body: { code: 'unknown-qr' } });
  const noRequest = await stage.control.call('POST', '/pair', { code: 'ABCD1234', number });
  expect(noRequest).toMatchObject({ status: 409, body: { code: 'code-not-requested' } });
  const noQr = await stage.control.call('POST', '/pair', { qr: 'https://example.com', number });
  expect(noQr).toMatchObject({ status: 400, body: { code: 'invalid-input' } });
});

test('refuses a login with keys it never paired', async () => {
  const { auth } = await stage.pairedBot();
  const stranger = createBotAuth();
  Object.assign(stranger.creds, { me: auth.creds.me, registered: true });
  expect(await stage.bot(stranger).closed()).toBe(401);
});

test('case F11: pairs by the QR before the camera, and says when there is none', async () => {
  const pairing = stage.bot(createBotAuth());
  const scan = { scan: true, number: BOT_NUMBER };
  expect(await stage.control.call('POST', '/pair', scan)).toMatchObject({
    status: 409,
    body: { code: 'no-qr-in-sight' },
  });
  await stage.control.post('/camera', { qr: await pairing.qr() });
  expect(await stage.control.get('/state')).toMatchObject({ qrInSight: true });
  expect(await stage.control.post('/pair', scan)).toMatchObject({ number: BOT_NUMBER });
  expect(await pairing.closed()).toBe(515);
  await stage.control.post('/camera', { qr: null });
  expect(await stage.control.get('/state')).toMatchObject({ qrInSight: false });
});
