// The start: who is looking, what is known, and from then on one thing shown at a time.

import { get, sentence } from "./api.js";
import { atHome, el, fill } from "./dom.js";
import { Live } from "./live.js";
import { Shell } from "./shell.js";
import { showWelcome } from "./welcome.js";

const page = document.getElementById("page");

async function start() {
  const as = new URLSearchParams(location.search).get("as");
  const workspace = await get("workspace");
  const known = workspace.people.find((each) => !each.deactivated && (each.id === as || each.name === as || each.name.split(".")[0] === as));
  if (!known) return showWelcome(page, workspace, as);
  const live = new Live(known.id);
  await live.start();
  atHome(live.team.domain);
  const shell = new Shell(live, page);
  await shell.open();
  return shell;
}

start().catch((error) => {
  console.error(error);
  fill(page, el("main", { id: "main", class: "failed" }, el("h1", {}, "This page could not start"), el("p", {}, sentence(error)), el("button", { type: "button", class: "button primary", on: { click: () => location.reload() } }, "Try again")));
});
