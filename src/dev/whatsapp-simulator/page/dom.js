/**
 * The element with this id, which index.html has.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function element(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} #${id}`);
  return found;
}

/**
 * A new element. Text goes in as text, never as markup.
 * @param {string} tag
 * @param {{ class?: string, text?: string, [attribute: string]: string | undefined }} [attributes]
 * @param {(Node | string)[]} [content]
 * @returns {HTMLElement}
 */
export function make(tag, { class: className, text, ...attributes } = {}, content = []) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  made.append(...content);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An icon from icons.svg; with a label it is read aloud, without one it is decoration.
 * @param {string} name
 * @param {string} [label]
 */
export function icon(name, label) {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `icons.svg#${name}`);
  svg.append(use);
  if (label) {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
  } else {
    svg.setAttribute('aria-hidden', 'true');
  }
  return svg;
}

/**
 * A dialog with buttons that close it, and a click beside it that does.
 * @param {string} id
 */
export function dialog(id) {
  const box = element(id, HTMLDialogElement);
  box.addEventListener('click', (event) => {
    const closes = event.target instanceof Element && event.target.closest('[data-close]');
    if (closes || event.target === box) box.close();
  });
  return box;
}

const TOAST_MS = 5000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let toastTimer;

/** @param {string} text */
export function toast(text) {
  const box = element('toast', HTMLElement);
  // Shown anew each time: what is opened last lies above every dialog.
  box.hidePopover();
  box.showPopover();
  box.textContent = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.hidePopover(), TOAST_MS);
}
