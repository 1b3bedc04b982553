// Menus with search: every kind of select, for one or several. A text field with a list under it (the combobox of WAI-ARIA).
import { count, el, fill, icon, uid } from "../dom.js";
import { spelt } from "../blocks/words.js";
import { Popup } from "./popup.js";
import { sourceOf } from "./offers.js";
import { tied } from "./spot.js";

export function menu(spot) {
  return new Menu(spot).whole;
}

class Menu {
  constructor(spot) {
    this.spot = spot;
    this.source = sourceOf(spot);
    this.many = spot.element.type.startsWith("multi_");
    this.chosen = this.#held().map((held) => this.source.of(held));
    this.#build();
    this.#show();
  }

  #held() {
    const held = this.spot.held;
    if (this.many) return held ?? [];
    return held === null || held === undefined ? [] : [held];
  }

  #build() {
    const { spot } = this;
    const words = spelt(spot.element.placeholder ?? "") || (this.many ? "Choose" : "Choose one");
    this.words = words;
    const list = uid("offers");
    const aria = { ...tied(spot), autocomplete: "list", expanded: "false", controls: list, haspopup: "listbox" };
    this.field = el("input", { type: "text", id: spot.id, class: "bk-field bk-combo", role: "combobox", autocomplete: "off", placeholder: words, aria, data: { action: spot.element.action_id, focus: spot.element.focus_on_load ? "first" : null } });
    this.popup = new Popup(this.field, list, this.many, (offer) => this.#pick(offer));
    this.chips = el("ul", { class: "bk-chips", aria: { label: "Chosen" } });
    this.empty = el("button", { type: "button", class: "bk-empty", aria: { label: "Choose none" }, on: { click: () => this.#none() } }, icon("close", 16));
    const arrow = el("span", { class: "bk-arrow", aria: { hidden: "true" } }, icon("down", 16));
    this.whole = el("div", { class: "bk-select" }, this.many ? this.chips : null, el("div", { class: "bk-combo-row" }, this.field, this.empty, arrow), this.popup.list);
    this.#listen();
  }

  #listen() {
    const { field } = this;
    field.addEventListener("input", () => this.#offer(field.value));
    field.addEventListener("click", () => this.#offer(""));
    field.addEventListener("focus", () => field.select());
    field.addEventListener("keydown", (event) => this.#key(event));
    field.addEventListener("blur", () => this.#left());
  }

  #key(event) {
    if (event.isComposing) return;
    const { popup } = this;
    if (!popup.isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.#offer("");
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (popup.isOpen) popup.take();
      else this.#offer("");
    } else if (event.key === "Escape" && popup.isOpen) {
      event.preventDefault();
      this.#left();
    } else if (event.key === "Backspace" && this.many && !this.field.value && this.chosen.length) {
      this.#pick(this.chosen.at(-1));
    } else popup.move(event);
  }

  /** Show what there is for the words typed. Answers that come late, for words typed before, are dropped. */
  async #offer(typed) {
    const { popup, source } = this;
    const asked = (this.asked = {});
    if (typed.trim().length < source.least) return popup.say(`Type ${count(source.least, "letter")} or more to search`);
    if (source.slow) {
      popup.say("Searching…");
      await new Promise((wait) => setTimeout(wait, 200));
      if (asked !== this.asked) return;
    }
    let offers;
    try {
      offers = await source.find(typed);
    } catch (error) {
      return popup.say(error.message);
    }
    if (asked === this.asked) popup.show(offers, this.chosen);
  }

  async #pick(offer) {
    const before = this.chosen;
    const there = this.chosen.some((each) => each.key === offer.key);
    this.chosen = !this.many ? [offer] : there ? this.chosen.filter((each) => each.key !== offer.key) : [...this.chosen, offer];
    if (!this.many) this.popup.close();
    this.field.value = "";
    this.#show();
    if (!(await this.#tell())) this.chosen = before;
    this.#show();
    if (this.popup.isOpen) this.popup.mark(this.chosen);
  }

  async #none() {
    const before = this.chosen;
    this.chosen = [];
    if (!(await this.#tell())) this.chosen = before;
    this.#show();
    this.field.focus();
  }

  #tell() {
    const held = this.chosen.map((offer) => offer.held);
    const plain = this.chosen.map((offer) => offer.key);
    return this.many ? this.spot.choose(held, plain) : this.spot.choose(held[0] ?? null, plain[0] ?? null);
  }

  #left() {
    this.asked = null;
    this.popup.close();
    this.field.value = "";
    this.#show();
  }

  #show() {
    if (this.many) {
      fill(this.chips, this.chosen.map((offer) => this.#chip(offer)));
      this.chips.hidden = this.chosen.length === 0;
      this.field.placeholder = this.chosen.length ? "Choose more" : this.words;
    } else this.field.value = this.chosen[0] ? `${this.chosen[0].sign ?? ""}${this.chosen[0].text}` : "";
    this.empty.hidden = this.chosen.length === 0 || (this.spot.isInput && !this.spot.optional && !this.many);
  }

  #chip(offer) {
    const away = () => {
      this.#pick(offer);
      this.field.focus();
    };
    return el("li", { class: "bk-chip" }, el("span", {}, `${offer.sign ?? ""}${offer.text}`), el("button", { type: "button", aria: { label: `Take away ${offer.text}` }, on: { click: away } }, icon("close", 14)));
  }
}
