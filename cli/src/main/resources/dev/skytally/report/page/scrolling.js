/** Lets the link at the beginning of the page lead to its content without a change of the address. */
function setUpSkipLink() {
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
  });
}

/** Shows a hint above each table that is wider than its place, and a shadow where more of it is. */
function setUpScrolling() {
  for (const scroll of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".scroll"))) {
    const hint = document.createElement("p");
    hint.className = "note hint";
    hint.dataset.words = "scroll";
    hint.textContent = words("scroll");
    scroll.before(hint);
    const show = () => {
      const hidden = scroll.scrollWidth - scroll.clientWidth;
      hint.hidden = hidden <= 1;
      scroll.classList.toggle("more", hidden - scroll.scrollLeft > 1);
    };
    scroll.addEventListener("scroll", show);
    const sizes = new ResizeObserver(show);
    for (const element of [scroll, ...scroll.querySelectorAll("table")]) sizes.observe(element);
  }
}
