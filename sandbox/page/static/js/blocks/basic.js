// Sections, headers, dividers, context lines, rows of buttons.
import { el } from "../dom.js";
import { drawElement, drawElements } from "../elements.js";
import { drawPicture } from "./image.js";
import { asJson, spelt, words } from "./words.js";

export function section(block, context) {
  if (!block.text && !block.fields?.length && !block.accessory) return asJson(block);
  const text = block.text ? el("div", { class: "bk-text" }, words(block.text, context)) : null;
  const fields = block.fields?.length ? el("ul", { class: "bk-fields" }, block.fields.map((field) => el("li", { class: "bk-text" }, words(field, context)))) : null;
  const accessory = block.accessory ? el("div", { class: "bk-accessory" }, accessoryOf(block, context)) : null;
  return el("div", { class: `bk-section${accessory ? " bk-has-accessory" : ""}` }, el("div", { class: "bk-section-words" }, text, fields), accessory);
}

function accessoryOf(block, context) {
  if (block.accessory.type === "image") return drawPicture(block.accessory, context, { class: "bk-thumb" });
  return drawElement(block, block.accessory, context, { name: spelt(block.accessory.placeholder ?? block.text ?? "") || "Choose" });
}

export function header(block, context) {
  const level = Math.min(Math.max((context.headingLevel ?? 2) + (block.level ?? 1) - 1, 1), 6);
  return el(`h${level}`, { class: `bk-header bk-header-${block.level ?? 1}` }, words(block.text, context));
}

export function divider() {
  return el("hr", { class: "bk-divider" });
}

export function contextLine(block, context) {
  return el("div", { class: "bk-context" }, block.elements.map((each) => contextPart(each, context)));
}

function contextPart(part, context) {
  if (part.type === "image") return drawPicture(part, context, { class: "bk-context-picture" });
  if (part.type === "mrkdwn" || part.type === "plain_text") return el("span", { class: "bk-context-words" }, words(part, context));
  return asJson(part);
}

export function actions(block, context) {
  return el("div", { class: "bk-actions" }, drawElements(block, block.elements, context));
}
