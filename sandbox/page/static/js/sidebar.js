// The side bar: the app, channels, direct messages, each with what is unread in it.

import { el, fill, icon, rove, spoken, count } from "./dom.js";
import { face } from "./drawing.js";
import { badge, openMenu } from "./popup.js";

export function createSidebar(shell) {
  const { live } = shell;
  const lists = { app: list("Apps"), channels: list("Channels"), direct: list("Direct messages") };
  const write = el("button", { type: "button", class: "side-link side-new", aria: { haspopup: "menu", expanded: "false" }, on: { click: () => chooseDirect(shell, write) } }, icon("plus", 16), el("span", { class: "side-name" }, "Message somebody"));
  const join = el("button", { type: "button", class: "side-link side-new", aria: { haspopup: "menu", expanded: "false" }, on: { click: () => chooseChannel(shell, join) } }, icon("plus", 16), el("span", { class: "side-name" }, "Join a channel"));
  const node = el("nav", { id: "sidebar", class: "sidebar", aria: { label: "Channels and messages" } }, lists.app.section, lists.channels.section, join, lists.direct.section, write);
  rove(node, ".side-item");
  node.addEventListener("click", (event) => { if (event.target.closest("a.side-item")) shell.closeSidebar(); });
  const update = () => {
    const held = live.client.conversations;
    fill(lists.app.list, appItem(shell));
    fill(lists.channels.list, held.filter((each) => each.member && each.name && !each.archived).sort(byName).map((each) => channelItem(shell, each)));
    fill(lists.direct.list, held.filter((each) => isDirect(live, each)).map((each) => directItem(shell, each)));
    join.hidden = !held.some((each) => !each.member);
  };
  return { node, update: () => keepingFocus(node, update) };
}

const byName = (one, other) => one.name.localeCompare(other.name);
const isDirect = (live, each) => (each.kind === "im" && each.with !== live.app.bot_user_id && live.people.get(each.with)?.name !== "slackbot") || each.kind === "mpim";

function list(title) {
  const inside = el("ul", { class: "side-list", role: "list" });
  return { section: el("section", { class: "side-section" }, el("h2", {}, title), inside), list: inside };
}

/** The lists are drawn anew; whoever stood on an item still does. */
function keepingFocus(node, update) {
  const at = node.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  update();
  if (at) node.querySelector(`a[href="${CSS.escape(at)}"]`)?.focus();
}

function item({ href, here, mark, name, unread, mentions, extra }) {
  const words = unread ? spoken(`, ${count(unread, "unread message")}`) : null;
  return el(
    "li",
    {},
    el("a", { class: `side-link side-item${unread ? " unread" : ""}`, href, aria: { current: here ? "page" : null } }, mark, el("span", { class: "side-name" }, name, words), extra, mentions ? badge(mentions, "") : null),
  );
}

function appItem(shell) {
  const { live } = shell;
  const direct = live.appConversation;
  const unread = direct?.unread ?? 0;
  const connected = live.client.connected ? null : el("span", { class: "side-away", title: "The app is not connected" }, "not connected");
  return item({ href: unread ? "#home/messages" : "#home", here: String(shell.shownId).startsWith("home"), mark: face(live.people.get(live.app.bot_user_id), 20), name: live.app.name, unread, mentions: unread, extra: connected });
}

function channelItem(shell, each) {
  const mark = icon(each.kind === "private_channel" ? "lock" : "hash", 16);
  const name = [each.kind === "private_channel" ? spoken("private channel ") : spoken("channel "), each.name];
  return item({ href: `#${each.id}`, here: shell.shownId === each.id, mark, name, unread: each.unread, mentions: each.mentions });
}

function directItem(shell, each) {
  const { live } = shell;
  const other = live.people.get(each.with);
  const names = each.kind === "mpim" ? each.members.filter((id) => id !== live.me.id).map((id) => live.people.get(id)?.real_name ?? id).join(", ") : other?.real_name ?? each.with;
  return item({ href: `#${each.id}`, here: shell.shownId === each.id, mark: other ? face(other, 20) : icon("people", 16), name: names, unread: each.unread, mentions: each.unread });
}

function chooseDirect(shell, anchor) {
  const { live } = shell;
  const others = [...live.people.values()].filter((each) => !each.bot && !each.deactivated && each.id !== live.me.id && each.name !== "slackbot");
  openMenu(anchor, "Message somebody", others.map((each) => ({
    label: each.real_name,
    detail: each.title,
    face: face(each, 32),
    act: () => shell.attempt(async () => {
      const { channel } = await live.api.direct(each.id);
      live.take(await live.api.changes(-1, 0));
      location.hash = `#${channel}`;
    }),
  })));
}

function chooseChannel(shell, anchor) {
  const { live } = shell;
  openMenu(anchor, "Join a channel", live.client.conversations.filter((each) => !each.member).map((each) => ({
    label: `#${each.name}`,
    detail: each.purpose,
    act: () => shell.attempt(async () => {
      await live.api.join(each.id);
      live.take(await live.api.changes(-1, 0));
      location.hash = `#${each.id}`;
    }),
  })));
}
