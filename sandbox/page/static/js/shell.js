// The frame: the bar at the top, the side bar, what is shown in the middle, and the panes beside it.

import { sentence } from "./api.js";
import { createConversation } from "./conversation.js";
import { createHome } from "./home.js";
import { announce, el, fill, icon, iconButton, trapFocus } from "./dom.js";
import { face } from "./drawing.js";
import { dayWords, fullTime, momentOf, timeOf } from "./dates.js";
import { createDoor } from "./door.js";
import { createModal } from "./modal.js";
import { createNotices } from "./notices.js";
import { permalink, readHash } from "./places.js";
import { closePopup, openMenu } from "./popup.js";
import { createSidebar } from "./sidebar.js";
import { createTour } from "./tour.js";

const SMALL = matchMedia("(max-width: 760px)");

export class Shell {
  constructor(live, page) {
    Object.assign(this, { live, page, shown: null, pane: null, paneKind: null });
    live.onChange((before, changed) => this.changed(before, changed));
  }

  async open() {
    this.build();
    window.addEventListener("hashchange", () => this.route().catch((error) => this.say(sentence(error))));
    document.addEventListener("visibilitychange", () => this.shown?.seen?.());
    document.addEventListener("keydown", (event) => this.key(event));
    const skip = (id, to) => document.getElementById(id).addEventListener("click", (event) => { event.preventDefault(); to()?.focus(); });
    skip("skip", () => this.main.querySelector(".messages > [tabindex='0']") ?? this.main);
    skip("skip-to-box", () => this.main.querySelector(".composer-field") ?? this.main);
    await this.route();
    await this.lookAtForm();
    setInterval(() => this.tick(), 1000);
    await this.tour.begin();
  }

  // -- building

  build() {
    const { live } = this;
    this.sidebar = createSidebar(this);
    this.notices = createNotices(this);
    this.modal = createModal(this);
    this.door = createDoor(this);
    this.tour = createTour(this);
    this.main = el("main", { id: "main", tabindex: "-1", aria: { label: "Conversation" } });
    this.aside = el("aside", { class: "pane", hidden: true });
    this.lostLine = el("p", { class: "lost", role: "alert", hidden: true }, "The sandbox does not answer. It may have been stopped; this page goes on by itself when it is back.");
    this.clock = el("time", { class: "clock-time" });
    fill(this.page, el("div", { class: "frame" }, this.header(), this.lostLine, this.notices.node, el("div", { class: "middle", on: { pointerdown: (event) => this.besideSidebar(event) } }, this.sidebar.node, this.main, this.aside, this.tour.node)));
    document.documentElement.dataset.person = live.me.name;
    this.tick();
  }

  header() {
    const { live } = this;
    this.menuButton = iconButton("menu", "Channels and messages", () => this.toggleSidebar(), { class: "icon-button only-small", "aria-expanded": "false", "aria-controls": "sidebar" });
    const clock = el("button", { type: "button", class: "bar-button clock", aria: { describedby: "clock-what" }, on: { click: () => this.openDoor("clock") } }, icon("clock", 16), this.clock, el("span", { id: "clock-what", hidden: true }, "The workspace’s time; press to move it"));
    this.tourButton = el("button", { type: "button", class: "bar-button", title: "Guided tour", hidden: true, aria: { label: "Guided tour", expanded: "false" }, on: { click: () => this.tour.toggle() } }, icon("compass", 16), el("span", { class: "bar-words" }, "Guided tour"));
    this.doorButton = el("button", { type: "button", class: "bar-button", title: "Stage door", aria: { label: "Stage door", expanded: "false" }, on: { click: () => this.openDoor() } }, icon("door", 16), el("span", { class: "bar-words" }, "Stage door"));
    this.meButton = el("button", { type: "button", class: "bar-button me", aria: { haspopup: "menu", expanded: "false", label: `You are ${live.me.real_name}. Be somebody else` }, on: { click: () => this.choosePerson() } }, face(live.me, 28), el("span", { class: "bar-words" }, live.me.real_name), icon("down", 14));
    return el("header", { class: "bar" }, this.menuButton, el("p", { class: "bar-team" }, live.team.name), clock, el("div", { class: "bar-right" }, this.tourButton, this.doorButton, this.meButton));
  }

  choosePerson() {
    const others = [...this.live.people.values()].filter((each) => !each.bot && !each.deactivated && each.name !== "slackbot");
    const here = location.hash;
    openMenu(this.meButton, "Be somebody", [
      { heading: "Be somebody else" },
      ...others.map((each) => ({ label: each.id === this.live.me.id ? `${each.real_name} (you)` : each.real_name, detail: each.title || "In the team", face: face(each, 32), act: () => this.be(each, here) })),
      { heading: "Two people at once" },
      { label: "Open a second window", detail: "and choose somebody else in it", icon: "people", act: () => window.open("/", "_blank", "noopener") },
    ]);
  }

  /** Look through somebody else's eyes, at the same place where they may see it. */
  be(person, hash = "") {
    location.assign(`?as=${encodeURIComponent(person.name)}${hash}`);
    if (person.id === this.live.me.id) closePopup();
  }

  // -- where we are

  async route() {
    closePopup();
    const place = this.allowed(readHash(location.hash));
    if (!place) return location.replace(`#${this.startingPlace()}`);
    this.closeSidebar();
    if (place.kind === "home") return this.showHome(place.tab);
    const shown = this.live.appConversation?.id === place.id ? { kind: "home", tab: "messages" } : place;
    if (shown.kind === "home") return this.showHome("messages", place.ts);
    if (this.shownId === place.id) return this.shown.reveal(place.ts);
    return this.showConversation(place.id, place.ts);
  }

  /** The place, unless this person cannot see it. */
  allowed(place) {
    if (place?.kind !== "conversation") return place;
    if (this.live.conversations.has(place.id)) return place;
    const named = this.live.client.conversations.find((each) => each.name && each.name === place.id);
    if (!named) return null;
    history.replaceState(null, "", place.ts ? permalink(named.id, place.ts) : `#${named.id}`);
    return { ...place, id: named.id };
  }

  startingPlace() {
    const own = this.live.client.conversations.filter((each) => each.member && each.name);
    return own[0]?.id ?? "home";
  }

  async showConversation(id, ts) {
    this.leave();
    this.shownId = id;
    const conversation = createConversation(this, id);
    this.shown = conversation;
    fill(this.main, conversation.node);
    this.nameMain(conversation.title());
    await conversation.refresh();
    if (ts) await conversation.reveal(ts);
  }

  async showHome(tab, ts = null) {
    if (this.shownId === `home/${tab}`) return this.shown.reveal?.(ts);
    this.leave();
    this.shownId = `home/${tab}`;
    this.shown = createHome(this, tab);
    fill(this.main, this.shown.node);
    this.nameMain(`${this.live.app.name}`);
    await this.shown.open();
    if (ts) await this.shown.reveal(ts);
    return undefined;
  }

  nameMain(title) {
    this.main.setAttribute("aria-label", title);
    this.sidebar.update();
    this.title = title;
    this.updateTitle();
  }

  leave() {
    this.shown?.leave?.();
    if (this.paneKind === "thread") this.closePane();
  }

  updateTitle() {
    const unread = this.live.client.conversations.reduce((sum, each) => sum + each.mentions, 0);
    document.title = `${unread ? `(${unread}) ` : ""}${this.title ?? ""} · ${this.live.me.real_name} · ${this.live.team.name}`;
  }

  // -- panes

  openPane(kind, pane) {
    if (this.pane) this.closePane({ keepFocus: true });
    this.pane = pane;
    this.paneKind = kind;
    this.aside.hidden = false;
    this.aside.setAttribute("aria-label", pane.label);
    this.paneBefore = document.activeElement;
    fill(this.aside, pane.node);
    document.documentElement.dataset.pane = kind;
    this.doorButton.setAttribute("aria-expanded", String(kind === "door"));
    if (SMALL.matches) this.releasePane = trapFocus(this.aside, { onEscape: () => this.closePane() });
  }

  closePane({ keepFocus = false } = {}) {
    if (!this.pane) return;
    this.pane.leave?.();
    this.pane = this.paneKind = null;
    this.aside.hidden = true;
    fill(this.aside);
    delete document.documentElement.dataset.pane;
    this.doorButton.setAttribute("aria-expanded", "false");
    this.releasePane?.();
    this.releasePane = null;
    if (!keepFocus && this.paneBefore?.isConnected) this.paneBefore.focus();
  }

  async openThread(channel, ts) {
    if (this.paneKind === "thread" && this.pane.ts === ts) return this.pane.focus();
    const thread = createConversation(this, channel, { ts });
    const head = el("div", { class: "pane-head" }, el("h2", {}, "Thread"), el("p", { class: "quiet" }, thread.title()), iconButton("close", "Close the thread", () => this.closePane()));
    this.openPane("thread", { label: "Thread", ts, node: el("div", { class: "pane-inside" }, head, thread.node), leave: () => thread.leave(), refresh: () => thread.refresh(), focus: () => thread.focus() });
    await thread.refresh();
    thread.focus();
    return undefined;
  }

  openDoor(part) {
    if (this.paneKind === "door" && !part) return this.closePane();
    if (this.paneKind !== "door") this.openPane("door", this.door.pane());
    return this.door.show(part);
  }

  toggleSidebar() {
    if (document.documentElement.dataset.sidebar) return this.closeSidebar();
    document.documentElement.dataset.sidebar = "open";
    this.menuButton.setAttribute("aria-expanded", "true");
    this.releaseSidebar = trapFocus(this.sidebar.node, { onEscape: () => this.closeSidebar() });
    return undefined;
  }

  /** Where it lies over the messages, a press beside it puts it away. */
  besideSidebar(event) {
    if (document.documentElement.dataset.sidebar && !this.sidebar.node.contains(event.target)) this.closeSidebar();
  }

  closeSidebar() {
    delete document.documentElement.dataset.sidebar;
    this.menuButton.setAttribute("aria-expanded", "false");
    this.releaseSidebar?.();
    this.releaseSidebar = null;
  }

  key(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (this.pane) this.closePane();
  }

  // -- what changes

  async changed(before, changed) {
    this.lostLine.hidden = this.live.reachable;
    if (!changed) return;
    this.sidebar.update();
    this.updateTitle();
    this.tick();
    this.notices.look();
    const work = [this.shown?.refresh?.(before), this.pane?.refresh?.(before), this.tour.look()];
    if (this.live.client.form || before.form) work.push(this.lookAtForm());
    const done = await Promise.allSettled(work);
    for (const each of done) if (each.status === "rejected") console.warn(each.reason);
  }

  async lookAtForm() {
    await this.modal.refresh();
  }

  tick() {
    const now = this.live.now();
    const words = `${dayWords(now, new Date(0), this.live.zone).split(",")[0].slice(0, 3)} ${timeOf(now, this.live.zone)}`;
    if (this.clock.textContent === words) return;
    this.clock.textContent = words;
    this.clock.setAttribute("datetime", now.toISOString());
    this.clock.title = fullTime(now, this.live.zone);
  }

  // -- doing

  /** Do something, and say its refusal in a sentence; answers null then. */
  async attempt(act) {
    try {
      return await act();
    } catch (error) {
      this.say(sentence(error));
      return null;
    }
  }

  /** A sentence across the top, for trouble. */
  say(words) {
    this.notices.say(words);
    announce(words, { urgent: true });
  }

  /** The words of a time beside a message. */
  timeOf(ts) {
    return timeOf(momentOf(ts), this.live.zone);
  }
}
