// Boxes to tick and radio buttons.
import { el, uid } from "../dom.js";
import { words } from "../blocks/words.js";
import { tied } from "./spot.js";

export function checkboxes(spot) {
  const ticked = new Set((spot.held ?? []).map((option) => option.value));
  const group = listOf(spot, "checkbox", (option) => ticked.has(option.value));
  return onChange(group, spot, (options) => ({ held: options, plain: options.map((each) => each.value) }));
}

export function radioButtons(spot) {
  const group = listOf(spot, "radio", (option) => option.value === spot.held?.value);
  return onChange(group, spot, ([option]) => ({ held: option ?? null, plain: option?.value ?? null }));
}

function listOf(spot, kind, isTicked) {
  const { element } = spot;
  const name = uid("ticks");
  const { required, ...aria } = tied(spot);
  const role = kind === "radio" ? "radiogroup" : "group";
  return el(
    "div",
    { id: spot.id, class: "bk-ticks", role, aria: kind === "radio" ? { ...aria, required } : aria },
    element.options.map((option, at) => tick(spot, option, { kind, name, ticked: isTicked(option), first: at === 0 && element.focus_on_load })),
  );
}

function tick({ context }, option, { kind, name, ticked, first }) {
  const [id, about] = [uid("tick"), option.description ? uid("about") : null];
  return el(
    "div",
    { class: "bk-tick" },
    el("input", { type: kind, id, name, value: option.value, checked: ticked, aria: { describedby: about }, data: { focus: first ? "first" : null } }),
    el("label", { for: id }, words(option.text, context), option.description ? el("span", { class: "bk-tick-about", id: about }, words(option.description, context)) : null),
  );
}

function onChange(group, spot, chosen) {
  const boxes = () => [...group.querySelectorAll("input")];
  let before = boxes().map((box) => box.checked);
  group.addEventListener("change", async () => {
    const now = boxes().map((box) => box.checked);
    const options = spot.element.options.filter((_, at) => now[at]);
    const { held, plain } = chosen(options);
    if (await spot.choose(held, plain)) before = now;
    else boxes().forEach((box, at) => (box.checked = before[at]));
  });
  return group;
}
