// Small things that stand above the page for a moment: menus, a choice of emoji, and a window with one field.

import { el, fill, focusables, icon, rove, spoken, trapFocus, uid } from "./dom.js";
import { EMOJI, FAVOURITES, emoji } from "./emoji.js";

let closeOpen = null;

/** Close whatever stands open; true if something did. */
export function closePopup() {
  const close = closeOpen;
  close?.();
  return Boolean(close);
}

function popup(anchor, box, first) {
  closePopup();
  const layer = el("div", { class: "popup-layer" }, box);
  document.body.append(layer);
  place(box, anchor);
  const release = trapFocus(box, { onEscape: () => close(), first });
  const close = () => {
    if (closeOpen !== close) return;
    closeOpen = null;
    layer.remove();
    anchor.setAttribute("aria-expanded", "false");
    release();
  };
  closeOpen = close;
  anchor.setAttribute("aria-expanded", "true");
  layer.addEventListener("mousedown", (event) => { if (event.target === layer) { event.preventDefault(); close(); } });
  return close;
}

/** Below the anchor or above it, inside the window; on a phone the style sheet puts it at the foot of the screen. */
function place(box, anchor) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = at.bottom + 6 + height <= window.innerHeight || at.top < height + 12;
  const top = below ? Math.min(at.bottom + 6, window.innerHeight - height - 8) : at.top - height - 6;
  box.style.setProperty("top", `${Math.max(8, top)}px`);
  const left = at.left + at.width / 2 < window.innerWidth / 2 ? at.left : at.right - width;
  box.style.setProperty("left", `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`);
}

/** A menu. Items: {label, detail, icon, danger, act}, {heading}, or null (left out). */
export function openMenu(anchor, label, items) {
  const menu = el("div", { class: "popup menu", role: "menu", aria: { label } });
  let close = () => {};
  for (const item of items.filter(Boolean)) menu.append(menuItem(item, () => close()));
  const all = menu.querySelectorAll('[role^="menuitem"]');
  all.forEach((each, index) => { each.tabIndex = index ? -1 : 0; });
  rove(menu, '[role^="menuitem"]');
  close = popup(anchor, menu, all[0]);
}

function menuItem(item, close) {
  if (item.heading) return el("div", { class: "menu-heading", role: "presentation" }, item.heading);
  const choose = () => { close(); item.act(); };
  const words = el("span", { class: "menu-words" }, el("span", {}, item.label), item.detail ? el("span", { class: "menu-detail" }, item.detail) : null);
  return el("button", { type: "button", role: "menuitem", class: item.danger ? "menu-item danger" : "menu-item", on: { click: choose } }, item.face ?? (item.icon ? icon(item.icon, 18) : null), words);
}

/** A choice of emoji; calls `choose` with the name. */
export function openEmoji(anchor, choose) {
  const grid = el("div", { class: "emoji-grid", role: "group", aria: { label: "Emoji" } });
  let close = () => {};
  const show = (typed) => {
    const names = typed ? [...EMOJI.keys()].filter((name) => name.includes(typed.toLowerCase().replaceAll(" ", "_"))).slice(0, 48) : [...new Set([...FAVOURITES, ...EMOJI.keys()])].slice(0, 48);
    fill(grid, names.length ? names.map((name) => emojiButton(name, () => { close(); choose(name); })) : el("p", { class: "quiet" }, "No emoji of that name here."));
  };
  const search = el("input", { type: "search", class: "field", placeholder: "Search emoji", aria: { label: "Search emoji" }, on: { input: () => show(search.value.trim()) } });
  const box = el("div", { class: "popup emoji-picker", role: "dialog", aria: { label: "Choose an emoji" } }, search, grid);
  show("");
  close = popup(anchor, box, search);
}

function emojiButton(name, choose) {
  return el("button", { type: "button", class: "emoji-choice", title: `:${name}:`, aria: { label: name.replaceAll("_", " ") }, on: { click: choose } }, emoji(name));
}

/** A small window over everything; `build(close)` answers what it holds. */
export function openWindow(title, build) {
  closePopup();
  const heading = uid("window");
  const back = el("div", { class: "window-backdrop" });
  let release = () => {};
  const close = () => { back.remove(); release(); };
  const shut = el("button", { type: "button", class: "icon-button", aria: { label: "Close" }, on: { click: close } }, icon("close"));
  const box = el("div", { class: "window", role: "dialog", aria: { modal: "true", labelledby: heading } }, el("div", { class: "window-head" }, el("h2", { id: heading }, title), shut), build(close));
  back.append(box);
  back.addEventListener("mousedown", (event) => { if (event.target === back) { event.preventDefault(); close(); } });
  document.body.append(back);
  const first = focusables(box).find((each) => each !== shut);
  release = trapFocus(box, { onEscape: close, first });
  return close;
}

/** Words that only a screen reader needs, then a picture: for badges with a number. */
export function badge(number, words) {
  return el("span", { class: "badge" }, el("span", { aria: { hidden: "true" } }, number > 99 ? "99+" : String(number)), spoken(words));
}
