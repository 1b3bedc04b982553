// Formatted text, simply: a box in which Slack's own marks (*bold*, _italic_, `code`, lists) are typed or put in by buttons.
import { el, fill } from "../dom.js";
import { richText } from "../blocks/rich_text.js";
import { spelt } from "../blocks/words.js";
import { marksOf, richTextOf } from "./rich_marks.js";
import { enterTells, tied } from "./spot.js";

const BUTTONS = [
  ["B", "Bold", "*"],
  ["I", "Italic", "_"],
  ["S", "Strike through", "~"],
  ["</>", "Code", "`"],
];
const LINES = [
  ["•", "Bulleted list", "- "],
  ["1.", "Numbered list", "1. "],
  ["❝", "Quote", "> "],
];

export function richTextInput(spot) {
  const { element, context } = spot;
  const rows = Math.max(element.min_lines ?? 3, 2);
  const box = el("textarea", { id: spot.id, class: "bk-field", rows: String(rows), value: marksOf(spot.held), placeholder: spelt(element.placeholder ?? "") || null, aria: tied(spot), data: { focus: element.focus_on_load ? "first" : null } });
  const seen = el("div", { class: "bk-rich-seen", aria: { label: "As it will look" }, role: "group" });
  const changed = () => {
    const made = box.value.trim() ? richTextOf(box.value) : null;
    const marked = made && made.elements.some((part) => part.type !== "rich_text_section" || part.elements.some((run) => run.style || run.type !== "text"));
    seen.hidden = !marked;
    fill(seen, marked ? richText(made, context) : null);
    return made;
  };
  const tell = () => {
    const made = changed();
    spot.choose(made, made);
  };
  box.addEventListener("input", tell);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && enterTells(spot)) {
      event.preventDefault();
      context.onEnter?.(spot.block.block_id);
    }
  });
  changed();
  return el("div", { class: "bk-rich-input" }, bar(box, tell), box, seen);
}

function bar(box, tell) {
  const one = (edit) => ([sign, label, mark]) =>
    el("button", { type: "button", class: "bk-mark", title: label, aria: { label }, on: { click: () => edit(box, mark, tell) } }, sign);
  return el("div", { class: "bk-marks", role: "group", aria: { label: "Formatting" } }, BUTTONS.map(one(around)), LINES.map(one(before)));
}

function around(box, mark, tell) {
  const [from, to] = [box.selectionStart, box.selectionEnd];
  const inside = box.value.slice(from, to) || "text";
  box.setRangeText(`${mark}${inside}${mark}`, from, to);
  box.setSelectionRange(from + 1, from + 1 + inside.length);
  box.focus();
  tell();
}

function before(box, mark, tell) {
  const from = box.value.lastIndexOf("\n", box.selectionStart - 1) + 1;
  const lines = box.value.slice(from, box.selectionEnd).split("\n");
  box.setRangeText(lines.map((line) => mark + line).join("\n"), from, box.selectionEnd, "end");
  box.focus();
  tell();
}
