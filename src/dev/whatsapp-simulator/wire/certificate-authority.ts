import { proto, WA_CERT_DETAILS } from '@whiskeysockets/baileys';
import { identityFromSeed, sign, type IdentityKeyPair } from './keys.js';

/** The simulator's stand-in for the root that WhatsApp's servers are signed by. */
export interface CertificateAuthority {
  /** What a client has to trust in place of WhatsApp's own root, 32 bytes. */
  readonly rootPublicKey: Buffer;
  /** The Noise static key of the server, certified by `chain`. */
  readonly serverKey: IdentityKeyPair;
  /** Encoded `CertChain`: root → intermediate → server key. */
  readonly chain: Buffer;
  readonly seeds: AuthoritySeeds;
}

/** All that has to be kept for the same authority to come back after a restart. */
export interface AuthoritySeeds {
  readonly root: Buffer;
  readonly intermediate: Buffer;
  readonly server: Buffer;
}

const INTERMEDIATE_SERIAL = 1;
const LEAF_SERIAL = 2;
const FAR_FUTURE = 4_000_000_000;

/** A fresh authority, or the one that belongs to `seeds`. */
export function createCertificateAuthority(seeds?: AuthoritySeeds): CertificateAuthority {
  const root = identityFromSeed(seeds?.root);
  const intermediate = identityFromSeed(seeds?.intermediate);
  const serverKey = identityFromSeed(seeds?.server);
  const chain = proto.CertChain.encode({
    intermediate: certify(root, {
      serial: INTERMEDIATE_SERIAL,
      issuerSerial: WA_CERT_DETAILS.SERIAL,
      key: intermediate.publicKey,
    }),
    leaf: certify(intermediate, {
      serial: LEAF_SERIAL,
      issuerSerial: INTERMEDIATE_SERIAL,
      key: serverKey.publicKey,
    }),
  }).finish();
  return {
    rootPublicKey: root.publicKey,
    serverKey,
    chain: Buffer.from(chain),
    seeds: { root: root.seed, intermediate: intermediate.seed, server: serverKey.seed },
  };
}

interface CertificateSubject {
  readonly serial: number;
  readonly issuerSerial: number;
  readonly key: Buffer;
}

function certify(
  issuer: IdentityKeyPair,
  subject: CertificateSubject,
): proto.CertChain.INoiseCertificate {
  const details = proto.CertChain.NoiseCertificate.Details.encode({
    ...subject,
    notBefore: 0,
    notAfter: FAR_FUTURE,
  }).finish();
  return { details, signature: sign(issuer, details) };
}
