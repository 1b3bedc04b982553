// Block Kit as nodes: every block of a message, a form or a home tab.
//
// drawBlocks(blocks, context). The context: {surface: "message" | "modal" | "home", as, people, channels, now, zone,
// values (state.values), errors (by block_id), onAction({block_id, action_id, type, value}) -> promise, onChange(...) for forms,
// onEnter(block_id), suggestions({block_id, action_id}, typed) -> promise of options, headingLevel}. All but surface may be left out.
import { el } from "./dom.js";
import { actions, contextLine, divider, header, section } from "./blocks/basic.js";
import { alert, card, carousel, container } from "./blocks/cards.js";
import { dataVisualization } from "./blocks/chart.js";
import { image, video } from "./blocks/image.js";
import { input } from "./blocks/input.js";
import { markdown } from "./blocks/markdown.js";
import { richText } from "./blocks/rich_text.js";
import { dataTable, table } from "./blocks/table.js";
import { asJson } from "./blocks/words.js";
import { contextActions, file, plan, taskCard } from "./blocks/work.js";

const BLOCKS = {
  section,
  header,
  divider,
  context: contextLine,
  actions,
  image,
  video,
  input,
  markdown,
  rich_text: richText,
  table,
  data_table: dataTable,
  data_visualization: dataVisualization,
  alert,
  card,
  carousel,
  container,
  plan,
  task_card: taskCard,
  context_actions: contextActions,
  file,
};

/** All blocks, one under the other. */
export function drawBlocks(blocks, context) {
  return el("div", { class: `bk bk-${context.surface ?? "message"}` }, (blocks ?? []).map((block) => drawBlock(block, context)));
}

/** One block. What is unknown, or is not shaped as its type says, is shown as its JSON. */
export function drawBlock(block, context) {
  return el("div", { class: "bk-block", data: { block: block?.type ?? "?", id: block?.block_id } }, drawn(block, { ...context, drawBlock }));
}

function drawn(block, context) {
  const draw = Object.hasOwn(BLOCKS, block?.type ?? "") ? BLOCKS[block.type] : null;
  if (!draw) return asJson(block);
  try {
    return draw(block, context);
  } catch (error) {
    console.error(`A block of type ${block.type} could not be drawn`, error);
    return asJson(block);
  }
}
