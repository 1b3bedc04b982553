// Where people write: commands, people and channels offered while they type, files, and the app's shortcuts.

import { sentence } from "./api.js";
import { announce, el, fill, icon, iconButton, uid } from "./dom.js";
import { face } from "./drawing.js";
import { begun, isCalled, withHandles } from "./mentions.js";
import { openMenu } from "./popup.js";

const MOST_OFFERED = 8;
const TALLEST = 240;
const EVERYBODY = [
  { name: "here", detail: "Everybody in this channel who is active" },
  { name: "channel", detail: "Everybody in this channel" },
];
const drafts = new Map();

export class Composer {
  /** `editing` is the text of a message that is changed; `save` and `cancel` then say how that ends. */
  constructor(conversation, { editing = null, save = null, cancel = null } = {}) {
    Object.assign(this, { conversation, live: conversation.live, shell: conversation.shell, save, cancel, files: [], offered: [], at: 0, busy: false });
    this.key = `${this.live.me.id}/${conversation.id}/${conversation.thread?.ts ?? ""}`;
    this.build(editing);
  }

  build(editing) {
    const list = uid("offers");
    const label = this.label(editing !== null);
    this.field = el("textarea", { class: "composer-field", rows: "1", placeholder: label, aria: { label, autocomplete: "list", controls: list }, on: { input: () => this.typed(), keydown: (event) => this.pressed(event), blur: () => this.offer([]), paste: (event) => this.pasted(event) } });
    this.field.value = editing ?? drafts.get(this.key) ?? "";
    this.offers = el("ul", { id: list, class: "offers", role: "listbox", aria: { label: "Suggestions" }, hidden: true });
    this.chips = el("ul", { class: "chips", role: "list", aria: { label: "Files to send" }, hidden: true });
    this.trouble = el("p", { class: "trouble", role: "alert", hidden: true });
    this.also = this.conversation.thread && editing === null ? el("input", { type: "checkbox", id: uid("also") }) : null;
    const alsoLine = this.also ? el("p", { class: "also" }, this.also, el("label", { for: this.also.id }, `Also send to ${this.conversation.title()}`)) : null;
    const box = el("div", { class: "composer-box" }, this.field, this.chips, editing === null ? this.bar() : this.editBar());
    this.node = el("form", { class: editing === null ? "composer" : "composer composer-edit", aria: { label: editing === null ? "Write a message" : "Edit the message" }, on: { submit: (event) => { event.preventDefault(); this.send(); } } }, this.offers, this.trouble, box, alsoLine);
    requestAnimationFrame(() => this.grow());
    this.closed();
  }

  label(editing) {
    if (editing) return "Edit your message";
    if (this.conversation.thread) return "Reply…";
    const { conversation, live } = this;
    return `Message ${conversation.entry()?.with === live.app.bot_user_id ? live.app.name : conversation.title()}`;
  }

  bar() {
    this.sendButton = el("button", { type: "submit", class: "send", title: "Send", aria: { label: "Send" } }, icon("send"));
    this.picker = el("input", { type: "file", multiple: true, class: "spoken", tabindex: "-1", aria: { label: "Files to send", hidden: "true" }, on: { change: () => this.chosen() } });
    const bolt = iconButton("bolt", "Shortcuts", () => this.shortcuts(bolt), { "aria-haspopup": "menu" });
    const attach = iconButton("attach", "Add files", () => this.picker.click());
    const at = el("button", { type: "button", class: "icon-button letter", title: "Mention somebody", aria: { label: "Mention somebody" }, on: { click: () => this.insert("@") } }, "@");
    const slash = el("button", { type: "button", class: "icon-button letter", title: "Commands", aria: { label: "Commands" }, on: { click: () => this.begin("/") } }, "/");
    return el("div", { class: "composer-bar" }, this.conversation.thread ? null : bolt, this.conversation.thread ? null : slash, at, attach, this.picker, el("span", { class: "grow" }), this.sendButton);
  }

  editBar() {
    return el("div", { class: "composer-bar" }, el("span", { class: "grow" }), el("button", { type: "button", class: "button", on: { click: () => this.cancel() } }, "Cancel"), el("button", { type: "submit", class: "button primary" }, "Save"));
  }

  /** Where nobody may write, the composer says why. */
  closed() {
    const entry = this.conversation.entry();
    const withApp = entry?.with === this.live.app.bot_user_id;
    const why = entry?.archived ? "This channel is archived: nobody can write in it." : withApp && (this.live.app.read_only || !this.live.app.messages_tab) ? "Sending messages to this app has been turned off." : null;
    const outside = entry && !entry.member;
    if (why) fill(this.node, el("p", { class: "quiet composer-closed" }, why));
    this.node.hidden = Boolean(outside);
  }

  // -- typing

  typed() {
    drafts.set(this.key, this.field.value);
    this.grow();
    this.trouble.hidden = true;
    this.offer(this.suggestions());
  }

  grow() {
    this.field.style.setProperty("height", "auto");
    this.field.style.setProperty("height", `${Math.min(this.field.scrollHeight, TALLEST)}px`);
  }

  insert(sign) {
    const { selectionStart: at, value } = this.field;
    const space = at > 0 && !/\s/.test(value[at - 1]) ? " " : "";
    this.field.setRangeText(`${space}${sign}`, at, this.field.selectionEnd, "end");
    this.field.focus();
    this.typed();
  }

  begin(sign) {
    if (!this.field.value.startsWith(sign)) this.field.value = sign + this.field.value;
    this.field.focus();
    this.field.setSelectionRange(1, 1);
    this.typed();
  }

  pressed(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (this.offered.length && steps[event.key]) return this.move(event, steps[event.key]);
    if (this.offered.length && (event.key === "Tab" || event.key === "Enter") && !event.shiftKey && !this.wholeCommand()) {
      event.preventDefault();
      return this.take(this.offered[this.at]);
    }
    if (event.key === "Escape" && (this.offered.length || this.cancel)) {
      event.preventDefault();
      return this.offered.length ? this.offer([]) : this.cancel();
    }
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      return this.send();
    }
    return undefined;
  }

  /** A command that is typed to its end is sent by Enter, not completed once more. */
  wholeCommand() {
    const word = this.field.value.trim();
    return this.live.app.commands.some((each) => each.name === word);
  }

  // -- what is offered

  suggestions() {
    const { value, selectionStart: at } = this.field;
    const before = value.slice(0, at);
    if (/^\/\S*$/.test(before) && !this.conversation.thread) return this.commands(before);
    const found = begun(before);
    if (!found) return [];
    return found.sign === "@" ? this.people(found.typed) : this.channels(found.typed);
  }

  commands(typed) {
    return this.live.app.commands
      .filter((each) => each.name.startsWith(typed))
      .map((each) => ({ text: each.name, words: each.name, hint: each.hint, detail: each.description, whole: true, mark: face(this.live.people.get(this.live.app.bot_user_id), 28) }));
  }

  people(typed) {
    const found = [...this.live.people.values()]
      .filter((each) => !each.deactivated && each.name !== "slackbot" && isCalled(each, typed))
      .map((each) => ({ text: `@${each.name}`, words: each.real_name, hint: each.name, detail: each.title, mark: face(each, 28) }));
    const all = this.conversation.entry()?.name ? EVERYBODY.filter((each) => typed && each.name.startsWith(typed)).map((each) => ({ text: `@${each.name}`, words: `@${each.name}`, detail: each.detail, mark: icon("people", 20) })) : [];
    return [...found, ...all].slice(0, MOST_OFFERED);
  }

  channels(typed) {
    return [...this.live.channels.values()]
      .filter((each) => each.name.includes(typed) && !each.archived)
      .slice(0, MOST_OFFERED)
      .map((each) => ({ text: `#${each.name}`, words: `#${each.name}`, detail: each.purpose, mark: icon(each.kind === "private_channel" ? "lock" : "hash", 20) }));
  }

  offer(offered) {
    const before = this.offered.length;
    this.offered = offered;
    this.at = 0;
    this.offers.hidden = !offered.length;
    fill(this.offers, offered.map((each, index) => el("li", { id: `${this.offers.id}-${index}`, class: "offer", role: "option", aria: { selected: "false" }, on: { mousedown: (event) => { event.preventDefault(); this.take(each); } } }, each.mark, el("span", { class: "offer-words" }, el("b", {}, each.words), each.hint ? el("span", { class: "offer-hint" }, ` ${each.hint}`) : null, each.detail ? el("span", { class: "offer-detail" }, each.detail) : null))));
    this.point();
    if (offered.length && !before) announce(`${offered.length} suggestions. Arrow keys choose, Enter takes.`);
  }

  move(event, step) {
    event.preventDefault();
    this.at = (this.at + step + this.offered.length) % this.offered.length;
    this.point();
  }

  point() {
    const here = this.offers.children[this.at];
    for (const each of this.offers.children) each.setAttribute("aria-selected", String(each === here));
    if (here) this.field.setAttribute("aria-activedescendant", here.id);
    else this.field.removeAttribute("aria-activedescendant");
    here?.scrollIntoView({ block: "nearest" });
  }

  take(offer) {
    const { value, selectionStart: at } = this.field;
    const from = offer.whole ? 0 : begun(value.slice(0, at)).from;
    this.field.setRangeText(`${offer.text} `, from, at, "end");
    this.typed();
    this.offer([]);
  }

  shortcuts(anchor) {
    const global = this.live.app.shortcuts.filter((each) => each.kind === "global");
    const items = global.map((each) => ({ label: each.name, detail: each.description, icon: "bolt", act: () => this.use(each) }));
    openMenu(anchor, "Shortcuts", items.length ? [{ heading: this.live.app.name }, ...items] : [{ heading: "No app has shortcuts here" }]);
  }

  async use(shortcut) {
    const answer = await this.shell.attempt(() => this.live.api.shortcut(shortcut.callback_id));
    if (answer?.shown) this.conversation.note(answer.shown);
  }

  // -- files

  chosen() {
    this.files.push(...this.picker.files);
    this.picker.value = "";
    this.drawChips();
    this.field.focus();
  }

  pasted(event) {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    this.files.push(...event.clipboardData.files);
    this.drawChips();
  }

  drawChips() {
    this.chips.hidden = !this.files.length;
    fill(this.chips, this.files.map((file, index) => el("li", { class: "chip" }, icon("file", 16), el("span", { class: "chip-name" }, file.name), iconButton("close", `Leave out ${file.name}`, () => { this.files.splice(index, 1); this.drawChips(); }))));
  }

  // -- sending

  async send() {
    const text = this.field.value.trim();
    if (this.busy || (!text && !this.files.length)) return;
    this.waits(true);
    try {
      const words = withHandles(text, this.live.people.values());
      if (this.save) return void (await this.save(words));
      await this.dispatch(words);
    } catch (error) {
      this.trouble.hidden = false;
      fill(this.trouble, sentence(error));
    } finally {
      this.waits(false);
    }
  }

  waits(busy) {
    this.busy = busy;
    this.node.classList.toggle("busy", busy);
    this.node.setAttribute("aria-busy", String(busy));
  }

  async dispatch(text) {
    const { conversation, live } = this;
    const threadTs = conversation.thread?.ts;
    if (text.startsWith("/")) return this.command(text, threadTs);
    if (this.files.length) await this.upload(text, threadTs);
    else await live.api.message(text, conversation.id, { threadTs, broadcast: this.also?.checked || undefined });
    this.clear();
    conversation.atEnd = true;
    return undefined;
  }

  async upload(text, threadTs) {
    for (let first = true; this.files.length; first = false) {
      await this.live.api.upload(this.files[0], this.conversation.id, { text: first ? text : undefined, threadTs });
      this.files.shift();
      this.drawChips();
    }
  }

  async command(text, threadTs) {
    const { conversation, live } = this;
    if (threadTs) return conversation.note(`${text.split(" ")[0]} is not supported in threads. Sorry!`);
    this.clear();
    const answer = await live.api.command(text, conversation.id);
    if (answer.failed) {
      conversation.note(answer.shown);
      if (!this.field.value) this.field.value = text;
      this.grow();
    }
    return undefined;
  }

  clear() {
    this.field.value = "";
    drafts.delete(this.key);
    this.offer([]);
    this.grow();
  }

  focus() {
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  leave() {
    if (this.field.value && !this.save) drafts.set(this.key, this.field.value);
  }
}
