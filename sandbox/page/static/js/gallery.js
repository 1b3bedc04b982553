// The gallery: every payload that the host gave, and one of each block, drawn as people see them. /gallery?only=words narrows it.
import { drawBlocks } from "./blocks.js";
import { el, fill, uid } from "./dom.js";
import { asForm, FormFrame } from "./form_frame.js";
import { drawMrkdwn } from "./mrkdwn.js";

const place = document.getElementById("gallery");

async function start() {
  const answer = await fetch("/page/gallery.json", { cache: "no-store" });
  const held = await answer.json();
  const byId = (things) => new Map(things.map((each) => [each.id, each]));
  const known = { people: byId(held.people), channels: byId(held.channels), now: new Date(held.now), zone: "Europe/London", headingLevel: 3 };
  const query = new URLSearchParams(location.search);
  const shown = held.payloads.map((each) => ({ ...each, node: exhibit(each, known, held.app) }));
  const groups = grouped(shown);
  const list = el("div", { class: "gallery-list" }, groups.map((each) => each.node));
  const search = el("input", { type: "search", id: "only", class: "bk-field", value: query.get("only") ?? "", on: { input: () => narrow(groups, search.value, said) } });
  const said = el("p", { class: "bk-muted", role: "status" });
  const places = el("nav", { class: "gallery-groups", aria: { label: "Groups" } }, groups.map((each) => each.way));
  const bar = el("header", { class: "gallery-bar" }, el("h1", {}, "Gallery"), el("label", { for: "only" }, "Show only"), search, said, places);
  fill(place, bar, el("main", { id: "main" }, list));
  narrow(groups, search.value, said);
  place.dataset.ready = "true";
}

/** What stands before the colon of a name is the group: its heading, what is in it, and the way there. */
function grouped(shown) {
  const byGroup = new Map();
  for (const each of shown) {
    const group = each.name.includes(": ") ? each.name.split(": ", 1)[0] : "Others";
    byGroup.set(group, [...(byGroup.get(group) ?? []), each]);
  }
  return [...byGroup].map(([name, held]) => group(name, held));
}

function group(name, held) {
  const id = uid("group");
  const title = name[0].toUpperCase() + name.slice(1);
  const node = el("section", { class: "gallery-group", aria: { labelledby: id } }, el("h2", { id, tabindex: "-1" }, title), held.map((each) => each.node));
  const way = el("a", { href: `#${id}` }, title);
  return { node, way, held };
}

function narrow(groups, words, said) {
  const wanted = words.trim().toLowerCase();
  for (const { node, way, held } of groups) {
    for (const each of held) each.node.hidden = Boolean(wanted) && !each.name.toLowerCase().includes(wanted);
    node.hidden = way.hidden = held.every((each) => each.node.hidden);
  }
  const all = groups.flatMap((each) => each.held);
  said.textContent = `${all.filter((each) => !each.node.hidden).length} of ${all.length}`;
}

function exhibit({ name, payload }, known, app) {
  const id = uid("exhibit");
  return el("div", { class: "gallery-item", role: "group", aria: { labelledby: id }, data: { name, kind: kindOf(payload) } }, el("p", { class: "gallery-name", id }, name), drawn(payload, known, app));
}

const kindOf = (payload) => (payload.type === "modal" || payload.type === "home" ? payload.type : "message");

function drawn(payload, known, app) {
  const kind = kindOf(payload);
  const context = { ...known, surface: kind, values: payload.values, errors: payload.errors };
  if (kind === "modal") return form(payload, context, app);
  if (kind === "home") return el("div", { class: "gallery-home" }, drawBlocks(payload.blocks, context));
  return message(payload, context, app);
}

function form(payload, context, app) {
  const frame = new FormFrame(asForm(payload), app, { submit: (event) => event.preventDefault() });
  frame.draw({ ...asForm(payload), errors: payload.errors ?? {}, depth: payload.depth ?? 1, trouble: payload.trouble ?? "" }, context);
  return el("div", { class: "gallery-form" }, frame.whole);
}

function message(payload, context, app) {
  const body = payload.blocks?.length ? drawBlocks(payload.blocks, context) : el("div", { class: "bk-text" }, drawMrkdwn(payload.text, context));
  const notice = payload.blocks?.length && payload.text ? el("p", { class: "gallery-notice" }, el("span", { class: "bk-muted" }, "Notification: "), drawMrkdwn(payload.text, context)) : null;
  return el("div", { class: "gallery-message" }, el("div", { class: "gallery-from" }, el("strong", {}, app), " ", el("span", { class: "bk-app" }, "APP")), body, notice);
}

start().catch((error) => {
  console.error(error);
  fill(place, el("main", { id: "main" }, el("h1", {}, "The gallery could not be drawn"), el("p", {}, String(error.message))));
});
