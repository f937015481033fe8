import type { ExportData } from '#src/app/account/export-data.js';
import type { DescribeAccount, DescribeMe } from '#src/app/account/me/describe-me.js';
import type { OwnDeletion } from '#src/app/account/own-deletion.js';
import type { OwnName } from '#src/app/account/own-name.js';
import type { OwnNumberWait } from '#src/app/account/own-number-wait.js';
import type { OwnSessions } from '#src/app/account/devices.js';
import type { ChangePassword } from '#src/app/sign-in/password/change.js';
import type { PasswordLogin } from '#src/app/sign-in/password/login.js';
import type { PasswordReset } from '#src/app/sign-in/password/reset.js';
import type { StepUp } from '#src/app/proof/step-up.js';
import type { WebSettings } from '../settings.js';

/** What the pages and the API of the own account use. */
export interface AccountDeps {
  readonly describeMe: DescribeMe;
  readonly describeAccount: DescribeAccount;
  readonly passwordLogin: PasswordLogin;
  readonly changePassword: ChangePassword;
  readonly passwordReset: Pick<PasswordReset, 'byLink' | 'byCode'>;
  readonly stepUp: Pick<StepUp, 'byProof' | 'isFresh'>;
  readonly ownSessions: OwnSessions;
  readonly ownDeletion: OwnDeletion;
  readonly ownName: OwnName;
  readonly ownNumberWait: OwnNumberWait;
  readonly exportData: ExportData;
  readonly settings: Pick<WebSettings, 'google'>;
}
