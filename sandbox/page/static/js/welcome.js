// The first thing that somebody sees: whom would you like to be?

import { face } from "./drawing.js";
import { el, fill } from "./dom.js";

/** Everybody to choose from. `asked` is a name that nobody has. */
export function showWelcome(page, workspace, asked) {
  document.title = `Who are you? · ${workspace.team.name}`;
  const people = workspace.people.filter((each) => !each.deactivated);
  fill(
    page,
    el(
      "main",
      { id: "main", class: "welcome", tabindex: "-1" },
      el("p", { class: "welcome-team" }, workspace.team.name),
      el("h1", {}, "Who would you like to be?"),
      asked ? el("p", { class: "welcome-sorry", role: "alert" }, `Nobody here is called “${asked}”.`) : null,
      el("p", { class: "welcome-words" }, `This is a small Slack that runs on this machine alone, with ${workspace.app.name} at work in it. Be anyone; change at any time; open a second window to be two people at once.`),
      el("ul", { class: "welcome-people", role: "list" }, people.map(card)),
    ),
  );
}

function card(person) {
  return el(
    "li",
    {},
    el("a", { class: "welcome-card", href: `?as=${encodeURIComponent(person.name)}` }, face(person, 48), el("span", { class: "welcome-card-words" }, el("span", { class: "welcome-name" }, person.real_name), el("span", { class: "quiet" }, person.title || "In the team"))),
  );
}
