// Rich text: what Slack's own composer makes, and apps may too.
import { el, link } from "../dom.js";
import { drawChannel, drawMrkdwn, drawPerson, drawUsergroup, emojiPicture } from "../mrkdwn.js";

const WRAPS = [
  ["code", "code"],
  ["bold", "strong"],
  ["italic", "em"],
  ["strike", "s"],
  ["underline", "u"],
];

export function richText(block, context) {
  return el("div", { class: "bk-rich" }, drawRichParts(block.elements, context));
}

/** The parts of a rich_text block: paragraphs, quotes, code, and lists with those that stand deeper inside them. */
export function drawRichParts(parts, context) {
  const drawn = [];
  for (let at = 0; at < (parts ?? []).length; ) {
    let end = at + 1;
    if (parts[at].type === "rich_text_list") {
      while (parts[end]?.type === "rich_text_list" && (parts[end].indent ?? 0) > (parts[at].indent ?? 0)) end += 1;
    }
    drawn.push(part(parts[at], parts.slice(at + 1, end), context));
    at = end;
  }
  return drawn;
}

function part(each, deeper, context) {
  const runs = () => each.elements.map((run) => drawRun(run, context));
  const border = each.border ? " bk-bordered" : "";
  if (each.type === "rich_text_list") return list(each, deeper, context);
  if (each.type === "rich_text_quote") return el("blockquote", { class: `bk-quote${border}` }, runs());
  if (each.type === "rich_text_preformatted") return el("pre", { class: `bk-pre${border}`, tabindex: "0" }, el("code", {}, runs()));
  return el("p", { class: "bk-text" }, runs());
}

function list(each, deeper, context) {
  const ordered = each.style === "ordered";
  const items = each.elements.map((item) => el("li", {}, item.elements.map((run) => drawRun(run, context))));
  if (deeper.length) (items.at(-1) ?? items[items.push(el("li")) - 1]).append(...drawRichParts(deeper, context));
  const start = ordered && each.offset ? String(each.offset + 1) : null;
  return el(ordered ? "ol" : "ul", { class: `bk-list bk-depth-${(each.indent ?? 0) % 3}${each.border ? " bk-bordered" : ""}`, start }, items);
}

/** One run of rich text in its styles. */
export function drawRun(run, context) {
  return WRAPS.reduce((inside, [style, tag]) => (run.style?.[style] ? el(tag, {}, inside) : inside), bare(run, context));
}

const RUNS = {
  text: (run) => run.text,
  link: (run) => link(run.url, run.text || run.url),
  emoji: (run) => emojiPicture(run.name),
  user: (run, context) => drawPerson(run.user_id, context),
  usergroup: (run, context) => drawUsergroup(run.usergroup_id, context),
  channel: (run, context) => drawChannel(run.channel_id, context),
  team: (run) => mention(`@${run.team_id}`),
  broadcast: (run) => mention(`@${run.range}`, "mention mention-all"),
  color: (run) => el("span", { class: "bk-colour" }, swatch(run.value), run.value),
  date: (run, context) => date(run, context),
};

function bare(run, context) {
  const draw = Object.hasOwn(RUNS, run.type ?? "") ? RUNS[run.type] : null;
  return el("span", { class: "bk-run" }, draw ? draw(run, context) : (run.text ?? JSON.stringify(run)));
}

function mention(words, looks = "mention") {
  return el("span", { class: looks }, words);
}

function swatch(value) {
  const known = /^#[0-9a-f]{3,8}$/i.test(value);
  return known ? el("span", { class: "bk-swatch", style: { "background-color": value }, aria: { hidden: "true" } }) : null;
}

/** By the same drawing as in mrkdwn. What could end the date's brackets there is taken out. */
function date(run, context) {
  const safe = (text) => String(text ?? "").replace(/[<>^|]/g, "");
  const address = run.url ? `^${safe(run.url)}` : "";
  return drawMrkdwn(`<!date^${Number(run.timestamp) || 0}^${safe(run.format)}${address}|${safe(run.fallback) || "a date"}>`, context);
}
