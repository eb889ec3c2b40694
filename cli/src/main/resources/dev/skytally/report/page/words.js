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

/** Writes the texts and labels of the elements that name their words. */
function showWords() {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-words]"))) {
    element.textContent = words(element.dataset.words ?? "");
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-label]"))) {
    element.setAttribute("aria-label", words(element.dataset.label ?? ""));
  }
}
