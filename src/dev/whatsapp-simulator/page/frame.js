import { typeReady } from './composer.js';
import { element } from './dom.js';

/*
 * The phones in a frame of the demo's start page, which says what a person would do by hand. Only the origin that the
 * simulator was started for may frame this page (`frame-ancestors`), so the page around it is that one.
 */

const isFramed = window.parent !== window;
/** Links in the chat go to the site beside the phone once the page around it has spoken. */
let around = '';
let isReady = false;

/** @param {(number: string) => Promise<void>} openChat */
export function setUpFrame(openChat) {
  if (!isFramed) return;
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent) return;
    around = origin;
    // Its script came after the first word of this page.
    if (data.type === 'ask' && isReady) tellReady();
    void carryOut(data, openChat);
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || around === '') return;
    event.preventDefault();
    window.parent.postMessage({ type: 'link', href: link.href }, around);
  });
}

/** The people are there: from now on the page around it can say what to do. */
export function tellReady() {
  isReady = true;
  if (isFramed) window.parent.postMessage({ type: 'ready' }, '*');
}

/**
 * @param {{ type: string, number?: string, otherwise?: string, text?: string }} order `number`: whose chat;
 *   `otherwise`: whose, when none is open
 * @param {(number: string) => Promise<void>} openChat
 */
async function carryOut({ type, number, otherwise, text }, openChat) {
  const isOpen = document.body.dataset['view'] === 'chat';
  const whose = number ?? (isOpen ? undefined : otherwise);
  if (whose !== undefined) await openChat(whose);
  if (type === 'write') typeReady(text ?? '');
  if (type === 'pair') element('pair-dialog', HTMLDialogElement).showModal();
  if (type === 'tap-link') newestLink()?.click();
}

/** @returns {HTMLElement | undefined} */
function newestLink() {
  const links = document.querySelectorAll('#messages .theirs a');
  const newest = links[links.length - 1];
  return newest instanceof HTMLElement ? newest : undefined;
}
