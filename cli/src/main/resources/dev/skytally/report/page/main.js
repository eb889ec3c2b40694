/** The theme is that of the system until the user chooses one. */
function setUpTheme() {
  const button = byId("theme");
  const root = document.documentElement;
  let isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const show = () => (button.textContent = isDark ? "Light theme" : "Dark theme");
  show();
  button.addEventListener("click", () => {
    isDark = !isDark;
    root.style.colorScheme = isDark ? "dark" : "light";
    show();
  });
}

showWords();
setUpTheme();
setUpScrolling();
showDefinition();
showMetrics();
setUpFilters();
setUpSite();
byId("series").addEventListener("click", () => store.state.day && downloadSeries(store.state.day));
window.addEventListener("popstate", followAddress);
setUpSkipLink();
drawWorld();
overview.follow(["metric", "leader"], showOverview);
overview.follow(["name"], dimMarks);
overview.follow(["name", "sortBy", "ascending", "allRows"], showTable);
showOverview();
if (data().sites.length === 1 && !location.hash) location.replace(siteAddress(data().sites[0]));
followAddress();
document.documentElement.dataset.readyMillis = String(Math.round(performance.now()));
