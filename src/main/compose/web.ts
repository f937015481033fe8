import path from 'node:path';
import { createPasswordHasher } from '#src/adapters/crypto/password-hasher.js';
import { createAdminSessions } from '#src/app/admin/sessions.js';
import { createAdminSetup } from '#src/app/admin/setup.js';
import { createCheckProof } from '#src/app/proof/check-proof.js';
import { createCommandChannel } from '#src/app/admin/command-channel.js';
import { createDescribeMe } from '#src/app/account/me/describe-me.js';
import { createRememberMe } from '#src/app/account/me/remember-me.js';
import { createEndSession } from '#src/app/session/end-session.js';
import { createExportData } from '#src/app/account/export-data.js';
import { createLimitPages } from '#src/app/proof/limit-pages.js';
import { createMagicLinks } from '#src/app/sign-in/link/magic-link.js';
import { createLoginRequests } from '#src/app/sign-in/approval/login-request.js';
import { createRefreshSession } from '#src/app/session/refresh-session.js';
import { createRequestCode } from '#src/app/sign-in/code/request-code.js';
import { createRotateKeys } from '#src/app/upkeep/rotate-keys.js';
import { createSessionGuard } from '#src/app/session/session-guard.js';
import { createStartSession } from '#src/app/session/start-session.js';
import { createVerifyCode } from '#src/app/sign-in/code/verify-code.js';
import { createWarnOwner } from '#src/app/delivery/warn-owner.js';
import { createCheckReadiness } from '#src/app/upkeep/watch-readiness.js';
import { createAccessTokens, makeSigningKey } from '#src/adapters/crypto/access-tokens.js';
import { isDatabaseUnavailable } from '#src/adapters/postgres/database-error.js';
import type { Config } from '#src/config/config.js';
import { packageRoot } from '#src/config/package-root.js';
import { KEYS_REREAD_MS } from '#src/domain/signing-key.js';
import { createWebServer } from '#web-link/server.js';
import { composeAccount } from './account.js';
import { composeBrand } from './brand.js';
import { composePeopleAdmin } from './admin.js';
import type { Dependencies } from './dependencies.js';

/** No variable of the environment leads here: only src/dev, which is not part of the build, asks for a frame. */
function refuseFrames({ simulatedWhatsApp }: Config, framedBy: string | null): void {
  if (framedBy !== null && simulatedWhatsApp === null)
    throw new Error('The pages are shown in a frame only where WhatsApp is simulated');
}

/** RFC 9116 §2.5.5: less than a year, so that what is out of date is seen as such. */
const SECURITY_TXT_LIFETIME_MS = 180 * 86_400_000;

export type Web = Awaited<ReturnType<typeof composeWeb>>;

/**
 * The HTTP edge over the use cases.
 * @param framedBy the origin of the demo, which shows the pages in a frame; null: no page does
 * @throws when there is one and WhatsApp is not simulated
 */
export async function composeWeb(
  dependencies: Dependencies,
  config: Config,
  framedBy: string | null = null,
) {
  refuseFrames(config, framedBy);
  const { storage, shared, clock, random, timers, log, accessCopy } = dependencies;
  const { store, digests, seal } = storage;
  const { bus, limiter, board } = shared;
  const { publicUrl, corsOrigins, trustProxy, dashboardUrl, locale, securityContact, chatOrigin } =
    config;
  const publicFolder = path.join(packageRoot(), 'web-link', 'public');
  const accessTokens = await createAccessTokens({
    signingKeys: store.signingKeys,
    issuer: publicUrl,
    clock,
  });
  const startSession = createStartSession({
    random,
    digests,
    accessTokens,
    copy: accessCopy,
  });
  const passwords = createPasswordHasher();
  const basics = { store, clock, random, digests, limiter };
  const warnOwner = createWarnOwner({ store, random, copy: accessCopy });
  const proofs = createCheckProof({ ...basics, passwords, warnOwner });
  const limitPages = createLimitPages({ store, digests, limiter });
  const adminSetup = createAdminSetup({ ...basics, passwords, publicUrl });
  // Google's library takes 13 MiB and a tenth of a second, so it is loaded only where Google is offered.
  const google =
    config.google === null
      ? null
      : (await import('./google.js')).composeGoogle(dependencies, {
          ...{ google: config.google, publicUrl, proofs, startSession },
        });
  const server = createWebServer({
    requestCode: createRequestCode({
      ...basics,
      limitPages,
      board,
      copy: accessCopy,
      dormantDays: config.dormantDays,
    }),
    verifyCode: createVerifyCode({ proofs, startSession }),
    loginLinks: createMagicLinks({ ...basics, startSession }),
    loginRequests: createLoginRequests({ ...basics, startSession, board, copy: accessCopy }),
    refreshSession: createRefreshSession({
      ...basics,
      ...{ accessTokens, log, limiter, copy: accessCopy },
    }),
    sessionGuard: createSessionGuard({ store, clock, accessTokens, bus }),
    endSession: createEndSession({ store, clock, digests }),
    hasPendingLink: (browserToken) =>
      store.pendingGoogleLinks.isOpenIn(digests.token('browser', browserToken), clock.now()),
    google,
    ...composeAccount(dependencies, { config, proofs, passwords, startSession, limitPages }),
    describeMe: createRememberMe({ describeMe: createDescribeMe({ store }), clock, bus }),
    exportData: createExportData({ store, clock }),
    adminSetup,
    adminSessions: createAdminSessions({ ...basics, passwords }),
    commandChannel: createCommandChannel({ store, bus, log }),
    peopleAdmin: composePeopleAdmin(dependencies),
    accessTokens,
    checkReadiness: createCheckReadiness({
      pingDatabase: () => storage.database.ping(),
      checkRedis: shared.checkRedis,
      sweepFaults: store.sweepFaults,
      board,
    }),
    isUnavailable: isDatabaseUnavailable,
    board,
    bus,
    random,
    seal,
    timers,
    log,
    settings: {
      ...{ publicUrl, corsOrigins, trustProxy, dashboardUrl, locale, publicFolder, chatOrigin },
      timeZone: config.timeZone,
      brand: composeBrand(config),
      framedBy,
      security:
        securityContact === null
          ? null
          : {
              contact: securityContact,
              expires: () => new Date(clock.now().getTime() + SECURITY_TXT_LIFETIME_MS),
            },
      google: config.google !== null,
      googleOrigin: config.google === null ? null : new URL(config.google.issuer).origin,
    },
  });
  const rotateKeys = createRotateKeys({
    ...{ store, clock, log },
    makeKey: makeSigningKey,
    maxAgeDays: config.signingKeyDays,
  });
  const keepKeys = async (): Promise<void> => {
    await rotateKeys.rotateIfDue();
    await accessTokens.reload();
  };
  bus.subscribe('signing_keys.changed', () => {
    accessTokens.reload().catch((error: unknown) => log.error('keys.not_read', { error }));
  });
  /** From the start of the product on. @returns a function that ends it */
  const startKeepingKeys = () => timers.every(KEYS_REREAD_MS, keepKeys);
  return { server, adminSetup, rotateKeys, startKeepingKeys };
}
