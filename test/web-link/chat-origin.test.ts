import { expect, it } from 'vitest';
import { qrCodeSvg } from '#web-link/ui/qr-code.js';
import { startWeb } from '../support/web-client.js';

const PHONES = 'http://127.0.0.1:3001';
const REQUEST_URL = `${PHONES}/5511912345678?text=Quero%20entrar.%20Pedido%20ABCD-2345`;

const withPhones = () => startWeb({ chatOrigin: PHONES });

it.each(['/login', '/claim'])(
  'case F11: %s opens the chat where the setting says',
  async (page) => {
    const { http } = await withPhones();
    const { text } = await http.get(page).expect(200);
    expect(text).toContain(`href="${PHONES}/5511912345678?text=`);
    expect(text).not.toContain('wa.me');
  },
);

it('case F11: so do the QR and the button of a login request', async () => {
  const { browser } = await withPhones();
  const joanas = browser();
  await joanas.post('/login/whatsapp').type('form').send({ next: '' });
  const { text } = await joanas.get('/login/whatsapp');
  const [drawing] = /<path id="qr-shape"[^>]*>/.exec(qrCodeSvg(REQUEST_URL, '')) ?? [];
  expect(drawing !== undefined && text.includes(drawing)).toBe(true);
  expect(text).toContain(`href="${REQUEST_URL}"`);
  expect(text).not.toContain('wa.me');
});

it('case F11: so does the JSON API', async () => {
  const { browser } = await withPhones();
  const answer = await browser().post('/api/auth/requests').send({});
  expect(answer.body).toMatchObject({ waUrl: REQUEST_URL });
});
