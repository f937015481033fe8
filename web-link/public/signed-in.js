// Tabs of one browser share their cookies: one that waits goes on when another has signed in.

const channel = new BroadcastChannel('zl:signed-in');

/** To the other tabs: this one has just signed in. */
export function announceSignedIn() {
  channel.postMessage(null);
}

/**
 * Told by another tab, or found out when the person comes back to this one.
 * @param {() => void} goOn
 */
export function whenSignedInElsewhere(goOn) {
  const look = async () => {
    if (document.visibilityState !== 'visible') return;
    const answer = await fetch('/api/auth/me').catch(() => null);
    if (answer?.ok) goOn();
  };
  channel.addEventListener('message', goOn);
  document.addEventListener('visibilitychange', () => void look());
  addEventListener('focus', () => void look());
}
