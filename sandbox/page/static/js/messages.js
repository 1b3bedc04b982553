// One message: who, when, what; its files, reactions and replies; and what can be done with it.

import { fileAddress } from "./api.js";
import { count, el, icon, iconButton, link } from "./dom.js";
import { fullTime, momentOf, timeOf } from "./dates.js";
import { body, face } from "./drawing.js";
import { askFirst } from "./elements/confirm.js";
import { drawBlocks } from "./blocks.js";
import { emojiPicture, drawMrkdwn } from "./mrkdwn.js";
import { Composer } from "./composer.js";
import { openEmoji, openMenu } from "./popup.js";
import { permalink } from "./places.js";

const LONG_TEXT = 4000;
const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** The row of a message. `place` says what stands before it: a day, the mark for new ones, or the same author. */
export function drawMessage(conversation, message, place) {
  const { live } = conversation;
  const row = el("li", { class: classes(message, place), id: `${conversation.thread ? "t" : "m"}-${message.ts}`, tabindex: "-1", data: { ts: message.ts } });
  row.append(el("div", { class: "before" }, place.day ? el("h2", { class: "day" }, place.day) : null, place.isNew ? el("p", { class: "new-mark" }, "New") : null));
  const author = live.people.get(message.user);
  const gutter = el("div", { class: "gutter" }, place.compact ? timeLink(conversation, message) : face(author ?? { id: message.from, real_name: message.from, bot: true }, 36));
  row.append(el("div", { class: "message-inside" }, gutter, el("div", { class: "content" }, byline(conversation, message, place), whole(conversation, message))));
  if (!message.note && message.subtype !== "tombstone") row.lastElementChild.append(tools(conversation, message, row));
  fewerTabStops(row);
  if (place.replies) row.append(el("p", { class: "replies-line" }, count(place.replies, "reply", "replies")));
  return row;
}

/** What every message has (its link, its tools) is in the Tab order only of the message on which somebody stands. */
function fewerTabStops(row) {
  const inside = row.querySelectorAll(".when, .tools button, .reaction.add");
  const reach = (tabIndex) => { for (const each of inside) each.tabIndex = tabIndex; };
  reach(-1);
  row.addEventListener("focusin", (event) => { if (event.target === row) reach(0); });
  row.addEventListener("focusout", (event) => { if (!row.contains(event.relatedTarget) && !document.querySelector(".popup-layer")) reach(-1); });
}

function classes(message, place) {
  const names = ["message"];
  if (place.compact) names.push("compact");
  if (message.ephemeral) names.push("ephemeral");
  if (message.subtype === "tombstone") names.push("tombstone");
  return names.join(" ");
}

function byline(conversation, message, place) {
  const app = message.user_is_bot ? el("span", { class: "app-badge" }, "App") : null;
  const only = message.ephemeral ? el("p", { class: "only-you" }, icon("eye", 14), "Only visible to you") : null;
  const line = el("p", { class: place.compact ? "byline spoken" : "byline" }, el("b", { class: "author" }, message.from), app, " ", place.compact ? null : timeLink(conversation, message));
  return [only, line];
}

function timeLink(conversation, message) {
  const at = momentOf(message.ts);
  const { zone } = conversation.live;
  return el("a", { class: "when", href: permalink(message.channel, message.ts), title: fullTime(at, zone), aria: { label: `Link to this message, ${fullTime(at, zone)}` } }, el("time", { datetime: at.toISOString() }, timeOf(at, zone)));
}

function whole(conversation, message) {
  if (message.note) return el("div", { class: "plain-text" }, message.note);
  const { live } = conversation;
  const act = (action) => press(conversation, message, action);
  const context = live.context("message", { values: live.choices.of(message), onAction: act, suggestions: (menu, typed) => live.api.suggestions({ channel: message.channel, ts: message.ts }, menu, typed), headingLevel: 3 });
  const trouble = conversation.trouble.get(message.ts);
  return [
    clipped(body(message, context), message),
    message.edited ? el("span", { class: "edited" }, "(edited)") : null,
    message.attachments.map((each) => attachment(each, context)),
    message.files.length ? el("ul", { class: "files", role: "list", aria: { label: "Files" } }, message.files.map((each) => fileCard(conversation, each))) : null,
    trouble ? el("p", { class: "trouble", role: "alert" }, trouble) : null,
    reactions(conversation, message),
    replies(conversation, message),
  ];
}

/** A very long message is folded until somebody wants the whole of it, as in Slack. */
function clipped(node, message) {
  if (message.readable.length < LONG_TEXT) return node;
  const box = el("div", { class: "clipped" }, node);
  const more = el("button", { type: "button", class: "link-button", on: { click: () => { box.classList.remove("clipped"); more.remove(); } } }, "Show more");
  return [box, more];
}

function attachment(each, context) {
  const words = ["pretext", "title", "text"].filter((key) => each[key]).map((key) => el("div", { class: `attachment-${key}` }, drawMrkdwn(String(each[key]), context)));
  const picture = each.image_url ? link(each.image_url, each.image_url) : null;
  return el("div", { class: "attachment" }, words, picture, each.blocks ? drawBlocks(each.blocks, context) : null);
}

async function press(conversation, message, action) {
  const { live, shell } = conversation;
  live.choices.keep(message, action);
  const answer = await shell.attempt(() => live.api.press({ channel: message.channel, ts: message.ts }, action));
  const shown = answer?.shown ?? "";
  if (shown) conversation.trouble.set(message.ts, shown);
  else conversation.trouble.delete(message.ts);
  conversation.draw();
  return answer;
}

// -- files

function fileCard(conversation, file) {
  const as = conversation.live.me.id;
  if (PICTURES.has(file.mimetype)) {
    const picture = el("img", { src: fileAddress(file.id, as), alt: file.alt_txt || file.title, loading: "lazy" });
    return el("li", { class: "file picture" }, el("a", { class: "file-name", href: fileAddress(file.id, as), target: "_blank" }, file.title), el("a", { href: fileAddress(file.id, as), target: "_blank", tabindex: "-1", aria: { hidden: "true" } }, picture));
  }
  return el("li", { class: "file" }, el("a", { class: "file-card", href: fileAddress(file.id, as, { download: true }), download: file.name }, icon("file", 28), el("span", { class: "file-words" }, el("span", { class: "file-name" }, file.title), el("span", { class: "quiet" }, `${file.pretty_type || "File"}, ${size(file.size)}`))));
}

function size(bytes) {
  if (bytes < 1024) return count(bytes, "byte");
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

// -- reactions and replies

function reactions(conversation, message) {
  if (!message.reactions.length) return null;
  const { live } = conversation;
  const buttons = message.reactions.map((each) => {
    const mine = each.users.includes(live.me.id);
    const names = each.users.map((id) => (id === live.me.id ? "You" : live.people.get(id)?.real_name ?? id)).join(", ");
    return el("button", { type: "button", class: mine ? "reaction mine" : "reaction", title: `${names}: :${each.name}:`, aria: { pressed: String(mine), label: `${each.name.replaceAll("_", " ")}, ${count(each.count, "reaction")}: ${names}` }, on: { click: () => react(conversation, message, each.name, mine) } }, emojiPicture(each.name), ` ${each.count}`);
  });
  const more = el("button", { type: "button", class: "reaction add", aria: { label: "Add a reaction", haspopup: "dialog", expanded: "false" }, on: { click: () => openEmoji(more, (name) => react(conversation, message, name, false)) } }, icon("smile", 16));
  return el("div", { class: "reactions", role: "group", aria: { label: "Reactions" } }, buttons, more);
}

function react(conversation, message, name, remove) {
  return conversation.shell.attempt(() => conversation.live.api.react(message.channel, message.ts, name, remove));
}

function replies(conversation, message) {
  if (conversation.thread || !message.thread.length) return null;
  const { live } = conversation;
  const people = [...new Set(message.thread.map((each) => each.user))].slice(0, 4).map((id) => live.people.get(id)).filter(Boolean);
  const last = message.thread[message.thread.length - 1];
  return el("button", { type: "button", class: "replies", on: { click: () => conversation.shell.openThread(message.channel, message.ts) } }, people.map((each) => face(each, 20)), el("span", { class: "replies-count" }, count(message.thread.length, "reply", "replies")), el("span", { class: "quiet" }, `Last at ${timeOf(momentOf(last.ts), live.zone)}`));
}

// -- what can be done

function tools(conversation, message, row) {
  const reaction = iconButton("smile", "Add a reaction", () => openEmoji(reaction, (name) => react(conversation, message, name, mine(name))), { "aria-haspopup": "dialog" });
  const mine = (name) => message.reactions.some((each) => each.name === name && each.users.includes(conversation.live.me.id));
  const reply = conversation.thread || message.ephemeral ? null : iconButton("thread", "Reply in a thread", () => conversation.shell.openThread(message.channel, message.thread_ts ?? message.ts));
  const more = iconButton("more", "More actions", () => openMenu(more, "More actions", choices(conversation, message, row)), { class: "icon-button more", "aria-haspopup": "menu" });
  return el("div", { class: "tools", role: "group", aria: { label: "What can be done with this message" } }, message.ephemeral ? null : reaction, reply, more);
}

function choices(conversation, message, row) {
  const { live, shell } = conversation;
  const own = message.user === live.me.id && !message.ephemeral;
  const shortcuts = message.ephemeral ? [] : live.app.shortcuts.filter((each) => each.kind === "message");
  return [
    message.ephemeral ? null : { label: "Add a reaction…", icon: "smile", act: () => openEmoji(row.querySelector(".more"), (name) => react(conversation, message, name, false)) },
    message.ephemeral || conversation.thread ? null : { label: "Reply in a thread", icon: "thread", act: () => shell.openThread(message.channel, message.thread_ts ?? message.ts) },
    { label: "Copy link", icon: "link", act: () => copyLink(conversation, message) },
    own ? { label: "Edit message", icon: "pencil", act: () => edit(conversation, message, row) } : null,
    own ? { label: "Delete message…", icon: "trash", danger: true, act: () => remove(conversation, message) } : null,
    shortcuts.length ? { heading: live.app.name } : null,
    ...shortcuts.map((each) => ({ label: each.name, detail: each.description, icon: "bolt", act: () => useShortcut(conversation, each, message) })),
  ];
}

async function useShortcut(conversation, shortcut, message) {
  const answer = await conversation.shell.attempt(() => conversation.live.api.shortcut(shortcut.callback_id, message.channel, message.ts));
  if (answer?.shown) conversation.note(answer.shown);
}

async function copyLink(conversation, message) {
  const address = new URL(permalink(message.channel, message.ts), location.href);
  try {
    await navigator.clipboard.writeText(address.href);
    conversation.shell.notices.say("The link to the message is copied.");
  } catch {
    conversation.shell.notices.say(address.href);
  }
}

async function remove(conversation, message) {
  const words = (text) => ({ type: "plain_text", text });
  const sure = await askFirst({ title: words("Delete this message?"), text: words("It cannot be brought back."), confirm: words("Delete"), deny: words("Keep it"), style: "danger" }, conversation.live.context("message"));
  if (sure) await conversation.shell.attempt(() => conversation.live.api.remove(message.channel, message.ts));
}

/** The composer in the place of the message, until it is saved or left. */
function edit(conversation, message, row) {
  const content = row.querySelector(".content");
  const held = [...content.childNodes];
  row.classList.add("editing");
  const back = () => {
    row.classList.remove("editing");
    content.replaceChildren(...held);
    row.focus();
    conversation.draw();
  };
  const composer = new Composer(conversation, {
    editing: asTyped(conversation, message.text),
    save: async (text) => {
      const saved = await conversation.shell.attempt(() => conversation.live.api.edit(message.channel, message.ts, text));
      if (saved) back();
      return Boolean(saved);
    },
    cancel: back,
  });
  content.replaceChildren(composer.node);
  composer.grow();
  composer.focus();
  requestAnimationFrame(() => row.scrollIntoView({ block: "nearest" }));
}

/** A stored text as its author typed it: handles for ids, and no escapes. */
function asTyped(conversation, text) {
  const { live } = conversation;
  return text
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (whole, id) => (live.people.has(id) ? `@${live.people.get(id).name}` : whole))
    .replace(/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id, name) => `#${live.channels.get(id)?.name ?? name ?? id}`)
    .replace(/<!(here|channel|everyone)>/g, "@$1")
    .replace(/<([^<>|]+)(?:\|[^<>]*)?>/g, "$1")
    .replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
