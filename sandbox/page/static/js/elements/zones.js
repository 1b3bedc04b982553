// Clock times in a zone and Unix seconds, both ways, by the zones that the browser knows.

const formats = new Map();

function format(zone) {
  if (!formats.has(zone)) {
    const options = { timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" };
    formats.set(zone, new Intl.DateTimeFormat("en-GB", options));
  }
  return formats.get(zone);
}

function numbers(seconds, zone) {
  return Object.fromEntries(format(zone).formatToParts(new Date(seconds * 1000)).map((part) => [part.type, part.value]));
}

/** Unix seconds as {date: "YYYY-MM-DD", time: "HH:MM"} in the zone. */
export function partsAt(seconds, zone) {
  const part = numbers(seconds, zone);
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

/** The Unix seconds of a clock time in the zone. A time that the clocks leave out is taken an hour later. */
export function secondsAt(date, time, zone) {
  const wanted = Date.parse(`${date}T${time.slice(0, 5)}:00Z`) / 1000;
  const guess = wanted - offset(wanted, zone);
  return wanted - offset(guess, zone);
}

function offset(seconds, zone) {
  const part = numbers(seconds, zone);
  const shown = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) / 1000;
  return shown - Math.floor(seconds);
}

/** "GMT", "BST", "CET": the zone's short name now. */
export function zoneName(zone, now) {
  const at = now ? new Date(now) : new Date();
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
