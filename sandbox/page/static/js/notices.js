// The line that a phone would show: who wrote, where, and the words of the notification.

import { announce, el, fill, iconButton } from "./dom.js";
import { face } from "./drawing.js";
import { permalink } from "./places.js";

const SHOWN_MS = 9000;

export function createNotices(shell) {
  const { live } = shell;
  const node = el("div", { class: "notice-line", role: "region", aria: { label: "Notification" }, hidden: true });
  let newest = Math.max(0, ...live.client.notices.map((each) => Number(each.ts)));
  let timer = null;
  const hide = () => { node.hidden = true; };
  const show = (...inside) => {
    fill(node, inside, iconButton("close", "Close this notification", hide));
    node.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => { if (!node.contains(document.activeElement) && !node.matches(":hover")) hide(); }, SHOWN_MS);
  };
  const look = () => {
    const fresh = live.client.notices.filter((each) => Number(each.ts) > newest && !inView(shell, each));
    newest = Math.max(newest, ...live.client.notices.map((each) => Number(each.ts)));
    const last = fresh[fresh.length - 1];
    if (!last) return;
    node.classList.remove("notice-trouble");
    show(...drawn(shell, last));
    announce(`${last.from}: ${last.sentence}`);
  };
  const say = (words) => {
    node.classList.add("notice-trouble");
    show(el("span", { class: "notice-words" }, words));
  };
  return { node, look, say };
}

/** Whether the person is looking at it already. */
function inView(shell, { channel }) {
  const app = shell.live.appConversation?.id === channel && shell.shownId === "home/messages";
  return document.visibilityState === "visible" && (shell.shownId === channel || app);
}

function drawn(shell, notice) {
  const place = shell.live.channels.get(notice.channel);
  const words = el("span", { class: "notice-words" }, el("b", {}, notice.from), place ? ` in #${place.name}` : "", ": ", notice.sentence);
  return [el("a", { class: "notice-link", href: permalink(notice.channel, notice.thread_ts ?? notice.ts) }, face(shell.live.people.get(notice.user), 28), words)];
}
