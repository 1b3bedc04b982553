// The boxes: alerts, cards, rows of cards, and containers of other blocks.
import { el } from "../dom.js";
import { drawElements } from "../elements.js";
import { drawPicture } from "./image.js";
import { drawRichParts } from "./rich_text.js";
import { words } from "./words.js";

const LEVELS = { default: "", info: "Note", warning: "Warning", error: "Error", success: "Done" };
const SIGNS = { info: "ℹ️", warning: "⚠️", error: "⛔", success: "✅" };

export function alert(block, context) {
  const level = Object.hasOwn(LEVELS, block.level ?? "") ? block.level : "default";
  const sign = SIGNS[level] ? el("span", { class: "bk-alert-sign", role: "img", aria: { label: LEVELS[level] } }, SIGNS[level]) : null;
  return el("div", { class: `bk-alert bk-alert-${level}`, role: "note" }, sign, el("div", { class: "bk-text" }, words(block.text, context)));
}

export function card(block, context) {
  const hero = block.hero_image ? drawPicture(block.hero_image, context, { class: "bk-hero" }) : null;
  const icon = block.icon ? drawPicture(block.icon, context, { class: "bk-card-icon" }) : slackIcon(block.slack_icon);
  const line = (key, name) => (block[key] ? el("div", { class: name }, words(block[key], context)) : null);
  return el(
    "div",
    { class: "bk-card", role: "group" },
    hero,
    el("div", { class: "bk-card-head" }, icon, el("div", {}, line("title", "bk-card-title"), line("subtitle", "bk-muted"))),
    line("body", "bk-text"),
    line("subtext", "bk-context"),
    block.actions?.length ? el("div", { class: "bk-actions" }, drawElements(block, block.actions, context)) : null,
  );
}

/** One of Slack's own little icons, by its name in words: the drawings are Slack's. */
function slackIcon(icon) {
  return icon ? el("span", { class: "bk-card-icon bk-named-icon", role: "img", aria: { label: icon.name } }, icon.name.slice(0, 2)) : null;
}

export function carousel(block, context) {
  return el("ul", { class: "bk-carousel", tabindex: "0", aria: { label: "Cards" } }, block.elements.map((each) => el("li", {}, context.drawBlock(each, context))));
}

export function container(block, context) {
  const parts = block.rich_text_title?.type === "rich_text" ? block.rich_text_title.elements : block.rich_text_title ? [block.rich_text_title] : [];
  const icon = block.icon ? drawPicture(block.icon, context, { class: "bk-card-icon" }) : null;
  const title = el("div", { class: "bk-card-title" }, block.title ? words(block.title, context) : drawRichParts(parts, context));
  const subtitle = block.subtitle ? el("div", { class: "bk-muted" }, words(block.subtitle, context)) : null;
  const head = [icon, el("div", {}, title, subtitle)];
  const inside = block.child_blocks.map((each) => context.drawBlock(each, context));
  const looks = `bk-container bk-width-${block.width ?? "standard"}${block.has_header_divider ? " bk-headed" : ""}`;
  if (block.is_collapsible) return el("details", { class: looks, open: !block.default_collapsed }, el("summary", { class: "bk-card-head" }, head), inside);
  return el("div", { class: looks, role: "group" }, el("div", { class: "bk-card-head" }, head), inside);
}
