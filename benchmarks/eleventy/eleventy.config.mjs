// Settings of Eleventy: the site's sums and ranks, computed once for all pages.
import fs from "node:fs";

const FACETS = ["late", "status", "horizon", "year", "department", "street"];
const newest = (points) => points[points.length - 1];
const by = (key, sign = 1) => (a, b) => (a[key] < b[key] ? -sign : a[key] > b[key] ? sign : 0);

function money(project) {
  let planned = 0, spent = 0;
  for (const fund of project.funds) {
    planned += fund.planned;
    if (fund.spent.length) spent += newest(fund.spent).value;
  }
  return { planned, spent };
}

function totals(projects) {
  const sums = { count: projects.length, done: 0, late: 0, planned: 0, spent: 0 };
  for (const project of projects) {
    const { planned, spent } = money(project);
    sums.planned += planned;
    sums.spent += spent;
    sums.done += project.status === "completed" ? 1 : 0;
    sums.late += project.late === "yes" ? 1 : 0;
  }
  return sums;
}

function grouped(items, key) {
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(item[key])) groups.set(item[key], []);
    groups.get(item[key]).push(item);
  }
  return groups;
}

function scored(framework, unit) {
  const results = {};
  let total = 0, all = 0;
  for (const dimension of framework.dimensions) {
    let sum = 0, weights = 0;
    for (const one of framework.indicators) {
      if (one.dimension !== dimension.id) continue;
      sum += one.weight * unit.scores[one.id];
      weights += one.weight;
    }
    results[dimension.id] = sum / weights;
    total += results[dimension.id] * dimension.weight;
    all += dimension.weight;
  }
  results.total = total / all;
  return results;
}

function areaOf(framework, area, pages) {
  const units = pages.filter((one) => one.kind === "unit").sort(by("code"));
  const all = pages.filter((one) => one.kind === "project").sort(by("due"));
  const projects = [...all.filter((one) => one.late === "yes"), ...all.filter((one) => one.late !== "yes")];
  const updates = pages.filter((one) => one.kind === "update").sort(by("date", -1));
  const revised = projects.filter((one) => one.revisions.length);
  revised.sort((a, b) => by("on", -1)(a.revisions[0], b.revisions[0]));
  const results = Object.fromEntries(units.map((one) => [one.unit, scored(framework, one)]));
  const ranks = {}, ranked = {};
  for (const key of ["total", ...framework.dimensions.map((one) => one.id)]) {
    ranked[key] = [...units].sort((a, b) => results[b.unit][key] - results[a.unit][key]);
    ranks[key] = {};
    let rank = 0, before = null;
    ranked[key].forEach((unit, index) => {
      const score = results[unit.unit][key];
      if (score !== before) [rank, before] = [index + 1, score];
      ranks[key][unit.unit] = rank;
    });
  }
  const total = (unit) => results[unit.unit].total;
  const lists = [
    { name: "红榜", units: ranked.total.filter((one) => total(one) >= 80).slice(0, 10) },
    { name: "黑榜", units: ranked.total.filter((one) => total(one) < 60).reverse().slice(0, 10) },
  ];
  const streets = [...grouped(units, "street")].map(([slug, some]) => ({ slug, name: some[0].street_name, units: some }));
  const facets = FACETS.map((facet) => ({
    facet,
    options: [...grouped(projects, facet)].map(([value, some]) => ({ value, count: some.length })),
  }));
  return {
    slug: area.area, name: area.title, page: area, units, projects, updates, revised, results, ranks, ranked,
    lists, streets, facets, latest: updates.slice(0, 20), recent: revised.slice(0, 5),
    works: Object.fromEntries(grouped(projects, "unit")), news: Object.fromEntries(grouped(updates, "unit")),
  };
}

let known = null;
function siteOf(api) {
  if (known) return known;
  const framework = JSON.parse(fs.readFileSync("_data/framework.json", "utf8"));
  const pages = api.getAll().map((one) => one.data.it).filter(Boolean);
  const inArea = grouped(pages.filter((one) => one.area), "area");
  const areas = pages.filter((one) => one.kind === "area").sort(by("code"))
    .map((area) => areaOf(framework, area, inArea.get(area.area)));
  const updates = areas.flatMap((one) => one.updates).sort(by("date", -1));
  const revised = areas.flatMap((one) => one.revised);
  revised.sort((a, b) => by("on", -1)(a.revisions[0], b.revisions[0]));
  known = { areas, by: Object.fromEntries(areas.map((one) => [one.slug, one])), pages, updates: updates.slice(0, 20), newest: updates.slice(0, 50), revised: revised.slice(0, 30) };
  return known;
}

function feedsOf(site) {
  const feeds = [
    { url: "/", title: "阳光社区", entries: site.newest },
    { url: "/changes/", title: "改过什么", entries: site.revised },
  ];
  for (const area of site.areas) {
    feeds.push({ url: `/${area.slug}/`, title: area.name, entries: area.updates.slice(0, 50) });
    feeds.push({ url: `/${area.slug}/changes/`, title: area.name, entries: area.revised.slice(0, 50) });
    for (const unit of area.units) feeds.push({ url: unit.url, title: unit.title, entries: area.news[unit.unit] });
  }
  return feeds;
}

function jsonsOf(site) {
  const text = (kind) => fs.readFileSync(`_includes/pad/${kind}.html`, "utf8");
  const [unitText, areaText] = [text("unit-data"), text("area-data")];
  const files = [];
  for (const area of site.areas) {
    const units = area.ranked.total.map((one) => ({ unit: one.unit, name: one.title, code: one.code, scores: one.scores, total: area.results[one.unit].total }));
    files.push({ permalink: `/${area.slug}/data.json`, value: { area: area.slug, name: area.name, units, text: areaText } });
    for (const unit of area.units) {
      const projects = area.works[unit.unit].map((one) => ({ ...one, money: money(one) }));
      const items = area.news[unit.unit].map((one) => ({ id: one.url, url: `https://example.org${one.url}`, title: one.title, date_published: one.date }));
      files.push({ permalink: `${unit.url}feed.json`, value: { version: "https://jsonfeed.org/version/1.1", title: unit.title, items } });
      files.push({ permalink: `${unit.url}data.json`, value: { ...unit, results: area.results[unit.unit], projects, text: unitText } });
    }
  }
  return files;
}

export default function (config) {
  config.on("eleventy.before", () => { known = null; });
  config.addPassthroughCopy("static");
  config.addCollection("site", siteOf);
  config.addCollection("feeds", (api) => feedsOf(siteOf(api)));
  config.addCollection("jsons", (api) => jsonsOf(siteOf(api)));
  config.addFilter("money", money);
  config.addFilter("totals", totals);
  config.addFilter("newest", newest);
  config.addFilter("facet", (items, key, value) => items.filter((one) => one[key] === value));
  config.addFilter("part", (items, start) => items.slice(start, start + 200));
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data", output: "public" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
