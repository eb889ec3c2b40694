/**
 * The window at one site, computed when the site is opened.
 *
 * @typedef {object} Day
 * @property {Site} site
 * @property {Horizon} horizon
 * @property {LocalClock} clock
 * @property {Timeline} timeline
 * @property {[from: number, to: number][][]} passes by satellite: the times in view
 * @property {Steps} counts
 * @property {Dilutions} dop
 *
 * The exact numbers in view, each from its time until the next.
 * @typedef {{times: number[], bySystem: number[][], together: number[]}} Steps
 *
 * @typedef {{times: number[], bySystem: (Dilution | null)[][], together: (Dilution | null)[]}} Dilutions
 */

/** Returns the number of samples of dilution of precision: every three minutes for a window of a day. */
function dopSamples() {
  return Math.round(Math.min(2000, Math.max(480, (480 * (data().end - data().start)) / DAY)));
}

/** @param {Site} site @returns {Day} */
function dayOf(site) {
  const horizon = horizonOf(site);
  const timeline = decodeTimeline(site.timeline);
  const samples = dopSamples();
  return {
    site, horizon, timeline,
    clock: localClock(site),
    passes: passesOf(timeline),
    counts: countsOf(timeline),
    dop: dopOf(horizon, timeline, d3.range(samples + 1).map((k) => data().start + ((data().end - data().start) * k) / samples)),
  };
}

/** @param {Timeline} timeline @returns {[number, number][][]} */
function passesOf({ atStart, times, satellites }) {
  /** @type {[number, number][][]} */
  const passes = Array.from(atStart, () => []);
  const since = Array.from(atStart, (inView) => (inView ? data().start : -1));
  times.forEach((time, i) => {
    const j = satellites[i];
    if (since[j] < 0) {
      since[j] = time;
    } else {
      passes[j].push([since[j], time]);
      since[j] = -1;
    }
  });
  since.forEach((time, j) => {
    if (time >= 0) passes[j].push([time, data().end]);
  });
  return passes;
}

/** @param {Timeline} timeline @returns {Steps} */
function countsOf({ atStart, times, satellites }) {
  const inView = Uint8Array.from(atStart);
  const now = data().systems.map((_, i) =>
    data().satellites.reduce((sum, satellite, j) => sum + (satellite[3] === i ? atStart[j] : 0), 0),
  );
  /** @type {Steps} */
  const steps = { times: [data().start], bySystem: now.map((count) => [count]), together: [d3.sum(now)] };
  times.forEach((time, i) => {
    const j = satellites[i];
    inView[j] ^= 1;
    now[data().satellites[j][3]] += inView[j] ? 1 : -1;
    steps.times.push(time);
    now.forEach((count, system) => steps.bySystem[system].push(count));
    steps.together.push(d3.sum(now));
  });
  return steps;
}

/** Returns the index of the last step at or before a time. @param {Steps} steps @param {number} time */
function stepAt(steps, time) {
  return Math.max(0, d3.bisectRight(steps.times, time) - 1);
}

/** Returns the figures of the number of satellites of all systems together. @param {Steps} steps */
function totals({ times, together }) {
  const sum = d3.sum(together, (count, i) => count * ((times[i + 1] ?? data().end) - times[i]));
  return { max: Math.max(...together), mean: sum / (data().end - data().start), min: Math.min(...together) };
}

/** Returns the system that is ahead from each step on: its index, or TIE. @param {Steps} steps */
function aheadOf(steps) {
  return steps.times.map((_, i) => {
    const counts = steps.bySystem.map((column) => column[i]);
    const most = Math.max(...counts);
    const first = counts.indexOf(most);
    return counts.lastIndexOf(most) === first ? first : TIE;
  });
}

/**
 * Computes the dilution of precision at times within the window.
 *
 * @param {Horizon} horizon
 * @param {Timeline} timeline
 * @param {number[]} samples in order
 * @returns {Dilutions}
 */
function dopOf(horizon, { atStart, times, satellites }, samples) {
  const inView = Uint8Array.from(atStart);
  /** @type {Dilutions} */
  const dop = { times: samples, bySystem: data().systems.map(() => []), together: [] };
  const normals = data().systems.map(noDirections);
  let next = 0;
  for (const time of samples) {
    while (next < times.length && times[next] <= time) inView[satellites[next++]] ^= 1;
    normalsOf(horizon, momentOf(time), inView, normals);
    normals.forEach((ofOne, i) => dop.bySystem[i].push(dilutionOf([ofOne])));
    dop.together.push(dilutionOf(byClock(normals)));
  }
  return dop;
}

/** Returns by satellite whether it is in view. @param {Day} day @param {number} time */
function inViewAt(day, time) {
  return Uint8Array.from(day.passes, (passes) =>
    passes.some(([from, to]) => from <= time && (time < to || to === data().end)) ? 1 : 0,
  );
}
