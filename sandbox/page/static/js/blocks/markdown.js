// The markdown block: standard Markdown, not Slack's marks. Markup inside it is shown as text.
import { el } from "../dom.js";
import { inlineMarkdown as inline } from "./markdown_inline.js";

export function markdown(block, context) {
  return el("div", { class: "bk-markdown bk-text" }, drawLines(String(block.text ?? "").split("\n"), context));
}

function drawLines(lines, context, depth = 0) {
  const drawn = [];
  let at = 0;
  while (at < lines.length) {
    const [taken, node] = next(lines, at, context, depth);
    if (node) drawn.push(node);
    at += taken;
  }
  return drawn;
}

/** How many lines the next part takes, and that part. */
function next(lines, at, context, depth) {
  const line = lines[at];
  if (!line.trim()) return [1, null];
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (heading) return [1, el(`h${Math.min((context.headingLevel ?? 2) + heading[1].length - 1, 6)}`, { class: `bk-header bk-header-${Math.min(heading[1].length, 4)}` }, inline(heading[2]))];
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return [1, el("hr", { class: "bk-divider" })];
  if (/^\s*```/.test(line)) return fenced(lines, at);
  if (/^\s*>/.test(line)) return quote(lines, at, context, depth);
  if (ITEM.test(line)) return list(lines, at, context, depth);
  if (line.includes("|") && /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(lines[at + 1] ?? "")) return table(lines, at);
  return paragraph(lines, at);
}

const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$/;
const BREAKS = /^\s*(#{1,6}\s|```|>|([-*+]|\d{1,9}[.)])\s+)/;

function fenced(lines, at) {
  const inside = lines.slice(at + 1);
  const end = inside.findIndex((line) => /^\s*```\s*$/.test(line));
  const code = end < 0 ? inside : inside.slice(0, end);
  return [code.length + (end < 0 ? 1 : 2), el("pre", { class: "bk-pre", tabindex: "0" }, el("code", {}, code.join("\n")))];
}

function run(lines, at, holds) {
  let end = at;
  while (end < lines.length && holds(lines[end], end)) end += 1;
  return lines.slice(at, end);
}

function quote(lines, at, context, depth) {
  const quoted = run(lines, at, (line) => /^\s*>/.test(line));
  const bare = quoted.map((line) => line.replace(/^\s*>\s?/, ""));
  return [quoted.length, el("blockquote", { class: "bk-quote" }, depth < 8 ? drawLines(bare, context, depth + 1) : bare.join("\n"))];
}

function list(lines, at, context, depth) {
  const [, edge, sign] = ITEM.exec(lines[at]);
  const ordered = /\d/.test(sign);
  const block = run(lines, at, (line) => line.trim() && (ITEM.test(line) || /^\s+/.test(line)) && /^\s*/.exec(line)[0].length >= edge.length);
  const items = [];
  for (const line of block) {
    const found = ITEM.exec(line);
    if (found && found[1].length <= edge.length + 1) items.push([found[3]]);
    else items.at(-1).push(line.slice(Math.min(edge.length + 2, /^\s*/.exec(line)[0].length)));
  }
  const drawn = items.map(([first, ...more]) => el("li", {}, task(first), more.length && depth < 8 ? drawLines(more, context, depth + 1) : more.join(" ")));
  return [block.length, el(ordered ? "ol" : "ul", { class: "bk-list", start: ordered ? String(parseInt(sign, 10)) : null }, drawn)];
}

function task(text) {
  const found = /^\[([ xX])\]\s+(.*)$/.exec(text);
  return found ? [el("span", { role: "img", aria: { label: found[1] === " " ? "To do" : "Done" } }, found[1] === " " ? "☐ " : "☑ "), inline(found[2])] : inline(text);
}

function table(lines, at) {
  const rows = run(lines, at, (line) => line.includes("|"));
  const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());
  const row = (tag) => (line) => el("tr", {}, cells(line).map((cell) => el(tag, { scope: tag === "th" ? "col" : null }, inline(cell))));
  const inside = el("table", { class: "bk-table" }, el("thead", {}, row("th")(rows[0])), el("tbody", {}, rows.slice(2).map(row("td"))));
  return [rows.length, el("div", { class: "bk-scrolled", tabindex: "0", role: "group", aria: { label: "Table" } }, inside)];
}

function paragraph(lines, at) {
  const taken = run(lines, at, (line, place) => line.trim() && (place === at || !BREAKS.test(line)));
  return [taken.length, el("p", {}, taken.flatMap((line, place) => [place ? el("br") : null, inline(line.trim())]))];
}
