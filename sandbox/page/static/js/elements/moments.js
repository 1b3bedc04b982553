// Dates and times: the browser's own pickers, which every keyboard, phone and screen reader knows.
import { dayOf, fullTime, momentIn, timeOf } from "../dates.js";
import { el } from "../dom.js";
import { spelt } from "../blocks/words.js";
import { tied } from "./spot.js";

export function datePicker(spot) {
  const said = el("span", { class: "bk-zone" });
  const say = (held) => (said.textContent = held ? dayInWords(held) : "");
  say(spot.held);
  return el("div", { class: "bk-moment" }, picker(spot, "date", spot.held, say), said, ownName(spot));
}

export function timePicker(spot) {
  const zone = spot.element.timezone ? el("span", { class: "bk-zone" }, zoneName(spot.element.timezone, spot.context.now)) : null;
  return el("div", { class: "bk-moment" }, picker(spot, "time", spot.held), zone, ownName(spot));
}

function picker(spot, type, held, say = () => {}) {
  const { element } = spot;
  const control = el("input", { type, id: spot.id, class: "bk-field", value: held ?? "", aria: tied(spot), title: spelt(element.placeholder ?? "") || null, data: { action: element.action_id, focus: element.focus_on_load ? "first" : null } });
  let before = control.value;
  control.addEventListener("change", async () => {
    const chosen = control.value.slice(0, type === "time" ? 5 : 10) || null;
    if (chosen === (before || null)) return;
    if (await spot.choose(chosen, chosen)) before = control.value;
    else control.value = before;
    say(control.value);
  });
  return control;
}

/** Outside forms a picker has no label of its own; its placeholder is shown beside it. */
function ownName(spot) {
  return spot.isInput || !spot.element.placeholder ? null : el("span", { class: "bk-moment-name", aria: { hidden: "true" } }, spelt(spot.element.placeholder));
}

/** A date and a time in the person's zone; the value is Unix seconds. Beside it the moment in words, whatever the browser's order of day and month. */
export function dateTimePicker(spot) {
  const zone = spot.context.zone ?? "UTC";
  const { labelledby, label, ...more } = tied(spot);
  const date = el("input", { type: "date", class: "bk-field", aria: { label: "Date", ...more }, data: { focus: spot.element.focus_on_load ? "first" : null } });
  const time = el("input", { type: "time", class: "bk-field", aria: { label: "Time", ...more } });
  const said = el("span", { class: "bk-zone" });
  const put = (held) => {
    const parts = held ? partsAt(held, zone) : NOTHING;
    [date.value, time.value] = [parts.date, parts.time];
    said.textContent = held ? `${fullTime(new Date(held * 1000), zone)} ${zoneName(zone, new Date(held * 1000))}` : zoneName(zone, spot.context.now);
  };
  put(spot.held);
  const group = el("div", { id: spot.id, class: "bk-moment", role: "group", data: { action: spot.element.action_id }, aria: { labelledby, label } }, date, time, said);
  group.addEventListener("change", async () => {
    const whole = date.value && time.value ? secondsAt(date.value, time.value, zone) : null;
    const before = spot.held ?? null;
    if (whole === before || (whole === null && (date.value || time.value))) return;
    put((await spot.choose(whole, whole)) ? whole : before);
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

/** "Wednesday 4 March 2026", of "2026-03-04". */
function dayInWords(day) {
  return fullTime(new Date(`${day}T12:00:00Z`), "UTC").replace(/ at .*$/, "");
}

/** "GMT", "BST", "CET": the zone's short name now. */
function zoneName(zone, now) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" }).formatToParts(now ?? new Date());
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
