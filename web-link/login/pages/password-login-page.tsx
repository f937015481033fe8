import type { Words } from '#web-link/words/catalogue.js';
import { withNext } from '#web-link/http/destinations.js';
import { Layout } from '#web-link/ui/layout.js';
import { Alert, NextField } from '#web-link/ui/parts.js';
import {
  TaxIdAndPassword,
  type TaxIdAndPasswordTried,
} from '#web-link/ui/tax-id/tax-id-and-password.js';
import { ChannelFault, type ChannelNotice } from './channel-fault.js';

interface PasswordLoginPageProps extends TaxIdAndPasswordTried {
  readonly words: Words;
  readonly next: string;
  readonly channel: ChannelNotice;
  readonly fault?: string;
}

/** CPF and password, for who asked for them: most people never set a password. */
export function PasswordLoginPage(props: PasswordLoginPageProps) {
  const { words, next, channel, fault, ...tried } = props;
  const { login, password } = words;
  const hasFault = (tried.taxIdFault ?? tried.passwordFault ?? fault) !== undefined;
  return (
    <Layout title={login.withPassword} hasFault={hasFault} words={words} scripts={['login.js']}>
      {fault !== undefined && <Alert words={words} text={fault} />}
      <section>
        <h1>{login.withPassword}</h1>
        <ChannelFault words={words} channel={channel} next={next} page="/login/password" />
        <form method="post" action="/login" id="login" noValidate>
          <NextField next={next} />
          <TaxIdAndPassword {...tried} words={words} submit={password.submit} />
          {channel === 'up' && (
            <button type="submit" name="way" value="code" class="second">
              {login.submit}
            </button>
          )}
        </form>
        <p class="center">
          <a class="action" href="/password/forgot">
            {password.forgot}
          </a>
          <br />
          <a class="action" href={withNext('/login', next)}>
            {login.otherWays}
          </a>
        </p>
      </section>
    </Layout>
  );
}
