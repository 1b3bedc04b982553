// Buttons: plain ones, links, workflow buttons, the bin, and thumbs up or down.
import { el, icon, leadsTo, safeLink } from "../dom.js";
import { plain, spelt } from "../blocks/words.js";

const LOOKS = { primary: " bk-primary", danger: " bk-danger" };

export function button(spot) {
  const { element, context } = spot;
  if (hiddenFrom(element, context.as)) return null;
  const look = `bk-button${LOOKS[element.style] ?? ""}`;
  const props = { class: look, data: { action: element.action_id }, aria: { label: element.accessibility_label } };
  const href = safeLink(element.url);
  if (!href) return pressable(el("button", { type: "button", ...props }, plain(element.text, context)), () => spot.act(element.value));
  return pressable(el("a", { ...leadsTo(href), ...props }, plain(element.text, context)), () => spot.act(element.value));
}

function hiddenFrom(element, as) {
  return Boolean(as && element.visible_to_user_ids?.length && !element.visible_to_user_ids.includes(as));
}

export function workflowButton({ element, context }) {
  const title = "Starts a workflow in Slack; this sandbox has none";
  const props = { type: "button", class: `bk-button${LOOKS[element.style] ?? ""}`, disabled: true, title, aria: { label: element.accessibility_label } };
  return el("button", props, plain(element.text, context));
}

export function iconButtonElement(spot) {
  const { element, context } = spot;
  if (hiddenFrom(element, context.as)) return null;
  const name = element.accessibility_label ?? spelt(element.text);
  const props = { type: "button", class: "bk-icon-button", title: spelt(element.text), data: { action: element.action_id }, aria: { label: name } };
  return pressable(el("button", props, icon(element.icon)), () => spot.act(element.value));
}

/** Thumbs up and down. */
export function feedbackButtons(spot) {
  const { element, context } = spot;
  const one = (which, sign) => {
    const button = el("button", { type: "button", class: "bk-button bk-feedback", aria: { pressed: "false", label: element[which].accessibility_label } }, el("span", { aria: { hidden: "true" } }, sign), " ", plain(element[which].text, context));
    return pressable(button, () => {
      for (const each of both) each.setAttribute("aria-pressed", String(each === button));
      return spot.act(element[which].value);
    });
  };
  const both = [one("positive_button", "👍"), one("negative_button", "👎")];
  return el("span", { class: "bk-feedback-pair", role: "group", aria: { label: "Feedback" } }, both);
}

/** A control that shows that its press is under way, and takes no second one meanwhile. */
export function pressable(control, press) {
  control.addEventListener("click", async (event) => {
    if (control.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    control.setAttribute("aria-busy", "true");
    try {
      await press();
    } finally {
      control.removeAttribute("aria-busy");
    }
  });
  return control;
}
