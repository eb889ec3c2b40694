/** The steps that a series may have. */
const SERIES_MINUTES = [1, 2, 5, 10, 15, 30, 60];
const MOST_SERIES_ROWS = 5000;

/** Returns the least step of a series, in milliseconds, with which it has few enough rows. */
function seriesStep() {
  const minutes = SERIES_MINUTES.find((minutes) => data().end - data().start <= MOST_SERIES_ROWS * minutes * 60_000);
  return (minutes ?? /** @type {number} */ (SERIES_MINUTES.at(-1))) * 60_000;
}

/**
 * Returns the numbers in view and the dilution of precision over the window as CSV, of each system and
 * of all together.
 *
 * @param {Day} day
 */
function seriesCsv({ horizon, timeline, counts }) {
  const times = d3.range(data().start, data().end, seriesStep());
  const dop = dopOf(horizon, timeline, times);
  const groups = data().systems.map(([key], i) => ({ name: key.toLowerCase(), counts: counts.bySystem[i], dop: dop.bySystem[i] }));
  groups.push({ name: "together", counts: counts.together, dop: dop.together });
  /** @type {(string | number | null)[][]} */
  const lines = [[data().zone ? "time" : "utc", ...groups.flatMap(({ name }) => ["satellites", ...DILUTIONS].map((figure) => name + "_" + figure))]];
  times.forEach((time, k) => {
    const step = stepAt(counts, time);
    const figures = groups.flatMap((group) => [
      group.counts[step],
      ...DILUTIONS.map((kind) => group.dop[k] && Number(group.dop[k][kind].toFixed(4))),
    ]);
    lines.push([isoText(time), ...figures]);
  });
  return csvText(lines);
}

/** @param {Day} day */
function downloadSeries(day) {
  const name = day.site.name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60);
  download(seriesCsv(day), `skytally-${dayText(data().start)}-${name}`);
}
