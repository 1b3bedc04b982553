// Block Kit's interactive elements as nodes, wherever they stand.
import { button, feedbackButtons, iconButtonElement, workflowButton } from "./elements/button.js";
import { fileInput } from "./elements/files.js";
import { menu } from "./elements/menu.js";
import { datePicker, dateTimePicker, timePicker } from "./elements/moments.js";
import { overflow } from "./elements/overflow.js";
import { richTextInput } from "./elements/rich_input.js";
import { spotFor } from "./elements/spot.js";
import { textInput } from "./elements/text.js";
import { checkboxes, radioButtons } from "./elements/ticks.js";
import { drawPicture } from "./blocks/image.js";
import { asJson, spelt } from "./blocks/words.js";

const KINDS = ["static_select", "external_select", "users_select", "conversations_select", "channels_select"];
const ELEMENTS = {
  button,
  icon_button: iconButtonElement,
  feedback_buttons: feedbackButtons,
  workflow_button: workflowButton,
  overflow,
  checkboxes,
  radio_buttons: radioButtons,
  datepicker: datePicker,
  timepicker: timePicker,
  datetimepicker: dateTimePicker,
  plain_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: textInput,
  rich_text_input: richTextInput,
  file_input: fileInput,
  image: ({ element, context }) => drawPicture(element, context, { class: "bk-thumb" }),
  ...Object.fromEntries(KINDS.flatMap((kind) => [kind, `multi_${kind}`]).map((kind) => [kind, menu])),
};

/** One element; `labels` ties it to what names it. What is unknown is shown as its JSON. */
export function drawElement(block, element, context, labels = {}) {
  const draw = Object.hasOwn(ELEMENTS, element?.type ?? "") ? ELEMENTS[element.type] : null;
  if (!draw) return asJson(element);
  return draw(spotFor(block, element, context, { name: spelt(element.placeholder ?? element.text ?? "") || "Choose", ...labels }));
}

/** Several elements in a row. */
export function drawElements(block, elements, context) {
  return (elements ?? []).map((each) => drawElement(block, each, context));
}
