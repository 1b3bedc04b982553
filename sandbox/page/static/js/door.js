// The stage door: the workspace's clock, the faults of Slack as switches, and all traffic between Slack and the app.

import { count, el, fill, icon, iconButton, uid } from "./dom.js";
import { dayWords, fullTime, timeOf } from "./dates.js";

const LOOK_MS = 1000;
const KEPT = 400;
const FIRST_LOOK = 100;
const FAULTS = [
  { name: "slow", label: "Slack is slow", detail: "every answer takes two seconds", set: { slow: { ms: 2000 } } },
  { name: "ratelimit", label: "Slack says “too many requests”", detail: "each call is told to wait five seconds", set: { ratelimit: { retry_after: 5 } } },
  { name: "error", label: "Slack is down", detail: "nothing works, and nobody can connect", set: { error: { status: 503 }, refuse_socket: {} }, also: "cut_socket" },
  { name: "lose_ack", label: "The app seems silent", detail: "its answers to people are lost on the way", set: { lose_ack: {} } },
  { name: "drop_answer", label: "Answers are lost", detail: "Slack does the work, then the line breaks", set: { drop_answer: { methods: ["chat.postMessage", "chat.update"] } } },
  { name: "duplicate_event", label: "Events come twice", detail: "with the same number, as Slack sometimes sends them", set: { duplicate_event: {} } },
];
const KINDS = { web_api: "call", socket: "envelope", http: "request", response_url: "response", upload: "upload", download: "download" };

export function createDoor(shell) {
  return new Door(shell);
}

class Door {
  constructor(shell) {
    Object.assign(this, { shell, live: shell.live, entries: [], last: 0, filter: "", onlyProblems: false, open: new Set() });
  }

  pane() {
    this.clockPart = el("section", { class: "door-part", aria: { label: "The clock" } });
    this.faultPart = el("section", { class: "door-part", aria: { label: "Faults" } });
    this.node = el("div", { class: "pane-inside door" }, el("div", { class: "pane-head" }, el("h2", { tabindex: "-1" }, "Stage door"), el("p", { class: "quiet" }, "Behind the scenes"), iconButton("close", "Close the stage door", () => this.shell.closePane())), el("div", { class: "door-scroll" }, this.clockPart, this.faultPart, this.trafficPart()));
    this.drawClock();
    this.shell.attempt(() => this.lookAtMoments());
    this.shell.attempt(() => this.lookAtFaults());
    this.timer = setInterval(() => this.look().catch((error) => console.warn(error)), LOOK_MS);
    this.look().catch((error) => console.warn(error));
    return { label: "Stage door", node: this.node, leave: () => clearInterval(this.timer), refresh: () => this.refresh() };
  }

  show(part) {
    const target = part === "clock" ? this.clockPart.querySelector("button") : this.node.querySelector("h2");
    target?.focus();
  }

  async refresh() {
    this.drawTime();
    await this.lookAtMoments();
    await this.lookAtFaults();
  }

  // -- the clock

  drawClock() {
    this.time = el("p", { class: "door-time" });
    this.moments = el("span", { class: "door-moments" });
    const button = (words, to) => el("button", { type: "button", class: "button", on: { click: () => this.move(to()) } }, words);
    fill(
      this.clockPart,
      el("h3", {}, icon("clock", 16), "The clock"),
      this.time,
      el("div", { class: "door-buttons" },
        button("+15 minutes", () => ({ advance: 900 })),
        button("+1 hour", () => ({ advance: 3600 })),
        this.moments),
      el("p", { class: "quiet" }, "Everybody in the workspace lives by this clock, and so does the app."),
    );
    this.drawTime();
  }

  drawTime() {
    fill(this.time, fullTime(this.live.now(), this.live.zone));
  }

  /** The moments that the host offers: they change as days go by. */
  async lookAtMoments() {
    const held = await this.live.api.moments();
    const words = JSON.stringify(held.map((each) => each.words));
    if (words === this.momentWords) return;
    this.momentWords = words;
    const at = [...this.moments.children].indexOf(document.activeElement);
    fill(this.moments, held.map((each) => el("button", { type: "button", class: "button", on: { click: () => this.moveToMoment(each.words) } }, each.words)));
    this.moments.children[at]?.focus();
  }

  /** Where a button leads is asked when it is pressed: the clock has gone on since it was drawn. */
  moveToMoment(words) {
    return this.shell.attempt(async () => {
      const found = (await this.live.api.moments()).find((each) => each.words === words);
      if (found) await this.live.api.moveClock({ to: found.to });
      else await this.lookAtMoments();
    });
  }

  async move(to) {
    await this.shell.attempt(() => this.live.api.moveClock(to));
  }

  // -- faults

  async lookAtFaults() {
    const faults = await this.live.api.faults();
    const words = JSON.stringify(faults);
    if (words === this.faultWords) return;
    this.faultWords = words;
    this.drawFaults(faults);
  }

  drawFaults(faults) {
    const focused = this.faultPart.contains(document.activeElement) ? document.activeElement.dataset.fault : null;
    const cut = el("button", { type: "button", class: "button", data: { fault: "cut" }, on: { click: () => this.shell.attempt(() => this.live.api.setFault("cut_socket", {})) } }, "Cut the connection once");
    const known = new Set(FAULTS.flatMap((each) => Object.keys(each.set)));
    const others = Object.keys(faults).filter((name) => !known.has(name));
    fill(
      this.faultPart,
      el("h3", {}, icon("bolt", 16), "When Slack has a bad day"),
      el("ul", { class: "faults", role: "list" }, FAULTS.map((each) => this.faultSwitch(each, faults))),
      others.length ? el("p", { class: "quiet" }, `Also in force: ${others.join(", ")}.`) : null,
      el("div", { class: "door-buttons" }, cut, el("button", { type: "button", class: "button", disabled: !Object.keys(faults).length, data: { fault: "clear" }, on: { click: () => this.shell.attempt(() => this.live.api.clearFault()) } }, "All well again")),
    );
    if (focused) this.faultPart.querySelector(`[data-fault="${focused}"]`)?.focus();
  }

  faultSwitch(fault, faults) {
    const [on, id] = [Object.keys(fault.set).every((name) => name in faults), uid("fault")];
    const struck = faults[fault.name]?.struck ?? 0;
    const toggle = el("button", { type: "button", class: "switch", role: "switch", data: { fault: fault.name }, aria: { checked: String(on), labelledby: id }, on: { click: () => this.shell.attempt(() => this.turn(fault, !on)) } }, el("span", { class: "switch-knob" }));
    return el("li", { class: "fault" }, el("span", { class: "fault-words" }, el("span", { id }, fault.label), el("span", { class: "quiet" }, on && struck ? `${fault.detail}; so far ${count(struck, "time")}` : fault.detail)), toggle);
  }

  async turn(fault, on) {
    for (const [name, parameters] of Object.entries(fault.set)) {
      if (on) await this.live.api.setFault(name, parameters);
      else await this.live.api.clearFault(name);
    }
    if (on && fault.also) await this.live.api.setFault(fault.also, {});
  }

  // -- traffic

  trafficPart() {
    const search = el("input", { type: "search", class: "field", placeholder: "Filter, for instance chat.postMessage", aria: { label: "Filter the traffic" }, on: { input: () => { this.filter = search.value.trim().toLowerCase(); this.drawTraffic(); } } });
    const id = uid("problems");
    const problems = el("input", { type: "checkbox", id, on: { change: () => { this.onlyProblems = problems.checked; this.drawTraffic(); } } });
    this.summary = el("p", { class: "quiet" });
    this.list = el("ol", { class: "traffic", role: "list", reversed: true, aria: { label: "Traffic, newest first" } });
    return el("section", { class: "door-part door-traffic", aria: { label: "Traffic" } }, el("h3", {}, icon("link", 16), "Between Slack and the app"), search, el("p", { class: "also" }, problems, el("label", { for: id }, "Only what Slack objected to")), this.summary, this.list);
  }

  async look() {
    const query = this.last ? { after: this.last } : { newest: FIRST_LOOK };
    const fresh = await this.live.api.log(query);
    const waiting = this.entries.some((each) => each.answer === null && !each.settled);
    if (!fresh.length && !waiting) return;
    this.entries = [...this.entries, ...fresh].slice(-KEPT);
    if (waiting) await this.lookAgain();
    this.last = this.entries[this.entries.length - 1]?.number ?? 0;
    this.drawTraffic();
  }

  /** What was still unanswered may have its answer by now. */
  async lookAgain() {
    const first = this.entries.find((each) => each.answer === null && !each.settled);
    const again = new Map((await this.live.api.log({ after: first.number - 1 })).map((each) => [each.number, each]));
    this.entries = this.entries.map((each) => again.get(each.number) ?? each);
    const old = Date.now() - 10000;
    for (const each of this.entries) {
      each.seenAt ??= Date.now();
      each.settled = each.seenAt < old;
    }
  }

  drawTraffic() {
    const wanted = this.entries.filter((each) => (!this.onlyProblems || each.problems.length) && (!this.filter || JSON.stringify(each).toLowerCase().includes(this.filter)));
    fill(this.summary, wanted.length === this.entries.length ? `${count(wanted.length, "exchange")}, newest first` : `${wanted.length} of ${count(this.entries.length, "exchange")}`);
    const focused = document.activeElement?.closest?.(".exchange")?.dataset.number;
    const rows = new Map([...this.list.children].map((row) => [row.dataset.looks, row]));
    const nodes = wanted.slice().reverse().map((each) => rows.get(looksOf(each)) ?? this.exchange(each));
    if (nodes.length !== this.list.children.length || nodes.some((node, index) => node !== this.list.children[index])) this.list.replaceChildren(...nodes);
    if (focused) this.list.querySelector(`[data-number="${focused}"] summary`)?.focus();
  }

  exchange(each) {
    const details = el("details", { open: this.open.has(each.number), on: { toggle: () => { if (details.open) { this.open.add(each.number); unfold(); } else this.open.delete(each.number); } } });
    const kind = KINDS[each.kind] ?? each.kind;
    const trouble = each.problems.length ? el("span", { class: "exchange-trouble" }, count(each.problems.length, "objection")) : null;
    const failed = each.answer?.ok === false ? el("span", { class: "exchange-trouble" }, String(each.answer.error)) : null;
    const at = new Date(each.at);
    details.append(el("summary", {}, el("span", { class: `exchange-kind kind-${each.kind}` }, kind), el("span", { class: "exchange-name" }, each.name), failed, trouble, el("span", { class: "exchange-time" }, `${Math.round(each.milliseconds)} ms`), el("span", { class: "exchange-at", title: fullTime(at, this.live.zone) }, timeOf(at, this.live.zone))));
    const inside = el("div", { class: "exchange-inside" });
    details.append(inside);
    const unfold = () => fill(inside, each.problems.length ? [el("h4", {}, "Objections"), el("ul", {}, each.problems.map((words) => el("li", {}, String(words))))] : null, json("Payload", each.payload), json("Answer", each.answer), el("p", { class: "quiet" }, `${dayWords(at, this.live.now(), this.live.zone)} at ${timeOf(at, this.live.zone)}, number ${each.number}`));
    if (details.open) unfold();
    return el("li", { class: "exchange", data: { number: each.number, looks: looksOf(each) } }, details);
  }
}

const looksOf = (each) => `${each.number}/${each.answer === null ? "waiting" : "answered"}/${each.problems.length}/${each.milliseconds}`;

function json(title, value) {
  const words = value === null || value === undefined ? "(nothing)" : JSON.stringify(value, null, 2);
  return [el("h4", {}, title), el("pre", { tabindex: "0", aria: { label: title } }, words)];
}
