/**
 * Returns CSV by RFC 4180. A text that a spreadsheet would run as a formula begins with an
 * apostrophe, as OWASP advises.
 *
 * @param {(string | number | null)[][]} lines
 */
function csvText(lines) {
  const quoted = (/** @type {string | number | null} */ value) => {
    const plain = String(value ?? "");
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? "'" + plain : plain;
    return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  return lines.map((cells) => cells.map(quoted).join(",") + "\r\n").join("");
}

/** Returns the name of a file without its ending, for example "skytally-2020-11-25-Addis-Ababa". @param {...string} parts */
function fileName(...parts) {
  return ["skytally", ...parts].map((part) => part.replace(/[^\p{L}\p{N}.]+/gu, "-").slice(0, 60)).join("-");
}

/** @param {string} csv @param {string} name of the file, without its ending */
function download(csv, name) {
  downloadBlob(new Blob([csv], { type: "text/csv" }), name + ".csv");
}

/** @param {Blob} content @param {string} name of the file */
function downloadBlob(content, name) {
  const address = URL.createObjectURL(content);
  downloadAddress(address, name);
  setTimeout(() => URL.revokeObjectURL(address));
}

/** @param {string} address of this page's own server @param {string} name of the file */
function downloadAddress(address, name) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
