// Dates and times: the browser's own pickers, which every keyboard, phone and screen reader knows.
import { dayOf, momentIn, timeOf } from "../dates.js";
import { el, spoken } from "../dom.js";
import { spelt } from "../blocks/words.js";
import { tied } from "./spot.js";

export function datePicker(spot) {
  return el("div", { class: "bk-moment" }, picker(spot, "date", spot.held), ownName(spot));
}

export function timePicker(spot) {
  const zone = spot.element.timezone ? el("span", { class: "bk-zone" }, zoneName(spot.element.timezone, spot.context.now)) : null;
  return el("div", { class: "bk-moment" }, picker(spot, "time", spot.held), zone, ownName(spot));
}

function picker(spot, type, held) {
  const { element } = spot;
  const control = el("input", { type, id: spot.id, class: "bk-field", value: held ?? "", aria: tied(spot), title: spelt(element.placeholder ?? "") || null, data: { action: element.action_id, focus: element.focus_on_load ? "first" : null } });
  let before = control.value;
  control.addEventListener("change", async () => {
    const chosen = control.value.slice(0, type === "time" ? 5 : 10) || null;
    if (chosen === (before || null)) return;
    if (await spot.choose(chosen, chosen)) before = control.value;
    else control.value = before;
  });
  return control;
}

/** Outside forms a picker has no label of its own; its placeholder is shown beside it. */
function ownName(spot) {
  return spot.isInput || !spot.element.placeholder ? null : el("span", { class: "bk-moment-name", aria: { hidden: "true" } }, spelt(spot.element.placeholder));
}

/** A date and a time in the person's zone; the value is Unix seconds. */
export function dateTimePicker(spot) {
  const zone = spot.context.zone ?? "UTC";
  const at = spot.held ? partsAt(spot.held, zone) : NOTHING;
  const { required, ...aria } = tied(spot);
  const invalid = { invalid: aria.invalid ?? null, required: required ?? null, describedby: aria.describedby };
  const date = el("input", { type: "date", class: "bk-field", value: at.date, aria: { label: "Date", ...invalid }, data: { focus: spot.element.focus_on_load ? "first" : null } });
  const time = el("input", { type: "time", class: "bk-field", value: at.time, aria: { label: "Time", ...invalid } });
  const group = el("div", { id: spot.id, class: "bk-moment", role: "group", data: { action: spot.element.action_id }, aria }, date, time, el("span", { class: "bk-zone" }, zoneName(zone, spot.context.now)), spoken(`Times are in the zone ${zone}`));
  const put = (held) => {
    const parts = held ? partsAt(held, zone) : NOTHING;
    [date.value, time.value] = [parts.date, parts.time];
  };
  group.addEventListener("change", async () => {
    const whole = date.value && time.value ? secondsAt(date.value, time.value, zone) : null;
    const before = spot.held ?? null;
    if (whole === before || (whole === null && (date.value || time.value))) return;
    if (!(await spot.choose(whole, whole))) put(before);
  });
  return group;
}

const NOTHING = { date: "", time: "" };

function partsAt(seconds, zone) {
  const at = new Date(Number(seconds) * 1000);
  return { date: dayOf(at, zone), time: timeOf(at, zone) };
}

function secondsAt(date, time, zone) {
  return Math.floor(momentIn(zone, ...date.split("-").map(Number), ...time.slice(0, 5).split(":").map(Number)) / 1000);
}

/** "GMT", "BST", "CET": the zone's short name now. */
function zoneName(zone, now) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" }).formatToParts(now ?? new Date());
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
