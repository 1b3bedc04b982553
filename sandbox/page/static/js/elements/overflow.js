// The "…" menu: up to five things to do.
import { el, icon, safeLink, uid } from "../dom.js";
import { plain } from "../blocks/words.js";

export function overflow(spot) {
  const { element, context } = spot;
  const id = uid("more");
  const list = el("div", { id, class: "bk-menu", role: "menu", hidden: true, aria: { label: "More actions" } });
  const opener = el("button", { type: "button", class: "bk-icon-button", title: "More actions", data: { action: element.action_id }, aria: { label: "More actions", haspopup: "menu", expanded: "false", controls: id } }, icon("more"));
  const whole = el("span", { class: "bk-overflow" }, opener, list);
  const items = element.options.map((option) => item(spot, option, () => show(false)));
  list.append(...items);

  const outside = (event) => {
    if (!whole.contains(event.target)) show(false, false);
  };
  const show = (open, focus = true) => {
    list.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    document[open ? "addEventListener" : "removeEventListener"]("pointerdown", outside);
    if (open) {
      items[0]?.focus();
      list.scrollIntoView({ block: "nearest" });
    } else if (focus) opener.focus();
  };
  opener.addEventListener("click", () => show(list.hidden));
  opener.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.hidden) {
      event.preventDefault();
      show(true);
    }
  });
  list.addEventListener("keydown", (event) => move(event, items, () => show(false)));
  list.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !whole.contains(event.relatedTarget)) show(false, false);
  });
  whole.dataset.surface = context.surface ?? "message";
  return whole;
}

function item(spot, option, close) {
  const href = safeLink(option.url);
  const about = option.description ? el("span", { class: "bk-option-about" }, plain(option.description, spot.context)) : null;
  const props = { class: "bk-menu-item", role: "menuitem", tabindex: "-1" };
  const made = href ? el("a", { ...props, href, target: "_blank", rel: "noopener noreferrer" }, plain(option.text, spot.context), about) : el("button", { ...props, type: "button" }, plain(option.text, spot.context), about);
  made.addEventListener("click", () => {
    close();
    spot.act(option.value);
  });
  return made;
}

function move(event, items, close) {
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    items[to].focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    if (event.key === "Escape") event.preventDefault();
    close();
  }
}
