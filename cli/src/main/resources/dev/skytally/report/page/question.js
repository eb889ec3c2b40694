/** @param {Link} link @param {string} format */
function questionParameters(link, format) {
  const parameters = new URLSearchParams({
    site: `${link.latitude},${link.longitude}` + (link.height ? `,${link.height}` : ""),
    date: link.date || "today",
    duration: `${link.days}d`,
    timezone: link.zone,
    systems: link.systems.join(","),
    status: link.status,
    format,
  });
  const optional = {
    mask: link.mask > 0 ? String(link.mask) : "",
    name: format === "page" ? "" : link.name,
    horizon: printHorizon(link.horizon),
    exclude: link.exclude.join(","),
    "max-age": String(link.maxAge ?? ""),
    usable: link.usable ? "true" : "",
    need: printConditions(link.conditions),
    for: link.minutes > 0 ? `${link.minutes}m` : "",
    between: link.from && link.to && link.from !== link.to ? `${link.from}-${link.to}` : "",
  };
  for (const [name, value] of Object.entries(optional)) if (value !== "") parameters.set(name, value);
  return parameters;
}

/** Returns the address of the server's answer to the controls. @param {Link} link @param {string} format */
function questionAddress(link, format) {
  return "/v1/plan?" + questionParameters(link, format);
}

/** Returns the address of the series over the window, which has no conditions. @param {Link} link */
function seriesAddress(link) {
  const parameters = questionParameters(link, "csv");
  for (const name of ["need", "for", "between"]) parameters.delete(name);
  return "/v1/plan/series?" + parameters;
}
