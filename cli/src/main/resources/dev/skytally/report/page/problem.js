/**
 * A problem of the server (RFC 9457).
 *
 * @typedef {{type: string, detail: string, parameter?: string, value?: string, reason?: string, nearest?: string, limit?: number}} Problem
 */

/** Returns the shown problem in the language of the page; empty if there is none. */
let problemText = () => "";

/** Shows a problem, or none, now and after a change of the language. @param {() => string} text */
function showProblem(text) {
  problemText = text;
  showProblemWords();
}

function showProblemWords() {
  const problem = byId("problem");
  problem.textContent = problemText();
  problem.hidden = problem.textContent === "";
}

function showNoProblem() {
  showProblem(() => "");
}

function showNoServer() {
  showProblem(() => words("problem.server"));
}

/** Shows that a control holds what its part of the link may not hold. @param {string} part @param {string} text */
function showWrong(part, text) {
  showProblem(() => wordsOfPart(part, text));
}

/** Returns what a part of the link may hold; empty if the page has no words for it. @param {string} part @param {string} text */
function wordsOfPart(part, text) {
  const key = "wrong." + (part === "from" || part === "to" ? "between" : part);
  return key in store.state.words ? words(key, text) : "";
}

/** Returns which parts of a link could not be read, and what they may hold. @param {[name: string, value: string][]} parts */
function wordsOfMisread(parts) {
  if (parts.length === 0) return "";
  const names = Object.values(CONTROLS).map(({ name }) => name);
  const expected = new Set(parts.map(([name, value]) => (names.includes(name) ? wordsOfPart(name, value) : "")));
  // There are no default conditions: the plan uses the right ones.
  const replaced = parts.map(([name]) => name).filter((name) => name !== "need");
  return [replaced.length > 0 ? words("problem.link", replaced.join(", ")) : "", ...expected].filter(Boolean).join(" ");
}

/** Returns the first of the excluded satellites that a problem names, if it is about one. @param {Problem} problem */
function wrongExclusion({ detail, parameter, value = "" }) {
  if (parameter !== "exclude") return undefined;
  const place = (/** @type {string} */ satellite) => detail.search(`\\b${satellite}\\b`);
  return d3.least(value.split(",").filter((satellite) => place(satellite) >= 0), place);
}

/** Returns what a problem of the server means to a user of the page; in English if the page has no words for it. @param {Problem} problem */
function wordsOfProblem({ type, detail, parameter, value = detail, reason, nearest, limit }) {
  if (parameter === "need") {
    const wrong = parseConditions(value).filter((condition) => !isAboutSome(condition, link.state.systems));
    return words("wrong.need", conditionsText(wrong.map(({ figure, limit }) => wantedCondition(figure, String(limit)))) || value);
  }
  const kind = type.slice(type.lastIndexOf(":") + 1).replaceAll("-", "_");
  const key = ["wrong." + parameter, "unanswered." + reason, "refused." + kind].find((one) => one in store.state.words);
  if (nearest) return words("unanswered.nearest", nearest, String(limit));
  return key ? words(key, value) : detail;
}
