/**
 * Returns the words of a key in the language of the page.
 *
 * @param {string} key
 * @param {...(string | number)} values for {0}, {1} and so on
 */
function words(key, ...values) {
  return (store.state.words[key] ?? key).replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));
}

/** Writes a number with the decimal sign of the language. @param {number} value @param {number} decimals */
function decimal(value, decimals) {
  return value.toFixed(decimals).replace(".", words("decimal"));
}

/** Writes all decimals of a number, with the decimal sign of the language. @param {number} value */
function writtenNumber(value) {
  return String(value).replace(".", words("decimal"));
}

/**
 * Returns a number that a user wrote with a point or a comma as a link holds it. What may be a sign of
 * thousands makes it empty: "1,440" where decimals follow a point, and "1.440" where they follow a comma.
 *
 * @param {string} text
 */
function plainNumber(text) {
  const [, before, sign, after] = /^([+-]?\d*)([.,])(\d+)$/.exec(text.trim()) ?? [];
  if (sign === undefined) return text;
  return sign !== words("decimal") && after.length === 3 ? "" : `${before}.${after}`;
}

/** Writes the texts and labels of the elements that name their words. */
function showWords() {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-words]"))) {
    element.textContent = words(element.dataset.words ?? "");
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-label]"))) {
    element.setAttribute("aria-label", words(element.dataset.label ?? ""));
  }
}
