/** What WhatsApp's server says of a device, so that a session with it can be started. */
interface Bundle {
  readonly identityKey: Uint8Array;
  readonly signedPreKey: { readonly publicKey: Uint8Array; readonly signature: Uint8Array };
}

interface Builder {
  initOutgoing: (bundle: Bundle) => Promise<void>;
}

type Verify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

const checked = new WeakSet();

/**
 * libsignal 6.0.0 looks at the length of the signature of a signed pre-key and at nothing else (`verifySignature` with
 * `isInit` answers true), so that a server may put a key of its own beside the identity key of the device. It could not
 * read what is encrypted then, because that needs the identity key, too; the device could not either, and whoever gets
 * hold of its identity key later could read what Signal had protected by the pre-key until then. Here such a session is
 * not started (X3DH, section 3.3).
 * @param builder the prototype of libsignal's `SessionBuilder`
 */
export function checkSignedPreKeys(builder: Builder, verify: Verify): void {
  const start = builder.initOutgoing;
  if (checked.has(start)) return;
  async function checkAndStart(this: Builder, bundle: Bundle): Promise<void> {
    const { publicKey, signature } = bundle.signedPreKey;
    if (!verify(bundle.identityKey, publicKey, signature))
      throw new Error('A signed pre-key is not signed by the identity key beside it.');
    return start.call(this, bundle);
  }
  checked.add(checkAndStart);
  builder.initOutgoing = checkAndStart;
}
