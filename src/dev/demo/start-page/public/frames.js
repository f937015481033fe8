const { phones, site: siteOrigin } = /** @type {Record<string, string>} */ (document.body.dataset);

const phone = frame('phone');
const site = frame('site');

/** @type {object[]} what the phone is told when it is there */
let waiting = [];
let isReady = false;

/** @param {string} id */
function frame(id) {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLIFrameElement)) throw new Error(`The page has no frame #${id}`);
  return found;
}

/**
 * On a narrow screen one of both is shown.
 * @param {string} view
 */
export function show(view) {
  document.body.dataset['view'] = view;
  for (const button of document.querySelectorAll('[data-show]')) {
    const isShown = button.getAttribute('data-show') === view;
    button.setAttribute('aria-pressed', String(isShown));
  }
}

/**
 * What the phone is asked to do (src/dev/whatsapp-simulator/page/frame.js).
 * @param {object} order
 */
export function tellPhone(order) {
  show('phone');
  if (isReady) phone.contentWindow?.postMessage(order, phones ?? '');
  else waiting.push(order);
}

/**
 * A page of the product, by its address or its path.
 * @param {string} address
 */
export function openSite(address) {
  const url = new URL(address, siteOrigin);
  if (url.origin !== siteOrigin) {
    window.open(url, '_blank', 'noopener');
    return;
  }
  show('site');
  site.src = url.href;
}

addEventListener('message', ({ source, origin, data }) => {
  if (source !== phone.contentWindow || origin !== phones) return;
  if (data.type === 'ready') {
    isReady = true;
    // The first word tells it whose page it is in.
    for (const order of [{ type: 'hello' }, ...waiting])
      phone.contentWindow?.postMessage(order, origin);
    waiting = [];
  }
  if (data.type === 'link') openSite(data.href);
});

// The phone may have said that it is there before this script came; where it is not there yet, nobody hears this.
phone.contentWindow?.postMessage({ type: 'ask' }, '*');

for (const button of document.querySelectorAll('[data-show]')) {
  button.addEventListener('click', () => show(button.getAttribute('data-show') ?? 'phone'));
}
