// The guided tour: a panel that tells what to do as whom, and goes on when it has really happened.

import { el, fill, icon, iconButton, announce } from "./dom.js";
import { drawMrkdwn } from "./mrkdwn.js";

const KEY = "tour";

export function createTour(shell) {
  return new Tour(shell);
}

class Tour {
  constructor(shell) {
    Object.assign(this, { shell, live: shell.live, tour: null, state: null });
    this.node = el("aside", { class: "tour", hidden: true, aria: { label: "Guided tour" } });
  }

  /** Fetch the tour; the panel opens by itself for whoever was in the middle of it. */
  async begin() {
    const response = await fetch("/page/tour.json", { cache: "no-store" });
    if (response.status !== 200) return;
    this.tour = await response.json();
    this.shell.tourButton.hidden = false;
    this.state = remembered(this.name());
    if (this.state?.open) this.draw();
    addEventListener("hashchange", () => this.state && this.draw()); // whether to offer the way there
    await this.look();
  }

  /** A tour belongs to one workspace, and to one version of its steps. */
  name() {
    return `${this.live.team.id}/${this.tour.steps.length}/${this.tour.title}`;
  }

  async toggle() {
    if (!this.tour) return;
    if (!this.state) await this.start();
    else this.keep({ open: !this.state.open });
    this.draw();
    if (this.state.open) this.node.querySelector("h2")?.focus();
  }

  /** What stood there before the tour does not end any of its steps. */
  async start() {
    const before = await Promise.all(this.tour.steps.map(async (step) => [...(await this.found(step.until)).keys()]));
    this.keep({ step: 0, open: true, before });
  }

  keep(changes) {
    this.state = { ...this.state, ...changes, name: this.name() };
    localStorage.setItem(KEY, JSON.stringify(this.state));
  }

  /** Whether the step has happened; called at every change in the workspace. */
  async look() {
    const step = this.state && this.tour?.steps[this.state.step];
    if (!step?.until || this.looking) return;
    this.looking = true;
    try {
      const before = new Set(this.state.before?.[this.state.step] ?? []);
      const found = await this.found(step.until);
      if ([...found.keys()].some((key) => !before.has(key))) this.done();
    } finally {
      this.looking = false;
    }
  }

  done() {
    this.keep({ step: this.state.step + 1, just: this.state.step });
    this.draw();
    announce(`Done: ${this.tour.steps[this.state.just].title}. ${this.tour.steps[this.state.step] ? `Next: ${this.tour.steps[this.state.step].title}.` : "That was the whole tour."}`);
    return this.look();
  }

  /** Where the words stand now: a Map of what holds them. */
  async found({ as, where, contains }) {
    const query = new URLSearchParams({ as });
    const read = async (call) => {
      const response = await fetch(`/control/${call}?${query}`, { cache: "no-store" });
      return response.ok ? response.json() : {};
    };
    if (where === "home" || where === "form") {
      const seen = await read(where);
      const words = JSON.stringify(where === "home" ? seen.view ?? {} : seen.text ?? "");
      return new Map(words.includes(contains) ? [[where, true]] : []);
    }
    if (where !== "inbox") query.set("channel", where.replace(/^#/, ""));
    const seen = await read(where === "inbox" ? "inbox" : "channel");
    const all = (seen.messages ?? []).flatMap((each) => [each, ...each.thread]);
    return new Map(all.filter((each) => `${each.readable}\n${each.sentence}\n${each.text}`.includes(contains)).map((each) => [`${each.ts}`, true]));
  }

  // -- drawing

  draw() {
    const open = Boolean(this.state?.open);
    this.node.hidden = !open;
    this.shell.tourButton.setAttribute("aria-expanded", String(open));
    if (open) document.documentElement.dataset.tour = "open";
    else delete document.documentElement.dataset.tour;
    if (!open) return;
    const { step } = this.state;
    const held = this.tour.steps[step];
    fill(
      this.node,
      el("div", { class: "pane-head" }, el("h2", { tabindex: "-1" }, icon("compass", 18), this.tour.title ?? "Guided tour"), iconButton("close", "Leave the tour for now", () => { this.keep({ open: false }); this.draw(); this.shell.tourButton.focus(); })),
      el("ol", { class: "tour-steps", role: "list", aria: { label: "Steps" } }, this.tour.steps.map((each, index) => this.dot(each, index))),
      el("div", { class: "tour-step" }, this.state.just === undefined ? null : el("p", { class: "tour-done" }, icon("check", 16), `${this.tour.steps[this.state.just].title}: done.`), held ? this.step(held, step) : this.end()),
    );
  }

  dot(step, index) {
    const where = index < this.state.step ? "done" : index === this.state.step ? "now" : "later";
    return el("li", { class: `tour-dot tour-${where}`, title: step.title, aria: { current: where === "now" ? "step" : null } }, el("span", { class: "spoken" }, `${step.title}: ${{ done: "done", now: "this step", later: "to come" }[where]}`));
  }

  step(step, index) {
    const { live } = this;
    const context = live.context("message");
    const person = [...live.people.values()].find((each) => each.id === step.as || each.name === step.as || each.name.split(".")[0] === step.as);
    const am = person?.id === live.me.id;
    const todo = Array.isArray(step.do) ? step.do : [step.do].filter(Boolean);
    return [
      el("h3", {}, `${index + 1}. ${step.title}`),
      el("div", { class: "tour-text" }, drawMrkdwn(step.text ?? "", context)),
      person && !am ? el("a", { class: "button primary", href: `?as=${encodeURIComponent(person.name)}${step.at ? `#${this.place(step.at)}` : ""}` }, `Be ${person.real_name}`) : null,
      el("ul", { class: "tour-do", role: "list" }, todo.map((each) => el("li", {}, drawMrkdwn(each, context)))),
      am && step.at && location.hash !== `#${this.place(step.at)}` ? el("a", { class: "button", href: `#${this.place(step.at)}` }, "Take me there") : null,
      el("p", { class: "quiet tour-wait" }, "The tour goes on by itself when it has happened."),
      el("div", { class: "tour-foot" }, el("button", { type: "button", class: "link-button", on: { click: () => { this.keep({ step: index + 1, just: undefined }); this.draw(); } } }, "Skip this step"), this.again()),
    ];
  }

  /** A channel by its name, or home, inbox. */
  place(at) {
    if (at === "inbox") return "home/messages";
    const name = at.replace(/^#/, "");
    return [...this.live.conversations.values()].find((each) => each.name === name)?.id ?? name;
  }

  again() {
    return el("button", { type: "button", class: "link-button", on: { click: async () => { await this.start(); this.keep({ just: undefined }); this.draw(); } } }, "Begin again");
  }

  end() {
    return [el("h3", {}, "That was the tour"), el("div", { class: "tour-text" }, drawMrkdwn(this.tour.end ?? "Now try things yourself: be anyone, and see what the others see.", this.live.context("message"))), el("div", { class: "tour-foot" }, this.again())];
  }
}

function remembered(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return kept?.name === name ? kept : null;
  } catch {
    return null;
  }
}
