// What an assistant shows of its work (plans, tasks, feedback), and files that live elsewhere.
import { el, icon, link } from "../dom.js";
import { drawElements } from "../elements.js";
import { drawRichParts } from "./rich_text.js";

const STATUSES = { pending: ["○", "Not begun"], in_progress: ["◐", "Under way"], complete: ["✓", "Done"], error: ["✕", "Failed"] };

export function plan(block, context) {
  const done = block.tasks.filter((task) => task.status === "complete").length;
  return el(
    "details",
    { class: "bk-plan", open: true },
    el("summary", {}, el("strong", {}, block.title), el("span", { class: "bk-muted" }, ` ${done} of ${block.tasks.length} done`)),
    el("ol", {}, block.tasks.map((task) => el("li", {}, taskCard(task, context)))),
  );
}

export function taskCard(block, context) {
  const [sign, said] = Object.hasOwn(STATUSES, block.status ?? "") ? STATUSES[block.status] : STATUSES.pending;
  const head = [el("span", { class: `bk-status bk-status-${block.status}`, role: "img", aria: { label: said } }, sign), el("span", { class: "bk-task-title" }, block.title)];
  const part = (name, rich) => (rich ? el("div", { class: "bk-task-part" }, el("div", { class: "bk-muted" }, name), drawRichParts(rich.elements, context)) : null);
  const sources = block.sources?.length ? el("ul", { class: "bk-sources", aria: { label: "Sources" } }, block.sources.map((each) => el("li", {}, link(each.url, each.text || each.url)))) : null;
  const more = [part("What was done", block.details), part("What came of it", block.output), sources].filter(Boolean);
  if (!more.length) return el("div", { class: "bk-task" }, head);
  return el("details", { class: "bk-task", open: block.status !== "complete" }, el("summary", {}, head), more);
}

export function contextActions(block, context) {
  return el("div", { class: "bk-actions bk-context-actions" }, drawElements(block, block.elements, context));
}

/** A file that an app keeps elsewhere; what Slack knows of it stands in `file` when the message is read. */
export function file(block) {
  const name = block.file?.title || block.file?.name || block.external_id;
  return el("div", { class: "bk-file" }, icon("file"), el("div", {}, el("div", {}, link(block.file?.external_url ?? block.file?.permalink ?? "", name)), el("div", { class: "bk-muted" }, "A file kept outside Slack")));
}
