// Times as one person reads them: always by the sandbox's clock, always in their own time zone.

const formats = new Map();

function formatIn(zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "long", day: "numeric", weekday: "long", hour: "2-digit", minute: "2-digit", second: "2-digit" }));
  }
  return formats.get(zone);
}

/** {year, monthName, month, day, weekday, hour, minute, second} of a Date in a zone; numbers, but for the two names. */
export function partsIn(at, zone) {
  const found = Object.fromEntries(formatIn(zone).formatToParts(at).map(({ type, value }) => [type, value]));
  const month = MONTHS.indexOf(found.month) + 1;
  return { year: Number(found.year), month, monthName: found.month, day: Number(found.day), weekday: found.weekday, hour: Number(found.hour), minute: Number(found.minute), second: Number(found.second) };
}

export const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const two = (number) => String(number).padStart(2, "0");

const days = new Map();
const QUARTER = 900_000;

/** "2026-03-02"; remembered by the quarter of an hour, since no zone changes its day within one. */
export function dayOf(at, zone) {
  const key = `${zone}/${Math.floor(at.getTime() / QUARTER)}`;
  if (!days.has(key)) {
    const { year, month, day } = partsIn(at, zone);
    days.set(key, `${year}-${two(month)}-${two(day)}`);
  }
  return days.get(key);
}

/** "09:12" */
export function timeOf(at, zone) {
  const { hour, minute } = partsIn(at, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** "Monday 2 March 2026 at 09:12" */
export function fullTime(at, zone) {
  const { weekday, day, monthName, year } = partsIn(at, zone);
  return `${weekday} ${day} ${monthName} ${year} at ${timeOf(at, zone)}`;
}

/** "Today", "Yesterday", or "Monday, 2 March". */
export function dayWords(at, now, zone) {
  const near = nearDay(at, now, zone);
  if (near) return near;
  const { weekday, day, monthName, year } = partsIn(at, zone);
  return `${weekday}, ${day} ${monthName}${year === partsIn(now, zone).year ? "" : ` ${year}`}`;
}

function nearDay(at, now, zone) {
  const days = Math.round((Date.parse(dayOf(at, zone)) - Date.parse(dayOf(now, zone))) / 86400000);
  return { "-1": "Yesterday", 0: "Today", 1: "Tomorrow" }[days] ?? null;
}

/** The moment of a message, from its ts. */
export function momentOf(ts) {
  return new Date(Number(ts) * 1000);
}

/** The moment at which the clocks of a zone show this day and time. */
export function momentIn(zone, year, month, day, hour, minute) {
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  let guess = wanted;
  for (let turn = 0; turn < 2; turn += 1) {
    const shown = partsIn(new Date(guess), zone);
    guess += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute);
  }
  return new Date(guess);
}

// Slack writes a date as the reader's language does, and everyone here reads English (UK).
const TOKENS = {
  date_num: (at) => `${at.year}-${two(at.month)}-${two(at.day)}`,
  date_slash: (at) => `${two(at.day)}/${two(at.month)}/${at.year}`,
  date: (at) => `${at.day} ${at.monthName} ${at.year}`,
  date_short: (at) => `${at.day} ${at.monthName.slice(0, 3)} ${at.year}`,
  date_long: (at) => `${at.weekday}, ${at.day} ${at.monthName} ${at.year}`,
  date_long_full: (at) => `${at.weekday}, ${at.day} ${at.monthName} ${at.year}`,
  day_divider: (at) => `${at.weekday}, ${at.day} ${at.monthName}`,
  time: (at) => `${two(at.hour)}:${two(at.minute)}`,
  time_secs: (at) => `${two(at.hour)}:${two(at.minute)}:${two(at.second)}`,
};

function ago(at, now) {
  const seconds = Math.trunc((now - at) / 1000);
  for (const [size, unit] of [[86400, "day"], [3600, "hour"], [60, "minute"], [1, "second"]]) {
    const number = Math.floor(Math.abs(seconds) / size);
    if (number) {
      const words = `${number} ${unit}${number === 1 ? "" : "s"}`;
      return seconds > 0 ? `${words} ago` : `in ${words}`;
    }
  }
  return "now";
}

/** A date of Slack's (`<!date^UNIX^FORMAT|…>`) as this reader sees it; null where it is none. */
export function slackDate(unix, format, now, zone) {
  if (!/^-?\d{1,12}$/.test(String(unix))) return null;
  const at = new Date(Number(unix) * 1000);
  const parts = partsIn(at, zone);
  return String(format).replace(/\{(\w+)\}/g, (whole, name) => {
    if (name === "ago") return ago(at, now);
    const plain = name.replace(/_pretty$/, "");
    const near = plain === name ? null : nearDay(at, now, zone);
    return near ?? TOKENS[plain]?.(parts) ?? whole;
  });
}
