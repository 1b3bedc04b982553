// One conversation, or one thread of it: the list of messages, kept in step, and the composer under it.

import { announce, count, el, fill, icon } from "./dom.js";
import { dayOf, dayWords, momentOf } from "./dates.js";
import { Composer } from "./composer.js";
import { drawMessage } from "./messages.js";

const STEP = 60;
const EVERYTHING = 100_000;
const NEAR_THE_END = 60;
const TOGETHER_SECONDS = 300;

/** `thread` is {ts} for the replies to one message. */
export function createConversation(shell, id, thread = null) {
  return new Conversation(shell, id, thread);
}

class Conversation {
  constructor(shell, id, thread) {
    Object.assign(this, { shell, live: shell.live, id, thread, newest: STEP, whole: false, rows: new Map(), notes: [], trouble: new Map(), messages: [], loading: false, looks: 0 });
    this.newFrom = this.entry()?.unread && !thread ? this.entry().last_read : null;
    this.list = el("ol", { class: "messages", role: "list", aria: { label: thread ? "Messages in this thread" : `Messages in ${this.title()}` } });
    this.start = el("div", { class: "start" });
    this.scroller = el("div", { class: "scroller", on: { scroll: () => this.scrolled() } }, this.start, this.list);
    this.jump = el("button", { type: "button", class: "jump", hidden: true, on: { click: () => this.toEnd() } }, icon("down", 16), "Newest messages");
    this.composer = new Composer(this);
    this.node = el("div", { class: thread ? "conversation thread" : "conversation" }, thread ? null : this.head(), this.scroller, this.jump, this.composer.node);
    this.list.addEventListener("keydown", (event) => this.walk(event));
    new ResizeObserver(() => { if (this.atEnd) this.toEnd(); }).observe(this.scroller);
  }

  entry() {
    return this.live.conversations.get(this.id);
  }

  title() {
    const entry = this.entry();
    if (entry?.name) return `#${entry.name}`;
    return this.live.people.get(entry?.with)?.real_name ?? "Direct messages";
  }

  head() {
    const entry = this.entry();
    if (!entry || entry.with === this.live.app.bot_user_id) return null;
    const mark = entry.name ? icon(entry.kind === "private_channel" ? "lock" : "hash", 20) : null;
    const about = entry.purpose || this.live.people.get(entry.with)?.title || "";
    const members = entry.name ? el("span", { class: "head-members", title: entry.members.map((each) => this.live.people.get(each)?.real_name ?? each).join(", ") }, icon("people", 16), count(entry.members.length, "member")) : null;
    return el("div", { class: "head" }, el("h1", {}, mark, entry.name ?? this.title()), el("p", { class: "head-about" }, about), members);
  }

  // -- reading

  async refresh() {
    const before = this.messages[this.messages.length - 1]?.ts;
    const stuck = this.atEnd !== false;
    if (stuck && this.newest > STEP && !this.revealing) this.newest = STEP;
    await this.look();
    this.draw();
    const moved = this.atEnd === false; // meanwhile, by the person or by a link that they followed
    if (!moved && (stuck || !before)) this.toEnd();
    else if (this.messages.length && this.messages[this.messages.length - 1].ts !== before) this.jump.hidden = false;
    this.tellNew(before);
    this.seen();
  }

  /** Read what stands here. Of two looks on their way only the later one counts, and both are done when it is. */
  look() {
    this.looking = this.lookOnce((this.looks += 1));
    return this.looking;
  }

  async lookOnce(turn) {
    if (this.thread) {
      const { message } = await this.live.api.thread(this.id, this.thread.ts);
      this.messages = [{ ...message, thread: [] }, ...message.thread];
      this.whole = true;
      return;
    }
    if (!this.entry()?.member) {
      this.messages = [];
      this.whole = true;
      return;
    }
    const { newest } = this;
    const { messages } = await this.live.api.channel(this.id, newest);
    if (turn !== this.looks) return void (await this.looking);
    this.messages = messages;
    this.whole = messages.length < newest;
  }

  /** New words of others are said by a screen reader. */
  tellNew(before) {
    if (!before) return;
    const fresh = this.messages.filter((each) => each.ts > before && each.user !== this.live.me.id);
    const last = fresh[fresh.length - 1];
    if (last) announce(`${last.from}${last.ephemeral ? ", only visible to you" : ""}: ${last.sentence || last.readable}`.slice(0, 400));
  }

  /** Whatever stands before the eyes of the person is read. */
  seen() {
    const unread = this.entry()?.unread;
    if (this.thread || !unread || document.visibilityState !== "visible" || !this.atEnd) return;
    const last = this.messages[this.messages.length - 1];
    if (last) this.live.api.markRead(this.id, last.ts).catch((error) => console.warn(error));
  }

  // -- drawing

  draw() {
    const now = this.live.now();
    const kept = new Set();
    let [at, before] = [this.list.firstElementChild, null];
    for (const message of [...this.messages, ...this.notes].sort((one, other) => Number(one.ts > other.ts) - Number(one.ts < other.ts))) {
      const stood = this.rows.get(message.ts)?.node;
      const row = this.row(message, before, now);
      if (stood && stood === at) at = row; // drawn anew in its place
      kept.add(message.ts);
      if (row === at) at = at.nextElementSibling;
      else this.list.insertBefore(row, at);
      before = message;
    }
    for (const [ts, { node }] of this.rows) if (!kept.has(ts)) { node.remove(); this.rows.delete(ts); }
    this.drawStart();
    this.oneTabStop();
  }

  /** The row of a message: the one that stands there, unless anything in it has changed. */
  row(message, before, now) {
    const place = this.placeOf(message, before, now);
    const signature = JSON.stringify([message, place, this.trouble.get(message.ts) ?? ""]);
    const held = this.rows.get(message.ts);
    if (held && (held.signature === signature || held.node.classList.contains("editing"))) return held.node;
    const node = drawMessage(this, message, place);
    if (held) swap(held.node, node);
    this.rows.set(message.ts, { signature, node });
    return node;
  }

  placeOf(message, before, now) {
    const [at, zone] = [momentOf(message.ts), this.live.zone];
    const newDay = !this.thread && (!before || dayOf(momentOf(before.ts), zone) !== dayOf(at, zone));
    const isNew = this.newFrom !== null && message.ts > this.newFrom && !(before && before.ts > this.newFrom) && message.user !== this.live.me.id;
    const card = message.user_is_bot && message.blocks.length > 0;
    const close = before && !card && before.user === message.user && before.from === message.from && !before.ephemeral && !message.ephemeral && !before.subtype && Number(message.ts) - Number(before.ts) < TOGETHER_SECONDS;
    return { day: newDay ? dayWords(at, now, zone) : null, isNew, compact: Boolean(close) && !newDay && !isNew, today: dayOf(now, zone), replies: this.thread && before === null ? this.messages.length - 1 : null };
  }

  drawStart() {
    const entry = this.entry();
    if (this.thread) return;
    if (!this.whole) {
      fill(this.start, el("button", { type: "button", class: "button quiet-button", on: { click: () => this.older() } }, "Show earlier messages"));
    } else if (entry && !entry.member) {
      fill(this.start, el("p", { class: "quiet" }, "You are not in this channel."), el("button", { type: "button", class: "button primary", on: { click: () => this.shell.attempt(() => this.live.api.join(this.id)) } }, `Join #${entry.name}`));
    } else if (entry?.with === this.live.app.bot_user_id) {
      fill(this.start, el("p", { class: "quiet" }, `Messages between you and ${this.live.app.name}.`));
    } else {
      fill(this.start, el("p", { class: "quiet" }, entry?.name ? `This is the very beginning of #${entry.name}.` : `This is the beginning of your messages with ${this.title()}.`));
    }
  }

  /** A sentence from Slack itself that only this window shows. */
  note(words, from = "Slackbot") {
    const slackbot = [...this.live.people.values()].find((each) => each.name === "slackbot");
    const ts = (this.live.now().getTime() / 1000).toFixed(6);
    this.notes.push({ ts, user: slackbot?.id ?? null, from, text: "", note: words, blocks: [], files: [], reactions: [], thread: [], attachments: [], ephemeral: true, channel: this.id });
    this.draw();
    this.toEnd();
    announce(`${from}, only visible to you: ${words}`);
  }

  // -- moving

  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
    if (this.atEnd) {
      this.jump.hidden = true;
      this.seen();
    }
    if (scrollTop < 200 && !this.whole) this.older();
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.atEnd = true;
    this.jump.hidden = true;
  }

  async older() {
    if (this.loading || this.whole) return;
    this.loading = true;
    this.newest += STEP;
    await this.shell.attempt(() => this.look());
    const { scrollHeight, scrollTop } = this.scroller;
    this.draw();
    this.scroller.scrollTop = scrollTop + this.scroller.scrollHeight - scrollHeight;
    this.loading = false;
  }

  /** Bring a message into view and mark it for a moment. */
  async reveal(ts) {
    if (!ts) return;
    if (!this.find(ts) && !this.whole) {
      this.newest = EVERYTHING;
      this.atEnd = false;
      this.revealing = true;
      await this.look().finally(() => { this.revealing = false; });
      this.draw();
    }
    const row = this.find(ts);
    if (!row) {
      const parent = this.messages.find((each) => each.thread.some((reply) => reply.ts === ts));
      if (parent) await this.shell.openThread(this.id, parent.ts);
      else this.shell.say("That message is not there any more, or you cannot see it.");
      return;
    }
    row.scrollIntoView({ block: "center" });
    this.scrolled(); // the browser tells it a frame later, and a message may come before
    row.classList.add("pointed-at");
    row.focus({ preventScroll: true });
    setTimeout(() => row.classList.remove("pointed-at"), 2500);
  }

  find(ts) {
    return this.rows.get(ts)?.node ?? null;
  }

  /** Arrow keys go from message to message. */
  walk(event) {
    const row = event.target.closest(".message");
    if (event.target !== row || !["ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    const rows = [...this.list.children];
    const at = rows.indexOf(row);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
    if (!rows[to]) return;
    event.preventDefault();
    for (const each of rows) each.tabIndex = each === rows[to] ? 0 : -1;
    rows[to].focus();
    rows[to].scrollIntoView({ block: "nearest" });
  }

  oneTabStop() {
    const rows = [...this.list.children];
    const held = rows.find((each) => each.tabIndex === 0 && each === document.activeElement);
    for (const each of rows) each.tabIndex = -1;
    const stop = held ?? rows[rows.length - 1];
    if (stop) stop.tabIndex = 0;
  }

  focus() {
    this.composer.focus();
  }

  leave() {
    this.composer.leave();
  }
}

/** Put a redrawn row in the place of the old one; the focus stays on the same thing in it. */
function swap(old, fresh) {
  const inside = old.contains(document.activeElement);
  const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";
  const index = inside ? [old, ...old.querySelectorAll(focusable)].indexOf(document.activeElement) : -1;
  old.replaceWith(fresh);
  if (inside) ([fresh, ...fresh.querySelectorAll(focusable)][index] ?? fresh).focus({ preventScroll: true });
}
