// The ground that bars and lines are drawn on: axes, ticks, and where a value stands.

const NAMESPACE = "http://www.w3.org/2000/svg";
const [WIDE, HIGH] = [520, 240];
const EDGE = { left: 52, right: 8, top: 8, bottom: 40 };

/** An SVG element; its looks come from the style sheet. */
export function svg(tag, attributes = {}, words = "") {
  const made = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  if (words) made.textContent = words;
  return made;
}

/** {drawing, x(place), y(value), step}: a drawing with its axes, and the places of values in it. */
export function area(categories, values, { x_label: across, y_label: up }) {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const ticks = ticksBetween(low, high);
  const [from, to] = [ticks[0], ticks.at(-1)];
  const step = (WIDE - EDGE.left - EDGE.right) / categories.length;
  const x = (place) => EDGE.left + step * (place + 0.5);
  const y = (value) => HIGH - EDGE.bottom - ((value - from) / (to - from)) * (HIGH - EDGE.bottom - EDGE.top);
  const drawing = svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "bk-plot" });
  for (const tick of ticks) {
    drawing.append(svg("line", { x1: EDGE.left, x2: WIDE - EDGE.right, y1: y(tick), y2: y(tick), class: "bk-grid" }));
    drawing.append(svg("text", { x: EDGE.left - 6, y: y(tick) + 4, "text-anchor": "end" }, tick.toLocaleString("en-GB")));
  }
  const every = Math.ceil(categories.length / 10);
  categories.forEach((label, place) => {
    if (place % every === 0) drawing.append(svg("text", { x: x(place), y: HIGH - EDGE.bottom + 16, "text-anchor": "middle" }, label));
  });
  if (across) drawing.append(svg("text", { x: (WIDE + EDGE.left) / 2, y: HIGH - 6, "text-anchor": "middle", class: "bk-axis" }, across));
  if (up) drawing.append(svg("text", { x: 12, y: HIGH / 2, "text-anchor": "middle", transform: `rotate(-90 12 ${HIGH / 2})`, class: "bk-axis" }, up));
  return { drawing, x, y, step };
}

/** About four round numbers that hold all values between them. */
function ticksBetween(low, high) {
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough);
  const ticks = [];
  for (let at = Math.floor(low / step); at <= Math.ceil(high / step) || ticks.length < 2; at += 1) ticks.push(Number((at * step).toPrecision(12)));
  return ticks;
}
