// Between rich_text blocks and the marks that a person types for them.

const STYLES = { "*": "bold", _: "italic", "~": "strike", "`": "code" };
const RUN = /(?<![\p{L}\p{N}])([*_~`])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])|(https?:\/\/[^\s<>]*[^\s<>.,;:!?)])/gu;
const LINE_KINDS = [
  [/^[-•*] +/, { type: "rich_text_list", style: "bullet" }],
  [/^\d{1,3}[.)] +/, { type: "rich_text_list", style: "ordered" }],
  [/^> ?/, { type: "rich_text_quote" }],
];

/** Marked text as a rich_text block. */
export function richTextOf(text) {
  const parts = [];
  for (const line of text.replace(/\s+$/, "").split("\n")) put(parts, line);
  for (const part of parts) tidy(part);
  return { type: "rich_text", elements: parts.filter((part) => part.elements.length) };
}

function put(parts, line) {
  const found = LINE_KINDS.find(([mark]) => mark.test(line));
  const kind = found?.[1] ?? { type: "rich_text_section" };
  const runs = runsOf(found ? line.replace(found[0], "") : line);
  let last = parts.at(-1);
  if (last?.type !== kind.type || last.style !== kind.style) parts.push((last = { ...kind, elements: [] }));
  if (kind.type === "rich_text_list") last.elements.push({ type: "rich_text_section", elements: runs });
  else last.elements.push(...runs, { type: "text", text: "\n" });
}

/** The line break after the last line of a paragraph or quote is none; neighbours of one style are one run. */
function tidy(part) {
  if (part.type === "rich_text_list") return;
  part.elements.pop();
  const joined = [];
  for (const run of part.elements) {
    const last = joined.at(-1);
    if (run.type === "text" && last?.type === "text" && !run.style && !last.style) last.text += run.text;
    else joined.push({ ...run });
  }
  part.elements = joined;
}

function runsOf(line, style = {}) {
  const runs = [];
  let from = 0;
  const words = (text) => text && runs.push({ type: "text", text, ...(Object.keys(style).length ? { style } : {}) });
  for (const found of line.matchAll(RUN)) {
    words(line.slice(from, found.index));
    from = found.index + found[0].length;
    if (found[3]) runs.push({ type: "link", url: found[3] });
    else if (found[1] === "`") runs.push({ type: "text", text: found[2], style: { ...style, code: true } });
    else runs.push(...runsOf(found[2], { ...style, [STYLES[found[1]]]: true }));
  }
  words(line.slice(from));
  return runs;
}

/** A rich_text block as marked text, to be edited. What has no mark is kept as its words. */
export function marksOf(block) {
  return (block?.elements ?? []).map(partMarks).join("\n");
}

function partMarks(part) {
  if (part.type === "rich_text_list") return part.elements.map((item, at) => (part.style === "ordered" ? `${at + 1}. ` : "- ") + textOf(item)).join("\n");
  const text = textOf(part);
  return part.type === "rich_text_quote" ? text.split("\n").map((line) => `> ${line}`).join("\n") : text;
}

const textOf = (part) => (part.elements ?? []).map(runMarks).join("");

function runMarks(run) {
  const named = { emoji: `:${run.name}:`, user: `@${run.user_id}`, channel: `#${run.channel_id}`, usergroup: `@${run.usergroup_id}`, broadcast: `@${run.range}` };
  const text = run.text ?? run.url ?? named[run.type] ?? run.fallback ?? run.value ?? "";
  const marks = Object.entries(STYLES).filter(([, style]) => run.style?.[style]).map(([mark]) => mark);
  return marks.reduce((marked, mark) => `${mark}${marked}${mark}`, text);
}
