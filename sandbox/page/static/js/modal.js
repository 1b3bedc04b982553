// The form on top of everything: up to three in a pile, of which the person has the topmost before them.
import { sentence } from "./api.js";
import { announce, count, el, trapFocus } from "./dom.js";
import { FormFrame } from "./form_frame.js";
import { FormValues } from "./form_values.js";

const TYPING_MS = 300;

/** The form window of a page; `shell.live` gives {api, app, context(surface, more)}. */
export function createModal(shell) {
  return new FormWindow(shell.live);
}

export class FormWindow {
  constructor(live) {
    this.live = live;
    this.looked = 0;
    this.typed = new FormValues();
    this.form = null;
    this.line = Promise.resolve();
  }

  get isOpen() {
    return this.form !== null;
  }

  /** Something may have changed: `form` is what somebody saw just now, which may be old by the time it is told here. */
  async update(form) {
    if (form || this.form) await this.refresh();
  }

  /** Look what form the person has open, and show it. Of two looks on their way, only the later one counts. */
  async refresh() {
    if (this.sending) return;
    const look = (this.looked += 1);
    const form = await this.live.api.form();
    if (look === this.looked && !this.sending) this.show(form);
  }

  /** Show a form as the sandbox answers it; null closes. */
  show(form) {
    if (!form) return this.#shut();
    const isOther = this.form?.view_id !== form.view_id;
    const looks = JSON.stringify([form.view_id, form.hash, form.errors, form.trouble, form.depth]);
    if (looks === this.looks) return;
    [this.looks, this.form] = [looks, form];
    if (isOther) this.#begin(form);
    this.frame.draw(form, this.#context(form));
    if (isOther) this.#focus();
  }

  #begin(form) {
    this.frame = new FormFrame(form, this.live.app?.name, {
      submit: (event) => {
        event.preventDefault();
        this.submit();
      },
      close: () => this.#close(false),
      everything: () => this.#close(true),
    });
    const dialog = el("div", { class: "bk-dialog", role: "dialog", aria: { modal: "true", labelledby: this.frame.title } }, this.frame.whole);
    if (!this.backdrop) {
      this.before = document.activeElement;
      this.backdrop = el("div", { class: "bk-backdrop" });
      document.body.append(this.backdrop);
      document.documentElement.classList.add("bk-form-open");
    }
    this.release?.();
    this.backdrop.replaceChildren(dialog);
    this.release = trapFocus(dialog, { onEscape: () => this.#close(false), first: this.frame.heading });
  }

  #focus() {
    (this.frame.first('[data-focus="first"]') ?? this.frame.heading).focus();
  }

  #shut() {
    if (!this.form) return;
    this.form = this.looks = null;
    this.typed.forget();
    this.release();
    this.release = null;
    this.backdrop.remove();
    this.backdrop = null;
    document.documentElement.classList.remove("bk-form-open");
    if (this.before instanceof HTMLElement && this.before.isConnected) this.before.focus();
  }

  #context(form) {
    return this.live.context("modal", {
      headingLevel: 3,
      values: this.typed.over(form),
      errors: form.errors,
      onChange: (change) => this.#changed(change),
      onAction: (action) => this.#act(() => this.live.api.press({}, action)),
      onEnter: (blockId) => this.#act(() => this.live.api.enter(blockId)),
      suggestions: (menu, typed) => this.live.api.suggestions({}, menu, typed),
    });
  }

  #changed(change) {
    this.typed.put(this.form.view_id, change);
    if (!change.tellsApp) return;
    clearTimeout(this.waiting);
    const isText = change.type.endsWith("_text_input") || change.type === "number_input";
    this.waiting = setTimeout(() => this.#act(async () => {}), isText ? TYPING_MS : 0);
  }

  /** Send what was typed, then do something; one after the other, whatever is pressed meanwhile. */
  #act(then) {
    const turn = this.line.then(async () => {
      try {
        await this.#fill();
        await then();
      } catch (error) {
        this.frame?.say(sentence(error));
        return;
      }
      await this.refresh();
    });
    this.line = turn.catch((error) => this.frame?.say(sentence(error)));
    return this.line;
  }

  async #fill() {
    if (!this.form) return;
    const { values, sent, any } = await this.typed.unsent(this.form.view_id);
    if (!any) return;
    await this.live.api.fill(values);
    sent();
  }

  /** Send the form; what the app or Slack says against it is shown beside the fields. */
  submit() {
    if (this.sending) return this.line;
    this.sending = true;
    this.looked += 1;
    this.frame.say("");
    this.frame.busy(true);
    this.line = this.line.then(async () => {
      try {
        await this.#fill();
        const { form } = await this.live.api.submit();
        this.#answered(form);
      } catch (error) {
        this.frame?.say(sentence(error));
      } finally {
        this.sending = false;
        this.frame?.busy(false);
      }
    });
    return this.line;
  }

  #answered(form) {
    this.looks = null;
    this.show(form);
    const wrong = Object.keys(form?.errors ?? {});
    if (!wrong.length) return;
    this.frame.first(".bk-wrong")?.focus();
    announce(`${count(wrong.length, "field")} ${wrong.length === 1 ? "needs" : "need"} another look`, { urgent: true });
  }

  async #close(everything) {
    try {
      const { form } = await this.live.api.close(everything);
      this.looked += 1;
      this.show(form);
    } catch (error) {
      this.frame.say(sentence(error));
    }
  }
}
