// Tables: the plain one, and the one with pages, sorting and a filter.
import { count, el, fill } from "../dom.js";
import { drawRichParts } from "./rich_text.js";

export function table(block, context) {
  const settings = block.column_settings ?? [];
  const rows = block.rows.map((row, at) => tr(row, settings, context, at === 0 ? "th" : "td"));
  const [first, ...others] = rows;
  return scrolled("Table", el("table", { class: "bk-table" }, first ? el("thead", {}, first) : null, el("tbody", {}, others)));
}

function tr(row, settings, context, tag, headed = -1) {
  return el("tr", {}, row.map((cell, at) => td(cell, settings[at] ?? {}, context, at === headed ? "th" : tag, tag)));
}

function td(cell, setting, context, tag, rowTag) {
  const looks = [setting.align ? `bk-${setting.align}` : cell.type === "raw_number" ? "bk-right" : "", setting.is_wrapped === false ? "bk-unwrapped" : ""];
  return el(tag, { class: looks.filter(Boolean).join(" ") || null, scope: tag === "th" ? (rowTag === "th" ? "col" : "row") : null }, cellWords(cell, context));
}

function cellWords(cell, context) {
  return cell.type === "rich_text" ? drawRichParts(cell.elements, context) : spelt(cell);
}

/** The words of a cell as they are searched and sorted. */
function spelt(cell) {
  if (cell.type !== "rich_text") return String(cell.text ?? cell.value ?? "");
  const words = (part) => part.text ?? part.url ?? (part.elements ?? []).map(words).join("");
  return cell.elements.map(words).join(" ");
}

function scrolled(label, inside) {
  return el("div", { class: "bk-scrolled", tabindex: "0", role: "group", aria: { label } }, inside);
}

export function dataTable(block, context) {
  return new DataTable(block, context).whole;
}

class DataTable {
  constructor(block, context) {
    this.context = context;
    [this.head, ...this.rows] = block.rows;
    this.headed = block.row_header_column_index ?? -1;
    this.size = block.page_size ?? 5;
    Object.assign(this, { page: 0, wanted: "", column: -1, down: false });
    const filter = el("input", { type: "search", class: "bk-field bk-filter", placeholder: "Filter", aria: { label: `Filter ${block.caption}` } });
    filter.addEventListener("input", () => this.#change({ wanted: filter.value, page: 0 }));
    this.body = el("tbody");
    this.heads = this.head.map((cell, at) => this.#heading(cell, at));
    this.foot = el("div", { class: "bk-pages" });
    const caption = el("caption", {}, block.caption);
    const inside = el("table", { class: "bk-table" }, caption, el("thead", {}, el("tr", {}, this.heads)), this.body);
    this.whole = el("div", { class: "bk-data-table" }, this.rows.length > this.size ? filter : null, scrolled(block.caption, inside), this.foot);
    this.#draw();
  }

  #heading(cell, at) {
    const sort = () => this.#change({ column: at, down: this.column === at && !this.down, page: 0 });
    return el("th", { scope: "col", aria: { sort: "none" } }, el("button", { type: "button", class: "bk-sort", on: { click: sort } }, spelt(cell)));
  }

  #change(what) {
    Object.assign(this, what);
    this.#draw();
  }

  #shown() {
    const wanted = this.wanted.trim().toLocaleLowerCase();
    const found = this.rows.filter((row) => row.some((cell) => spelt(cell).toLocaleLowerCase().includes(wanted)));
    if (this.column < 0) return found;
    found.sort((a, b) => compared(a[this.column], b[this.column]));
    return this.down ? found.reverse() : found;
  }

  #draw() {
    const found = this.#shown();
    const pages = Math.max(Math.ceil(found.length / this.size), 1);
    const from = this.page * this.size;
    fill(this.body, found.slice(from, from + this.size).map((row) => tr(row, [], this.context, "td", this.headed)));
    this.heads.forEach((head, at) => head.setAttribute("aria-sort", at !== this.column ? "none" : this.down ? "descending" : "ascending"));
    const go = (by) => () => this.#change({ page: this.page + by });
    const turn = (words, by, last) => el("button", { type: "button", class: "bk-button bk-small", disabled: last, on: { click: go(by) } }, words);
    const said = el("span", { aria: { live: "polite" } }, `${count(found.length, "row")} · page ${this.page + 1} of ${pages}`);
    fill(this.foot, said, pages > 1 ? [turn("Previous page", -1, this.page === 0), turn("Next page", 1, this.page >= pages - 1)] : null);
  }
}

function compared(a, b) {
  if (a?.type === "raw_number" && b?.type === "raw_number") return a.value - b.value;
  return spelt(a ?? {}).localeCompare(spelt(b ?? {}), "en-GB", { numeric: true });
}
