// The address of this window says where it is: #C0GENERAL, #C0GENERAL/p1772442000000200, #home/messages. A
// channel's name does in the place of its id.

/** Where the address points: {kind: "conversation", id, ts} or {kind: "home", tab}; null when it says nothing. */
export function readHash(hash) {
  const [id, rest] = hash.slice(1).split("/");
  if (id === "home") return { kind: "home", tab: ["messages", "about"].includes(rest) ? rest : "home" };
  if (!id) return null;
  const digits = /^p(\d{7,})$/.exec(rest ?? "")?.[1];
  return { kind: "conversation", id, ts: digits ? `${digits.slice(0, -6)}.${digits.slice(-6)}` : null };
}

/** The address of a message. */
export function permalink(channel, ts) {
  return `#${channel}/p${ts.replace(".", "")}`;
}
