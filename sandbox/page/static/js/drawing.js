// What messages, forms and the home tab need in common: faces, and blocks with the names behind ids.

import { drawBlocks } from "./blocks.js";
import { el } from "./dom.js";
import { drawMrkdwn } from "./mrkdwn.js";

const missing = new Set();

/** Somebody's face where the host has drawn one, else their initials on a colour of their own. */
export function face(person, size = 36) {
  const holder = el("span", { class: `face face-${size}${person?.bot ? " face-bot" : ""}`, aria: { hidden: "true" }, data: { tint: tint(person) } }, initials(person));
  if (person && !missing.has(person.id)) {
    const picture = el("img", { src: `/page/face/${encodeURIComponent(person.id)}`, alt: "", width: size, height: size, loading: "lazy", on: { error: () => { missing.add(person.id); picture.remove(); } } });
    holder.append(picture);
  }
  return holder;
}

function initials(person) {
  const words = (person?.real_name ?? "?").split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words[words.length - 1] : ""].map((word) => [...(word ?? "")][0] ?? "").join("").toUpperCase();
}

/** One of eight colours, always the same for the same person. */
function tint(person) {
  return [...(person?.id ?? "?")].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 8, 7);
}

/** An app's blocks where there are any, else the text; what people type is their text, marks and all. */
export function body(message, context) {
  if (message.blocks?.length && (message.user_is_bot || !message.text)) return drawBlocks(message.blocks, context);
  return el("div", { class: "plain-text" }, drawMrkdwn(message.text, context));
}
