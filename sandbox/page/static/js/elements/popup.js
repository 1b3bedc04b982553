// The list under a field: shown, walked through with the arrow keys, and taken from. The focus stays in the field.
import { el, fill, uid } from "../dom.js";

const MOST = 100;

export class Popup {
  constructor(field, id, many, take) {
    this.field = field;
    this.onTake = take;
    this.list = el("div", { id, class: "bk-offers", role: "listbox", hidden: true, aria: { label: "Choices", multiselectable: many ? "true" : null } });
    // Pressing the mouse in the list must not take the focus from the field.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.at = -1;
    this.items = [];
  }

  get isOpen() {
    return !this.list.hidden;
  }

  show(offers, chosen) {
    this.items = offers.slice(0, MOST).map((offer) => ({ offer, node: this.#item(offer) }));
    fill(this.list, ...this.#grouped(), offers.length > MOST ? note(`${offers.length - MOST} more: type to search`) : null, offers.length ? null : note("Nothing found"));
    this.mark(chosen);
    const first = this.items.findIndex(({ offer }) => chosen.some((each) => each.key === offer.key));
    this.#open();
    this.#goTo(Math.max(first, 0));
  }

  /** A sentence in place of choices. */
  say(words) {
    this.items = [];
    fill(this.list, note(words));
    this.#open();
    this.#goTo(-1);
  }

  mark(chosen) {
    for (const { offer, node } of this.items) node.setAttribute("aria-selected", String(chosen.some((each) => each.key === offer.key)));
  }

  take() {
    if (this.items[this.at]) this.onTake(this.items[this.at].offer);
  }

  move(event) {
    if (!this.isOpen || !this.items.length) return;
    const last = this.items.length - 1;
    const to = { ArrowDown: this.at >= last ? 0 : this.at + 1, ArrowUp: this.at <= 0 ? last : this.at - 1, PageDown: Math.min(this.at + 8, last), PageUp: Math.max(this.at - 8, 0) }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#goTo(to);
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  #open() {
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.list.scrollIntoView({ block: "nearest" });
  }

  #goTo(at) {
    this.items[this.at]?.node.classList.remove("bk-at");
    this.at = at;
    const node = this.items[at]?.node;
    if (!node) return this.field.removeAttribute("aria-activedescendant");
    node.classList.add("bk-at");
    this.field.setAttribute("aria-activedescendant", node.id);
    node.scrollIntoView({ block: "nearest" });
  }

  #item(offer) {
    const about = offer.about ? el("span", { class: "bk-option-about" }, offer.about) : null;
    return el("div", { id: uid("offer"), class: "bk-offer", role: "option", aria: { selected: "false" }, on: { click: () => this.onTake(offer) } }, el("span", {}, `${offer.sign ?? ""}${offer.text}`), about);
  }

  #grouped() {
    const groups = new Map();
    for (const { offer, node } of this.items) groups.set(offer.group ?? "", [...(groups.get(offer.group ?? "") ?? []), node]);
    return [...groups].map(([label, nodes]) => (label ? el("div", { role: "group", aria: { label } }, el("div", { class: "bk-offer-group", aria: { hidden: "true" } }, label), nodes) : nodes));
  }
}

function note(words) {
  return el("div", { class: "bk-offer-note", role: "option", aria: { disabled: "true", selected: "false" } }, words);
}
