// The small dialog that asks "are you sure?" before something is sent.
import { el, trapFocus, uid } from "../dom.js";
import { plain, words } from "../blocks/words.js";

/** Whether the person says yes. Escape and the grey button are no. */
export function askFirst(confirm, context) {
  return new Promise((resolve) => {
    const [title, text] = [uid("sure"), uid("sure")];
    const ends = (answer) => () => {
      release();
      backdrop.remove();
      giveBack(before);
      resolve(answer);
    };
    const before = document.activeElement;
    const deny = el("button", { type: "button", class: "bk-button", on: { click: ends(false) } }, plain(confirm.deny, context));
    const danger = confirm.style === "danger" ? "bk-danger" : "bk-primary";
    const yes = el("button", { type: "button", class: `bk-button ${danger}`, on: { click: ends(true) } }, plain(confirm.confirm, context));
    const dialog = el(
      "div",
      { class: "bk-confirm", role: "alertdialog", aria: { modal: "true", labelledby: title, describedby: text } },
      el("h2", { id: title }, plain(confirm.title, context)),
      el("div", { id: text, class: "bk-text" }, words(confirm.text, context)),
      el("div", { class: "bk-confirm-buttons" }, deny, yes),
    );
    const backdrop = el("div", { class: "bk-backdrop bk-backdrop-confirm" }, dialog);
    document.body.append(backdrop);
    const release = trapFocus(dialog, { onEscape: ends(false), first: deny });
  });
}

function giveBack(element) {
  if (element instanceof HTMLElement && element.isConnected) element.focus();
}
