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
 * of all together, with the columns of the series of the command.
 *
 * @param {Day} day
 */
function seriesCsv({ site, horizon, timeline, counts }) {
  const times = d3.range(data().start, data().end, seriesStep());
  const dop = dopOf(horizon, timeline, times);
  const groups = data().systems.map(([key], i) => ({ name: key.toLowerCase(), counts: counts.bySystem[i], dop: dop.bySystem[i] }));
  groups.push({ name: "together", counts: counts.together, dop: dop.together });
  /** @type {(string | number | null)[][]} */
  const lines = [["site", data().zone ? "time" : "utc", ...groups.flatMap(({ name }) => ["satellites", ...DILUTIONS].map((figure) => name + "_" + figure)), ...data().seriesEnd.map(([name]) => name)]];
  const end = data().seriesEnd.map(([, value]) => value);
  times.forEach((time, k) => {
    const step = stepAt(counts, time);
    const figures = groups.flatMap((group) => [
      group.counts[step],
      ...DILUTIONS.map((kind) => group.dop[k] && Number(group.dop[k][kind].toFixed(4))),
    ]);
    lines.push([site.name, isoText(time), ...figures, ...end]);
  });
  return csvText(lines);
}

/** @param {Day} day */
function downloadSeries(day) {
  download(seriesCsv(day), fileName(dayText(data().start), day.site.name));
}
