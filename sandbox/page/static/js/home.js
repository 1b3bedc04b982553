// The app's own place: its home tab, the messages with it, and what it is about.

import { createConversation } from "./conversation.js";
import { drawBlocks } from "./blocks.js";
import { el, fill, icon } from "./dom.js";
import { face } from "./drawing.js";

const TABS = { home: "Home", messages: "Messages", about: "About" };

export function createHome(shell, tab) {
  return new Home(shell, tab);
}

class Home {
  constructor(shell, tab) {
    Object.assign(this, { shell, live: shell.live, tab });
    // What scrolls and holds nothing to stop at is itself a stop for the Tab key.
    const stop = tab === "about" ? { tabindex: "0", role: "region", aria: { label: "About" } } : {};
    this.inside = el("div", { class: `home-inside home-${tab}`, ...stop });
    this.conversation = tab === "messages" ? createConversation(shell, this.live.appConversation.id) : null;
    this.node = el("div", { class: "home" }, this.head(), this.conversation ? this.conversation.node : this.inside);
  }

  head() {
    const { app, people } = this.live;
    const tabs = Object.entries(TABS)
      .filter(([name]) => (name === "home" ? app.home_tab : name === "messages" ? app.messages_tab : true))
      .map(([name, words]) => el("a", { class: "tab", href: name === "home" ? "#home" : `#home/${name}`, aria: { current: name === this.tab ? "page" : null } }, words));
    const away = this.live.client.connected ? null : el("span", { class: "side-away" }, "not connected");
    return el("div", { class: "head home-head" }, el("h1", {}, face(people.get(app.bot_user_id), 28), app.name, el("span", { class: "app-badge" }, "App"), away), el("nav", { class: "tabs", aria: { label: app.name } }, tabs));
  }

  async open() {
    if (this.tab === "about") return this.drawAbout();
    if (this.tab === "home" && !this.live.app.home_tab) return location.replace("#home/messages");
    await this.shell.attempt(() => this.live.api.openHome(this.tab));
    if (this.conversation) return this.conversation.refresh();
    fill(this.inside, el("p", { class: "quiet home-empty" }, `${this.live.app.name} is getting your home ready…`));
    return this.look();
  }

  async refresh(before) {
    if (this.conversation) return this.conversation.refresh();
    if (this.tab === "home" && (this.live.client.home !== this.drawn || before?.home !== this.live.client.home)) await this.look();
    return undefined;
  }

  async look() {
    const view = await this.live.api.home();
    if (!view || view.hash === this.drawn) return;
    this.drawn = view.hash;
    const context = this.live.context("home", { values: view.values, headingLevel: 2, onAction: (action) => this.press(action), suggestions: (menu, typed) => this.live.api.suggestions({ home: true }, menu, typed) });
    const scrolled = this.inside.scrollTop;
    const focused = focusKey(this.inside);
    this.trouble = el("p", { class: "trouble", role: "alert", hidden: true });
    fill(this.inside, this.trouble, drawBlocks(view.blocks, context));
    this.inside.scrollTop = scrolled;
    refocus(this.inside, focused);
  }

  async press(action) {
    const answer = await this.shell.attempt(() => this.live.api.press({ home: true }, action));
    const shown = answer?.shown ?? "";
    this.trouble.hidden = !shown;
    fill(this.trouble, shown);
    return answer;
  }

  drawAbout() {
    const { app } = this.live;
    const about = app.about;
    const list = (items) => el("dl", { class: "about-list" }, items.map(([term, words, hint]) => [el("dt", {}, term, hint ? el("span", { class: "quiet" }, ` ${hint}`) : null), el("dd", {}, words)]));
    fill(
      this.inside,
      el("div", { class: "about" }, face(this.live.people.get(app.bot_user_id), 72), el("h2", {}, app.name), el("p", { class: "about-short" }, about.description ?? ""), about.long_description ? el("p", {}, about.long_description) : null,
        app.commands.length ? [el("h3", {}, icon("bolt", 16), "Commands"), list(app.commands.map((each) => [each.name, each.description, each.hint]))] : null,
        app.shortcuts.length ? [el("h3", {}, icon("bolt", 16), "Shortcuts"), list(app.shortcuts.map((each) => [each.name, each.description, each.kind === "message" ? "in a message’s menu" : ""]))] : null),
    );
  }

  async reveal(ts) {
    await this.conversation?.reveal(ts);
  }

  seen() {
    this.conversation?.seen();
  }

  leave() {
    this.conversation?.leave();
  }
}

const focusable = "a[href], button, input, select, textarea, summary";

function focusKey(container) {
  return container.contains(document.activeElement) ? [...container.querySelectorAll(focusable)].indexOf(document.activeElement) : -1;
}

function refocus(container, index) {
  if (index >= 0) (container.querySelectorAll(focusable)[index] ?? container).focus?.({ preventScroll: true });
}
