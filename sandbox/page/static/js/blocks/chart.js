// Charts: drawn as a picture, with the figures as a table for everybody who would rather read them.
import { el } from "../dom.js";
import { area, svg } from "./chart_parts.js";

export function dataVisualization(block) {
  const { chart } = block;
  const draw = { pie, bar: plotted, line: plotted, area: plotted }[chart.type];
  const drawing = draw(chart);
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", `${block.title}: a ${chart.type} chart. Its figures are in the table below.`);
  const names = chart.type === "pie" ? chart.segments.map((each) => each.label) : chart.series.map((each) => each.name);
  return el(
    "figure",
    { class: "bk-chart" },
    el("figcaption", {}, el("strong", {}, block.title)),
    drawing,
    el("ul", { class: "bk-legend", aria: { hidden: "true" } }, names.map((name, at) => el("li", {}, el("span", { class: `bk-key bk-colour-${at}` }), name))),
    el("details", {}, el("summary", {}, "The figures"), figures(chart)),
  );
}

function figures(chart) {
  const number = (value) => Number(value).toLocaleString("en-GB");
  const rows =
    chart.type === "pie"
      ? [["", "Value"], ...chart.segments.map((each) => [each.label, number(each.value)])]
      : [["", ...chart.series.map((each) => each.name)], ...chart.axis_config.categories.map((label) => [label, ...chart.series.map((each) => number(valueAt(each, label)))])];
  const [head, ...body] = rows;
  const row = ([first, ...rest]) => el("tr", {}, el("th", { scope: "row" }, first), rest.map((value) => el("td", { class: "bk-right" }, value)));
  return el("div", { class: "bk-scrolled" }, el("table", { class: "bk-table" }, el("thead", {}, el("tr", {}, head.map((words) => (words ? el("th", { scope: "col" }, words) : el("td"))))), el("tbody", {}, body.map(row))));
}

const valueAt = (series, label) => series.data.find((point) => point.label === label)?.value ?? 0;

function pie({ segments }) {
  const whole = segments.reduce((sum, each) => sum + each.value, 0);
  const drawing = svg("svg", { viewBox: "-105 -105 210 210", class: "bk-pie" });
  let turned = 0;
  segments.forEach((each, at) => {
    const share = each.value / whole;
    drawing.append(share >= 0.9999 ? svg("circle", { r: 100, class: `bk-colour-${at}` }) : svg("path", { d: slice(turned, turned + share), class: `bk-colour-${at}` }));
    turned += share;
  });
  return drawing;
}

function slice(from, to) {
  const at = (share) => [Math.sin(share * 2 * Math.PI) * 100, -Math.cos(share * 2 * Math.PI) * 100].map((each) => each.toFixed(2)).join(" ");
  return `M0 0 L${at(from)} A100 100 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)} Z`;
}

function plotted(chart) {
  const { categories } = chart.axis_config;
  const values = chart.series.flatMap((series) => categories.map((label) => valueAt(series, label)));
  const plot = area(categories, values, chart.axis_config);
  const draw = { bar: bars, line: lines, area: areas }[chart.type];
  chart.series.forEach((series, at) => plot.drawing.append(...draw(plot, categories.map((label) => valueAt(series, label)), at, chart.series.length)));
  return plot.drawing;
}

function bars({ x, y, step }, values, at, several) {
  const wide = (step * 0.72) / several;
  return values.map((value, place) => {
    const left = x(place) - step * 0.36 + wide * at;
    return svg("rect", { x: left.toFixed(1), width: Math.max(wide - 1, 1).toFixed(1), y: Math.min(y(value), y(0)).toFixed(1), height: Math.abs(y(0) - y(value)).toFixed(1), rx: 2, class: `bk-colour-${at}` });
  });
}

const points = ({ x, y }, values) => values.map((value, place) => `${x(place).toFixed(1)} ${y(value).toFixed(1)}`);

function lines(plot, values, at) {
  const dots = values.map((value, place) => svg("circle", { cx: plot.x(place).toFixed(1), cy: plot.y(value).toFixed(1), r: 3, class: `bk-colour-${at}` }));
  return [svg("path", { d: `M${points(plot, values).join(" L")}`, class: `bk-line bk-stroke-${at}` }), ...dots];
}

function areas(plot, values, at) {
  const ground = plot.y(0).toFixed(1);
  const ends = [plot.x(values.length - 1).toFixed(1), plot.x(0).toFixed(1)];
  const shape = svg("path", { d: `M${points(plot, values).join(" L")} L${ends[0]} ${ground} L${ends[1]} ${ground} Z`, class: `bk-area bk-colour-${at}` });
  return [shape, ...lines(plot, values, at)];
}
