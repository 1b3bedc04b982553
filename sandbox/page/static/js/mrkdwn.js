// Slack's text as elements: marks, code, quotes, links, mentions and dates. Never through markup, and in one pass over the text,
// so that forty thousand characters of anything are as harmless as ten.

import { slackDate, fullTime } from "./dates.js";
import { el, fragment, link, safeLink } from "./dom.js";
import { emoji } from "./emoji.js";

const MARKS = { "*": "b", _: "i", "~": "s" };
const WORD = /[\p{L}\p{N}_]/u;
const BARE_LINK = /https?:\/\/[^\s<>|"']*[^\s<>|"'.,;:!?)\]}]/y;
const EMOJI_NAME = /:([a-z0-9_+'-]{1,60}(?:::skin-tone-[2-6])?):/y;

/**
 * A mrkdwn text as a DocumentFragment. `context` holds people, channels and usergroups (Maps by id), now (a Date), zone, me.
 * With `verbatim`, bare addresses stay words.
 */
export function drawMrkdwn(text, context, { verbatim = false } = {}) {
  const into = fragment();
  String(text ?? "")
    .split("```")
    .forEach((part, index, parts) => {
      const code = index % 2 === 1 && index < parts.length - 1;
      if (code) into.append(codeBlock(part));
      else into.append(quoted(index % 2 === 1 ? `\`\`\`${part}` : part, context, verbatim, index > 0));
    });
  return into;
}

/** A plain_text object: emoji names become emoji, everything else stays as it is written. */
export function drawPlain(text, _context = {}, { emoji: pictures = true } = {}) {
  const words = unescaped(String(text ?? ""));
  return fragment(pictures ? words.replace(/:([a-z0-9_+'-]{1,60}):/g, (whole, name) => emoji(name) ?? whole) : words);
}

/** Undo Slack's three escapes. */
export function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function codeBlock(part) {
  return el("pre", { class: "code-block" }, el("code", {}, entitiesAsWords(part.replace(/^\n|\n$/g, ""))));
}

function quoted(text, context, verbatim, afterBlock) {
  const into = fragment();
  const runs = [];
  for (const line of text.split("\n")) {
    const quote = /^(?:&gt;|>) ?(.*)$/s.exec(line);
    const last = runs[runs.length - 1];
    if (last && last.quote === Boolean(quote)) last.lines.push(quote ? quote[1] : line);
    else runs.push({ quote: Boolean(quote), lines: [quote ? quote[1] : line] });
  }
  runs.forEach(({ quote, lines }, index) => {
    const words = inline(quote || index > 0 || !afterBlock ? lines.join("\n") : lines.join("\n").replace(/^\n/, ""), context, verbatim);
    into.append(quote ? el("blockquote", {}, words) : words);
  });
  return into;
}

/** One run of text with its marks; the reader walks it once, with the open marks on a stack. */
function inline(text, context, verbatim) {
  const stack = [{ mark: "", at: fragment() }];
  const state = { text, at: 0, words: "", stack, context, verbatim };
  while (state.at < text.length) {
    if (!step(state)) {
      state.words += text[state.at];
      state.at += 1;
    }
  }
  flush(state);
  while (stack.length > 1) dissolve(stack);
  return stack[0].at;
}

function step(state) {
  const character = state.text[state.at];
  if (character === "\n") return newline(state);
  if (character === "<") return entity(state);
  if (character === "`") return code(state);
  if (character in MARKS) return mark(state, character);
  if (character === ":") return emojiName(state);
  if (character === "h" && !state.verbatim && !WORD.test(state.text[state.at - 1] ?? "")) return bareLink(state);
  return false;
}

function flush(state) {
  if (state.words) state.stack[state.stack.length - 1].at.append(unescaped(state.words));
  state.words = "";
}

function put(state, node, length) {
  flush(state);
  state.stack[state.stack.length - 1].at.append(node);
  state.at += length;
  return true;
}

/** An open mark that found no end is a character like any other. */
function dissolve(stack) {
  const { mark, at } = stack.pop();
  stack[stack.length - 1].at.append(mark, at);
}

function newline(state) {
  flush(state);
  while (state.stack.length > 1) dissolve(state.stack);
  return put(state, "\n", 1);
}

function mark(state, character) {
  const before = state.text[state.at - 1] ?? " ";
  const after = state.text[state.at + 1] ?? " ";
  const open = state.stack.findLastIndex((frame) => frame.mark === character);
  const isOpen = (other) => state.stack.some((frame) => frame.mark === other && other);
  const ends = !/\s/.test(before) && after !== character && (isOpen(after) || !WORD.test(after));
  if (open > 0 && ends && state.stack[open].from < state.at - 1) return close(state, character, open);
  const begins = state.stack.at(-1).from === state.at - 1 || !(WORD.test(before) || before === character);
  if (open > 0 || !begins || /\s/.test(after) || after === character) return false;
  flush(state);
  state.stack.push({ mark: character, at: fragment(), from: state.at });
  state.at += 1;
  return true;
}

function close(state, character, open) {
  flush(state);
  while (state.stack.length > open + 1) dissolve(state.stack);
  const { at } = state.stack.pop();
  return put(state, el(MARKS[character], {}, at), 1);
}

function code(state) {
  const lineEnd = state.text.indexOf("\n", state.at);
  const end = state.text.indexOf("`", state.at + 1);
  if (end < 0 || end === state.at + 1 || (lineEnd >= 0 && lineEnd < end)) return false;
  const inside = state.text.slice(state.at + 1, end);
  return put(state, el("code", {}, entitiesAsWords(inside)), inside.length + 2);
}

function emojiName(state) {
  EMOJI_NAME.lastIndex = state.at;
  const found = EMOJI_NAME.exec(state.text);
  const character = found && emoji(found[1]);
  return character ? put(state, emojiPicture(found[1], character), found[0].length) : false;
}

/** An emoji that a screen reader calls by its name. */
export function emojiPicture(name, character = emoji(name)) {
  if (!character) return document.createTextNode(`:${name}:`);
  return el("span", { class: "emoji", role: "img", aria: { label: String(name).replaceAll("_", " ") }, title: `:${name}:` }, character);
}

function bareLink(state) {
  BARE_LINK.lastIndex = state.at;
  const found = BARE_LINK.exec(state.text);
  return found ? put(state, link(unescaped(found[0]), unescaped(found[0])), found[0].length) : false;
}

function entity(state) {
  const end = state.text.indexOf(">", state.at);
  const inside = end < 0 ? "" : state.text.slice(state.at + 1, end);
  if (!inside || inside.includes("\n") || inside.includes("<")) return false;
  return put(state, drawn(inside, state.context), inside.length + 2);
}

function drawn(inside, context) {
  const bar = inside.indexOf("|");
  const [target, label] = bar < 0 ? [inside, ""] : [inside.slice(0, bar), unescaped(inside.slice(bar + 1))];
  if (target.startsWith("!date^")) return date(target, label, context);
  if (target.startsWith("@")) return drawPerson(target.slice(1), context, label);
  if (target.startsWith("#")) return drawChannel(target.slice(1), context, label);
  if (target.startsWith("!subteam^")) return drawUsergroup(target.slice(9), context, label);
  if (target.startsWith("!")) return el("span", { class: "mention mention-all" }, `@${target.slice(1)}`);
  const address = unescaped(target);
  return safeLink(address) ? link(address, label || address.replace(/^mailto:/, "")) : fragment(label && label !== address ? `${label} (${address})` : address);
}

/** Somebody's name, as a mention. */
export function drawPerson(id, context, label = "") {
  const found = context.people?.get(id);
  const mine = id === context.me;
  return el("span", { class: mine ? "mention mention-me" : "mention" }, `@${found ? found.real_name : label || id}`);
}

/** A channel's name, as a link where the reader may see it. */
export function drawChannel(id, context, label = "") {
  const found = context.channels?.get(id);
  if (!found) return el("span", { class: "mention" }, `#${label || "private channel"}`);
  return el("a", { class: "mention", href: `#${id}` }, `#${found.name}`);
}

/** A user group's handle, as a mention. */
export function drawUsergroup(id, context, label = "") {
  const found = context.usergroups?.get(id);
  return el("span", { class: "mention" }, `@${found ? found.handle : label.replace(/^@/, "") || id}`);
}

function date(target, fallback, context) {
  const [, unix, format, address] = target.split("^");
  const words = format === undefined ? null : slackDate(unix, unescaped(format), context.now, context.zone);
  if (words === null) return fragment(fallback);
  const at = new Date(Number(unix) * 1000);
  const shown = el("time", { datetime: at.toISOString(), title: fullTime(at, context.zone) }, words);
  return address && safeLink(unescaped(address)) ? link(unescaped(address), shown) : shown;
}

/** Inside code, links stand as their words and nothing is live. */
function entitiesAsWords(text) {
  return unescaped(text.replace(/<([^<>\n|]+)(?:\|([^<>\n]+))?>/g, (_, target, label) => label ?? target));
}
