// Lines and boxes of text: plain, email, address, number.
import { el } from "../dom.js";
import { spelt } from "../blocks/words.js";
import { enterTells, tied } from "./spot.js";

const LONGEST = 3000;
const KINDS = {
  email_text_input: { type: "email", inputmode: "email", autocomplete: "off" },
  url_text_input: { type: "url", inputmode: "url", autocomplete: "off" },
  number_input: { type: "text", inputmode: "decimal", autocomplete: "off" },
  plain_text_input: { type: "text", autocomplete: "off" },
};

export function textInput(spot) {
  const { element } = spot;
  const common = { id: spot.id, class: "bk-field", value: spot.held ?? "", placeholder: spelt(element.placeholder ?? "") || null, aria: tied(spot), data: { focus: element.focus_on_load ? "first" : null } };
  const control = element.multiline ? el("textarea", { rows: "4", ...common }) : el("input", { ...KINDS[element.type], ...common });
  const left = el("p", { class: "bk-count", aria: { live: "polite" } });
  const changed = () => {
    sayLeft(left, control.value, element.max_length ?? LONGEST);
    grow(control);
  };
  control.addEventListener("input", () => {
    changed();
    spot.choose(control.value, control.value);
  });
  control.addEventListener("keydown", (event) => onEnter(event, spot));
  requestAnimationFrame(changed);
  return el("div", { class: "bk-writing" }, control, left);
}

/** Enter tells the app where the input asks for that; in a box of several lines it is then Enter without Shift. */
function onEnter(event, spot) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !enterTells(spot)) return;
  event.preventDefault();
  spot.context.onEnter?.(spot.block.block_id);
}

/** How many characters are left, once it matters. Slack counts code points. */
function sayLeft(place, text, most) {
  const left = most - [...text].length;
  const near = left <= Math.max(Math.floor(most / 10), 10) && text;
  place.textContent = !near ? "" : left < 0 ? `${-left} too many` : `${left} left`;
  place.classList.toggle("bk-over", left < 0);
}

/** A box grows with its text up to a third of the screen. */
function grow(control) {
  if (control.tagName !== "TEXTAREA" || !control.isConnected) return;
  control.style.height = "auto";
  const most = Math.max(window.innerHeight / 3, 120);
  control.style.height = `${Math.min(control.scrollHeight + 2, most)}px`;
}
