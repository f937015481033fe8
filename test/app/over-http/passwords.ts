import type { RealWeb } from '../../support/real-web.js';

export const PASSWORD = 'girassol trovoada sete lagos';
export const OTHER = 'sabiá laranjeira 41 janelas';

type Visitor = Awaited<ReturnType<RealWeb['signedIn']>>;
export type Person = Awaited<ReturnType<RealWeb['person']>>;

export const isSignedIn = async (visitor: Visitor) =>
  (await visitor.get('/api/auth/me')).status === 200;
export const setPassword = (visitor: Visitor, password: string) =>
  visitor.post('/api/auth/password').send({ password });
export const logIn = (web: RealWeb, { taxId }: Person, password: string) =>
  web.browser().post('/api/auth/login').send({ taxId, password });
