// The marks inside a line of Markdown.
import { el, link } from "../dom.js";

// In order: code, link or picture, bold, italic, strike, a bare address.
const MARK = /(`+)([^`]|[^`].*?[^`])\1(?!`)|(!?)\[([^\]\n]{0,1000})\]\(([^\s()]{1,3000})(?:\s+"[^"\n]*")?\)|(\*\*|__)(?=\S)(.+?\S|\S)\6|(?<![\p{L}\p{N}*_])([*_])(?=\S)(.+?\S|\S)\8(?![\p{L}\p{N}])|~~(?=\S)(.+?\S|\S)~~|(https?:\/\/[^\s<>]*[^\s<>.,;:!?)])/gu;

/** The nodes of one line. A picture is a link to it: nothing is fetched from outside. */
export function inlineMarkdown(text, depth = 0) {
  if (depth > 6) return [text];
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(MARK)) {
    if (found.index > from) nodes.push(unescaped(text.slice(from, found.index)));
    nodes.push(marked(found, depth));
    from = found.index + found[0].length;
  }
  if (from < text.length) nodes.push(unescaped(text.slice(from)));
  return nodes;
}

function marked([, , code, picture, words, address, , bold, , italic, strike, bare], depth) {
  const inside = (each) => inlineMarkdown(each, depth + 1);
  if (code !== undefined) return el("code", {}, code);
  if (address !== undefined) return link(address, picture ? words || "A picture" : inside(words));
  if (bold !== undefined) return el("strong", {}, inside(bold));
  if (italic !== undefined) return el("em", {}, inside(italic));
  if (strike !== undefined) return el("s", {}, inside(strike));
  return link(bare, bare);
}

const unescaped = (text) => text.replace(/\\([\\`*_{}[\]()#+\-.!|~>])/g, "$1");
