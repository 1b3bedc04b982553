// Text objects and plain strings as nodes. mrkdwn itself is drawn by ../mrkdwn.js.
import { el } from "../dom.js";
import { drawMrkdwn, drawPlain } from "../mrkdwn.js";

/** A text object, as its type says; a bare string is plain. */
export function words(text, context) {
  if (text === null || text === undefined) return null;
  if (typeof text === "string") return plain(text, context);
  if (text.type === "mrkdwn") return drawMrkdwn(String(text.text ?? ""), context, { verbatim: Boolean(text.verbatim) });
  return plain(text, context);
}

/** A plain_text object, a bare string: no marks, no links, emoji names drawn unless it says `emoji: false`. */
export function plain(text, context) {
  if (text === null || text === undefined) return null;
  if (typeof text === "string") return drawPlain(text, context);
  return drawPlain(String(text.text ?? ""), context, { emoji: text.emoji !== false });
}

/** The characters of a text object alone, for names, titles and searching. */
export function spelt(text) {
  const raw = typeof text === "string" ? text : String(text?.text ?? "");
  return raw.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** What cannot be drawn, as its JSON: never an empty place. */
export function asJson(thing, name = thing?.type) {
  return el(
    "details",
    { class: "bk-json" },
    el("summary", {}, `This page cannot draw ${name ? `“${name}”` : "this"} yet: see what was sent`),
    el("pre", { tabindex: "0" }, JSON.stringify(thing, null, 2)),
  );
}
