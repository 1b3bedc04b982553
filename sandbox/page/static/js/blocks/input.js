// An input block: label, element, hint, and the sentence in red beside it.
import { el, uid } from "../dom.js";
import { drawElement } from "../elements.js";
import { words } from "./words.js";

// Elements that are several controls, which a label cannot stand for: their label names a group.
const GROUPS = new Set(["checkboxes", "radio_buttons", "datetimepicker", "file_input"]);

export function input(block, context) {
  const [control, label, hint, error] = [uid("input"), uid("label"), uid("hint"), uid("error")];
  const wrong = context.errors?.[block.block_id];
  const described = [wrong ? error : null, block.hint ? hint : null].filter(Boolean).join(" ");
  const optional = block.optional ? el("span", { class: "bk-optional" }, " (optional)") : null;
  const grouped = GROUPS.has(block.element.type);
  const said = el(grouped ? "div" : "label", { class: "bk-label", id: label, ...(grouped ? {} : { for: control }) }, words(block.label, context), optional);
  return el(
    "div",
    { class: `bk-input${wrong ? " bk-wrong" : ""}`, data: { input: block.block_id } },
    said,
    drawElement(block, block.element, context, { id: control, labelledBy: label, describedBy: described, invalid: Boolean(wrong) }),
    wrong ? el("p", { class: "bk-error", id: error }, wrong) : null,
    block.hint ? el("p", { class: "bk-hint", id: hint }, words(block.hint, context)) : null,
  );
}
