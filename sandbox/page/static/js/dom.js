// Building the page: elements made one by one, never from strings of markup, so that data can only ever be text.

const SVG = "http://www.w3.org/2000/svg";
const PROPERTIES = new Set(["value", "checked", "selected", "indeterminate", "disabled", "hidden", "multiple", "readOnly", "open"]);
const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:|blob:|#|\/(?!\/)|\?)/i;

/**
 * el("button", {class: "quiet", type: "button", aria: {label: "Close"}, data: {ts}, on: {click: close}}, "Close")
 * Children are strings, numbers, nodes, or lists of those; null, undefined and false are left out.
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(element, name, value);
  append(element, children);
  return element;
}

function setProp(element, name, value) {
  if (value === null || value === undefined || (value === false && !PROPERTIES.has(name))) return;
  if (name === "on") {
    for (const [event, listener] of Object.entries(value)) if (listener) element.addEventListener(event, listener);
  } else if (name === "aria") {
    for (const [key, words] of Object.entries(value)) if (words !== null && words !== undefined) element.setAttribute(`aria-${key}`, String(words));
  } else if (name === "data") {
    for (const [key, words] of Object.entries(value)) if (words !== null && words !== undefined) element.dataset[key] = String(words);
  } else if (name === "style") {
    for (const [key, words] of Object.entries(value)) element.style.setProperty(key, words);
  } else if (PROPERTIES.has(name)) {
    element[name] = value;
  } else if (name === "href" || name === "src") {
    if (SAFE_ADDRESS.test(value) || (name === "src" && /^data:image\/(?:png|jpeg|gif|webp);/i.test(value))) element.setAttribute(name, value);
  } else if (/^on/i.test(name) || name === "srcdoc") {
    throw new TypeError(`el() takes no ${name}: listeners go into {on: {…}}.`);
  } else {
    element.setAttribute(name, value === true ? "" : String(value));
  }
}

/** Put children at the end of a node. */
export function append(parent, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : String(child));
  }
  return parent;
}

/** Put these children in the place of all that a node holds. */
export function fill(parent, ...children) {
  parent.replaceChildren();
  return append(parent, ...children);
}

/** Several nodes as one. */
export function fragment(...children) {
  return append(document.createDocumentFragment(), ...children);
}

let made = 0;
/** An id that nothing else on the page has. */
export function uid(prefix = "id") {
  made += 1;
  return `${prefix}-${made}`;
}

/** Words for a screen reader alone. */
export function spoken(words) {
  return el("span", { class: "spoken" }, words);
}

/** An http, https, mailto or telephone address as it may stand in a link; anything else (javascript:, data:) is null. */
export function safeLink(address) {
  const trimmed = String(address ?? "").trim();
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(trimmed)) return null;
  try {
    const url = new URL(trimmed);
    return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

let ownArchive = null;
/** Links to messages of this workspace lead to them in this window, as in Slack. */
export function atHome(domain) {
  const host = domain.replace(/[^a-z0-9-]/gi, "");
  ownArchive = new RegExp(`^https://(?:${host}\\.)?slack\\.com/archives/([A-Z0-9]+)(/p\\d{7,})?(?:$|[/?#])`);
}

/** Where a safe address leads: out of the page, or to a place in it. */
export function leadsTo(href) {
  const place = ownArchive?.exec(href);
  return place ? { href: `#${place[1]}${place[2] ?? ""}` } : { href, target: "_blank", rel: "noopener noreferrer" };
}

/** A link, or its words alone where the address is none that may be followed. */
export function link(address, words, props = {}) {
  const href = safeLink(address);
  if (!href) return el("span", { class: "no-link" }, words);
  return el("a", { ...leadsTo(href), ...props }, words);
}

const ICONS = {
  bolt: "M13 2 4 14h7l-1 8 9-12h-7z",
  close: "M5 5l14 14M19 5 5 19",
  menu: "M4 6h16M4 12h16M4 18h16",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5h.01M15 9.5h.01",
  thread: "M4 5h16v11H9l-5 4z",
  attach: "M20 11.5 12 19.5a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7L9.8 17a1.6 1.6 0 0 1-2.3-2.3l7.5-7.5",
  send: "M4 20 21 12 4 4v6l11 2-11 2z",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  hash: "M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16",
  home: "M4 11 12 4l8 7v9h-5v-6H9v6H4z",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1",
  pencil: "M4 20l1-4L16 5l3 3L8 19z",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2",
  door: "M6 21V3h12v18M3 21h18M14 12h.01",
  compass: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM15.500 8.500l-2 5-5 2 2-5z",
  eye: "M2 12s3.500-6 10-6 10 6 10 6-3.500 6-10 6-10-6-10-6zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  back: "M15 5l-7 7 7 7",
  down: "M6 9l6 6 6-6",
  check: "M5 13l4 4L19 7",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  people: "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20a6.500 6.500 0 0 1 13 0M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14a6.500 6.500 0 0 1 3.500 6",
  plus: "M12 5v14M5 12h14",
};

/** A small drawing that says nothing to a screen reader. */
export function icon(name, size = 20) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true", focusable: "false", class: `icon icon-${name}` })) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name] ?? "");
  svg.append(path);
  return svg;
}

/** A button that shows only a drawing; `label` is its name. */
export function iconButton(name, label, onClick, props = {}) {
  return el("button", { type: "button", class: "icon-button", title: label, aria: { label }, on: { click: onClick }, ...props }, icon(name));
}

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [contenteditable="true"], [tabindex]:not([tabindex="-1"])';

/** All that the Tab key reaches inside, in order. */
export function focusables(container) {
  return [...container.querySelectorAll(FOCUSABLE)].filter((each) => each.getClientRects().length > 0);
}

/**
 * Keep the focus inside until the returned function is called, which gives it back to where it was.
 * `onEscape` is called for the Escape key.
 */
export function trapFocus(container, { onEscape, first } = {}) {
  const before = document.activeElement;
  const keep = (event) => {
    if (event.key === "Escape" && onEscape && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    }
    if (event.key === "Tab") wrap(event, container);
  };
  container.addEventListener("keydown", keep);
  (first ?? focusables(container)[0] ?? container).focus();
  return () => {
    container.removeEventListener("keydown", keep);
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}

function wrap(event, container) {
  const inside = focusables(container);
  const [first, last] = [inside[0], inside[inside.length - 1]];
  if (!first) {
    event.preventDefault();
  } else if (event.shiftKey && (document.activeElement === first || !container.contains(document.activeElement))) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first.focus();
  }
}

/** Arrow keys, Home and End move through the items of a list of which one at a time is in the Tab order. */
export function rove(container, selector, { horizontal = false } = {}) {
  const [back, on] = horizontal ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
  container.addEventListener("keydown", (event) => {
    const items = [...container.querySelectorAll(selector)];
    const at = items.indexOf(document.activeElement);
    const to = { [back]: at - 1, [on]: at + 1, Home: 0, End: items.length - 1 }[event.key];
    if (at < 0 || to === undefined || !items[to]) return;
    event.preventDefault();
    for (const each of items) each.tabIndex = each === items[to] ? 0 : -1;
    items[to].focus();
  });
}

/** Say something through a live region; the same words twice are said twice. */
export function announce(words, { urgent = false } = {}) {
  const region = document.getElementById(urgent ? "said-now" : "said");
  if (region) fill(region, el("span", {}, words));
}

/** "1 reply", "2 replies". */
export function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}
