// Files for a form: chosen or dropped, listed, and taken away again.
import { count, el, iconButton } from "../dom.js";
import { asBase64 } from "../api.js";
import { tied } from "./spot.js";

const LARGEST = 10 * 1024 * 1024;

export function fileInput(spot) {
  const { element } = spot;
  const most = element.max_files ?? 10;
  const kinds = (element.filetypes ?? []).map((kind) => kind.toLowerCase());
  const chosen = [...(spot.held ?? [])];
  const { required, ...aria } = tied(spot);

  const picker = el("input", { type: "file", class: "spoken", tabindex: "-1", multiple: most > 1, accept: kinds.map((kind) => `.${kind}`).join(",") || null, aria: { hidden: "true" } });
  const opener = el("button", { type: "button", class: "bk-button", on: { click: () => picker.click() } }, most > 1 ? "Choose files" : "Choose a file");
  const about = el("p", { class: "bk-hint" }, ["or drop them here", kinds.length ? kinds.join(", ") : "", most > 1 ? `up to ${most}` : "", "10 MB each"].filter(Boolean).join(" · "));
  const list = el("ul", { class: "bk-files", aria: { label: "Files chosen" } });
  const wrong = el("p", { class: "bk-error", role: "status" });
  const place = el("div", { id: spot.id, class: "bk-drop", role: "group", data: { required: required ?? null }, aria }, picker, opener, about, wrong, list);

  const show = () => {
    list.replaceChildren(...chosen.map((file, at) => row(file, () => take(at))));
    list.hidden = chosen.length === 0;
  };
  const tell = () => {
    show();
    spot.choose([...chosen], chosen.map((file) => (file instanceof File ? () => asBase64(file) : { id: file.id })));
  };
  const take = (at) => {
    chosen.splice(at, 1);
    tell();
    opener.focus();
  };
  const add = (files) => {
    wrong.textContent = "";
    for (const file of files) {
      const no = refused(file, kinds, chosen.length, most);
      if (no) wrong.textContent = no;
      else chosen.push(file);
    }
    tell();
  };
  picker.addEventListener("change", () => {
    add(picker.files);
    picker.value = "";
  });
  dropping(place, add);
  show();
  return place;
}

function refused(file, kinds, there, most) {
  const kind = file.name.includes(".") ? file.name.split(".").pop().toLowerCase() : "";
  if (kinds.length && !kinds.includes(kind)) return `${file.name} is not of a kind that can be added here (${kinds.join(", ")})`;
  if (file.size > LARGEST) return `${file.name} is larger than 10 MB`;
  if (there >= most) return `Please choose ${count(most, "file")} or fewer`;
  return null;
}

function row(file, take) {
  const size = typeof file.size === "number" ? el("span", { class: "bk-muted" }, weight(file.size)) : null;
  return el("li", {}, el("span", { class: "bk-file-name" }, file.name), size, iconButton("close", `Take away ${file.name}`, take));
}

function weight(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function dropping(place, add) {
  const over = (yes) => (event) => {
    event.preventDefault();
    place.classList.toggle("bk-over-drop", yes);
  };
  place.addEventListener("dragover", over(true));
  place.addEventListener("dragleave", over(false));
  place.addEventListener("drop", (event) => {
    over(false)(event);
    add(event.dataTransfer?.files ?? []);
  });
}
