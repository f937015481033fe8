import { describe, expect, it } from 'vitest';
import { startWeb } from '../support/web-client.js';

describe('without a client id', () => {
  it('the way by Google is not shown', async () => {
    const { http } = await startWeb();
    expect((await http.get('/login')).text).not.toContain('Google');
    expect((await http.get('/google/link')).status).toBe(404);
  });

  it.each([
    ['get', '/api/auth/google/start'],
    ['get', '/api/auth/google/callback?state=x'],
    ['post', '/api/auth/google'],
    ['post', '/api/auth/google/link'],
    ['post', '/api/auth/google/unlink'],
  ] as const)('%s %s says that it is not set up', async (method, path) => {
    const { browser } = await startWeb();
    const answer = await browser()[method](path);
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({
      code: 'google_not_configured',
      detail: 'Entrar com Google não está disponível aqui.',
    });
  });

  it('no form may lead to Google', async () => {
    const { http } = await startWeb();
    const policy = String((await http.get('/login')).headers['content-security-policy']);
    expect(policy).toContain("form-action 'self';");
  });
});
