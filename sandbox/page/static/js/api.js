// The sandbox's /control calls as functions: the same ones that any other driver has (docs/sandbox.md), and no others.

/** The sandbox said no; `message` is its sentence. */
export class Refused extends Error {}

/** The sandbox did not answer at all. */
export class Unreachable extends Error {}

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, { cache: "no-store", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Unreachable("The sandbox does not answer. Is it still running?");
  }
  return read(response);
}

async function read(response) {
  let answer;
  try {
    answer = await response.json();
  } catch {
    throw new Unreachable(`The sandbox answered with status ${response.status} and no words.`);
  }
  if (!answer.ok) throw new Refused(answer.error ?? `The sandbox answered with status ${response.status}.`);
  return answer;
}

const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));

export function get(name, query = {}, options = {}) {
  const words = new URLSearchParams(given(query)).toString();
  return call(`/control/${name}${words ? `?${words}` : ""}`, options);
}

export function post(name, body = {}) {
  return call(`/control/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(given(body)) });
}

/** What the host adds to the page. */
async function page(name, query) {
  const response = await fetch(`/page/${name}.json?${new URLSearchParams(query)}`, { cache: "no-store" });
  if (!response.ok) throw new Unreachable(`The sandbox answered with status ${response.status}.`);
  return response.json();
}

/** A file that somebody chose, as the calls take it: {name, base64}. */
export function asBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(new Refused(`${file.name} cannot be read.`));
    reader.onload = () => resolve({ name: file.name, base64: String(reader.result).split(",", 2)[1] ?? "" });
    reader.readAsDataURL(file);
  });
}

/** All calls, as one person. Conversations and people are given by id; without a conversation, the messages with the app. */
export function apiFor(as) {
  return {
    as,
    client: () => get("client", { as }),
    changes: (after, wait, signal) => get("changes", { as, after, wait }, { signal }),
    channel: (channel, newest) => get("channel", { as, channel, newest }),
    thread: (channel, ts) => get("thread", { as, channel, ts }),
    markRead: (channel, ts) => post("read", { as, channel, ts }),
    join: (channel) => post("join", { as, channel }),
    direct: (person) => post("direct", { as, with: person }),

    command: (text, channel) => post("command", { as, text, channel }),
    message: (text, channel, { threadTs, broadcast } = {}) => post("message", { as, text, channel, thread_ts: threadTs, broadcast }),
    edit: (channel, ts, text) => post("edit", { as, channel, ts, text }),
    remove: (channel, ts) => post("delete", { as, channel, ts }),
    react: (channel, ts, name, remove = false) => post("react", { as, channel, ts, name, remove }),
    upload: async (file, channel, { text, threadTs } = {}) => post("upload", { as, channel, text, thread_ts: threadTs, ...(await asBase64(file)) }),
    shortcut: (callbackId, channel, ts) => post("shortcut", { as, callback_id: callbackId, channel, ts }),

    // Press a button or choose a value: in a message ({channel, ts}), on the home tab ({home: true}), or in the open form ({}).
    press: (where, action) => post("press", { as, ...where, action_id: action.action_id, block_id: action.block_id, value: action.value }),
    form: () => get("form", { as }).then((answer) => (answer.view_id ? answer : null)),
    fill: (values) => post("form/fill", { as, values }),
    enter: (blockId) => post("form/enter", { as, block_id: blockId }),
    // What a menu that asks the app offers, in the same places as for press.
    suggestions: (where, menu, text) => post("suggestions", { as, ...where, action_id: menu.action_id, block_id: menu.block_id, text }).then((answer) => answer.options),
    submit: () => post("form/submit", { as }),
    close: (everything = false) => post("form/close", { as, everything }),

    openHome: (tab = "home") => post("home", { as, tab }),
    home: () => get("home", { as }).then((answer) => answer.view),

    workspace: () => get("workspace"),
    moveClock: (to) => post("clock", to),
    moments: () => page("moments", { as }).then((answer) => answer.moments),
    faults: () => get("faults").then((answer) => answer.faults),
    setFault: (name, parameters) => post("faults", { name, ...parameters }).then((answer) => answer.faults),
    clearFault: (name) => post("faults", name ? { clear: name } : {}).then((answer) => answer.faults),
    log: (query) => get("log", query).then((answer) => answer.entries),
  };
}

/** Where a file's bytes are for this person. */
export function fileAddress(fileId, as, { download = false } = {}) {
  return `/files/${encodeURIComponent(fileId)}?as=${encodeURIComponent(as)}${download ? "&download=1" : ""}`;
}

/** What went wrong, in a sentence for the person at the screen. */
export function sentence(error) {
  if (error instanceof Refused || error instanceof Unreachable) return error.message;
  return `Something went wrong on this page: ${error.message}`;
}
