// Where an element stands, what it holds, and whom a choice is told: the form that keeps it, or the app at once.
import { askFirst } from "./confirm.js";

// The field of a value that holds what was chosen, and the property that fills it from the start.
const FIELDS = {
  plain_text_input: ["value", "initial_value"],
  email_text_input: ["value", "initial_value"],
  url_text_input: ["value", "initial_value"],
  number_input: ["value", "initial_value"],
  rich_text_input: ["rich_text_value", "initial_value"],
  static_select: ["selected_option", "initial_option"],
  external_select: ["selected_option", "initial_option"],
  radio_buttons: ["selected_option", "initial_option"],
  users_select: ["selected_user", "initial_user"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  channels_select: ["selected_channel", "initial_channel"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  datetimepicker: ["selected_date_time", "initial_date_time"],
  checkboxes: ["selected_options", "initial_options"],
  multi_static_select: ["selected_options", "initial_options"],
  multi_external_select: ["selected_options", "initial_options"],
  multi_users_select: ["selected_users", "initial_users"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  file_input: ["files", ""],
};
const TEXTS = new Set(["plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input"]);

/** What stands in an element: what was entered, else what the app put there. */
function heldBy(block, element, context) {
  const [field, initial] = FIELDS[element.type] ?? [];
  if (!field) return undefined;
  const entered = context.values?.[block.block_id]?.[element.action_id];
  return entered && entered.type === element.type ? entered[field] : element[initial];
}

/**
 * One element in its place. `held` is what stands in it; `choose(held, plain)` says that a person has chosen: `held` as Slack
 * keeps it, `plain` as the control calls take it. Answers whether the choice stands (a person may say no when asked first).
 */
export function spotFor(block, element, context, labels = {}) {
  const isInput = block.type === "input";
  const spot = { block, element, context, isInput, held: heldBy(block, element, context), optional: Boolean(block.optional), ...labels };
  spot.choose = (held, plain) => choose(spot, held, plain);
  spot.act = (value) => act(spot, value);
  return spot;
}

async function choose(spot, held, plain) {
  const { block, element, context } = spot;
  if (element.confirm && !(await askFirst(element.confirm, context))) return false;
  spot.held = held;
  const place = { block_id: block.block_id, action_id: element.action_id, type: element.type };
  const value = { type: element.type, [FIELDS[element.type][0]]: held ?? null };
  if (spot.isInput && context.onChange) {
    context.onChange({ ...place, held: value, value: plain, tellsApp: tellsApp(spot) });
  } else if (!spot.isInput || tellsApp(spot)) {
    await context.onAction?.({ ...place, held: value, value: plain });
  }
  return true;
}

/** Outside input blocks every choice tells the app; inside only with dispatch_action, and text as its element says. */
function tellsApp({ block, element }) {
  if (block.type !== "input") return true;
  return Boolean(block.dispatch_action) && (!TEXTS.has(element.type) || triggers(element).includes("on_character_entered"));
}

/** Whether Enter in this text tells the app. */
export function enterTells({ block, element }) {
  return Boolean(block.dispatch_action) && triggers(element).includes("on_enter_pressed");
}

const triggers = (element) => element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];

/** Press something that holds no value: a button, an item of an overflow menu. */
async function act({ block, element, context }, value) {
  if (element.confirm && !(await askFirst(element.confirm, context))) return;
  await context.onAction?.({ block_id: block.block_id, action_id: element.action_id, type: element.type, value });
}

/** The attributes that tie a control to its label, its hint and its error. */
export function tied(spot) {
  const label = spot.labelledBy ? { labelledby: spot.labelledBy } : { label: spot.name };
  return { ...label, describedby: spot.describedBy || null, invalid: spot.invalid ? "true" : null, required: spot.isInput && !spot.optional ? "true" : null };
}
