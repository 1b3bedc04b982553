// A form as it is drawn: bar with title, trouble words, blocks, buttons. Shared by the window on top and the gallery.
import { drawBlock } from "./blocks.js";
import { el, fill, icon, uid } from "./dom.js";

/**
 * One form. `does`: {submit, close, everything} to call, each optional. The form is what /control/form answers.
 */
export class FormFrame {
  constructor(form, app, does = {}) {
    this.title = uid("form");
    this.rows = [];
    this.heading = el("h2", { id: this.title, tabindex: "-1" });
    this.back = el("button", { type: "button", class: "bk-back", on: { click: does.close } }, icon("back"), "Back");
    const shut = el("button", { type: "button", class: "bk-icon-button bk-shut", aria: { label: "Close" }, on: { click: does.everything } }, icon("close"));
    this.trouble = el("div", { class: "bk-trouble", role: "alert" });
    this.body = el("div", { class: `bk bk-modal bk-form-body` });
    this.cancel = el("button", { type: "button", class: "bk-button", on: { click: does.close } });
    this.submit = el("button", { type: "submit", class: "bk-button bk-primary" });
    const bar = el("div", { class: "bk-form-bar" }, this.back, el("div", { class: "bk-form-title" }, this.heading, app ? el("span", { class: "bk-muted" }, app) : null), shut);
    const foot = el("div", { class: "bk-form-foot" }, this.cancel, this.submit);
    this.whole = el("form", { class: "bk-form", novalidate: true, on: { submit: does.submit } }, bar, el("div", { class: "bk-form-scroll" }, this.body), this.trouble, foot);
  }

  /** Draw the form, or bring what stands there up to date. Blocks that did not change stay as they are, focus and all. */
  draw(form, context) {
    this.heading.textContent = form.title;
    this.back.hidden = !(form.depth > 1);
    this.cancel.textContent = form.close || (form.submit ? "Cancel" : "Close");
    this.submit.hidden = !form.submit;
    this.submitWords = form.submit || "";
    this.say(form.trouble);
    this.#rows(form, context);
    this.busy(false);
  }

  /** Words across the form. */
  say(words) {
    fill(this.trouble, words ? el("p", {}, words) : null);
    this.trouble.hidden = !words;
  }

  busy(yes) {
    this.whole.setAttribute("aria-busy", String(yes));
    this.submit.setAttribute("aria-disabled", String(yes));
    fill(this.submit, yes ? el("span", { class: "bk-spinner", aria: { hidden: "true" } }) : null, yes ? "Sending…" : this.submitWords);
  }

  #rows(form, context) {
    const old = new Map(this.rows.map((row) => [row.key, row]));
    const rows = form.blocks.map((block, at) => this.#row(block, at, form, context, old));
    for (const row of this.rows) if (!rows.some((each) => each.node === row.node)) row.node.remove();
    rows.forEach((row, at) => {
      if (this.body.children[at] !== row.node) this.body.insertBefore(row.node, this.body.children[at] ?? null);
    });
    this.rows = rows;
  }

  #row(block, at, form, context, old) {
    const key = block.block_id ?? `${at}`;
    const looks = JSON.stringify([block, form.errors?.[block.block_id] ?? ""]);
    const there = old.get(key);
    return there?.looks === looks ? there : { key, looks, node: drawBlock(block, context) };
  }

  /** The first field with an error, or the one that asks for the focus. */
  first(selector) {
    const place = this.body.querySelector(selector);
    if (place?.matches("input, textarea, button")) return place;
    return place?.querySelector(".bk-field, .bk-tick input, .bk-drop .bk-button") ?? place?.querySelector("input, textarea, button");
  }
}

/** A modal payload of views.open in the shape of /control/form, for drawing it on its own. */
export function asForm(view) {
  const words = (text) => text?.text ?? "";
  return { view_id: view.external_id ?? "", title: words(view.title), submit: words(view.submit), close: words(view.close), blocks: view.blocks ?? [], errors: {}, trouble: "", depth: 1, values: {} };
}
