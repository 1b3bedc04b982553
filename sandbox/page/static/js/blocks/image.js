// Pictures. Nothing is fetched from outside this sandbox, so a picture from elsewhere is shown by its description and address.
import { el, link } from "../dom.js";
import { fileAddress } from "../api.js";
import { words } from "./words.js";

export function image(block, context) {
  const title = block.title ? el("figcaption", { class: "bk-image-title" }, words(block.title, context)) : null;
  return el("figure", { class: "bk-image" }, title, drawPicture(block, context, { class: "bk-picture" }));
}

/** The picture of an image block or element; where it cannot be had, its description in its place. */
export function drawPicture(picture, context, props = {}) {
  const address = addressOf(picture, context);
  const alt = String(picture.alt_text ?? "");
  if (!address) return instead(picture, alt, props);
  const drawn = el("img", { ...props, src: address, alt, loading: "lazy", decoding: "async" });
  drawn.addEventListener("error", () => drawn.replaceWith(instead(picture, alt, props)), { once: true });
  return drawn;
}

function instead(picture, alt, props) {
  const from = picture.image_url ?? picture.slack_file?.url ?? "";
  return el(
    "span",
    { class: `bk-picture-missing ${props.class ?? ""}`, role: "img", aria: { label: alt || "A picture without a description" }, title: from },
    el("span", { class: "bk-picture-alt" }, alt || "A picture"),
  );
}

/** Where the bytes of a picture are on this machine, or null. */
function addressOf(picture, context) {
  const url = String(picture.image_url ?? picture.slack_file?.url ?? "");
  const id = picture.slack_file?.id ?? /\/files-pri\/[^?#]*\b(F[A-Z0-9]{8,})\b/.exec(url)?.[1];
  if (id) return fileAddress(id, context.as ?? "");
  if (/^data:image\/(?:png|jpeg|gif|webp);/i.test(url)) return url;
  try {
    const whole = new URL(url);
    return whole.origin === window.location.origin ? whole.pathname + whole.search : null;
  } catch {
    return null;
  }
}

/** A film: its picture and its links; it is played where it lives. */
export function video(block, context) {
  const by = [block.author_name, block.provider_name].filter(Boolean).join(" · ");
  return el(
    "figure",
    { class: "bk-video" },
    el("figcaption", {}, by ? el("div", { class: "bk-muted" }, by) : null, el("strong", {}, link(block.title_url ?? block.video_url, words(block.title, context)))),
    block.description ? el("p", { class: "bk-text" }, words(block.description, context)) : null,
    drawPicture({ image_url: block.thumbnail_url, alt_text: block.alt_text }, context, { class: "bk-picture" }),
    link(block.video_url, "Play the film", { class: "bk-play" }),
  );
}
