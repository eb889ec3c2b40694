/**
 * A problem of the server (RFC 9457).
 *
 * @typedef {{type: string, detail: string, parameter?: string, value?: string, reason?: string}} Problem
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
  showProblem(() => words("wrong." + (part === "from" || part === "to" ? "between" : part), text));
}

/** Returns the first of the excluded satellites that a problem names, if it is about one. @param {Problem} problem */
function wrongExclusion({ detail, parameter, value = "" }) {
  if (parameter !== "exclude") return undefined;
  const place = (/** @type {string} */ satellite) => detail.search(`\\b${satellite}\\b`);
  return d3.least(value.split(",").filter((satellite) => place(satellite) >= 0), place);
}

/** Returns what a problem of the server means to a user of the page; in English if the page has no words for it. @param {Problem} problem */
function wordsOfProblem({ type, detail, parameter, value, reason }) {
  const conditions = parameter === "need" && value && parseConditions(value);
  if (conditions) return words("wrong.need", conditionsText(conditions.map(({ figure, limit }) => wantedCondition(figure, String(limit)))));
  const kind = type.slice(type.lastIndexOf(":") + 1).replaceAll("-", "_");
  const key = ["wrong." + parameter, "unanswered." + reason, "refused." + kind].find((one) => one in store.state.words);
  return key ? words(key, value ?? detail) : detail;
}
