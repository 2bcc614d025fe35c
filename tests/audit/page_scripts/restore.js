/* The focus and every scroll position as they were at first. */
() => {
  document.activeElement.blur();
  scrollTo(0, 0);
  document.querySelectorAll("*").forEach(element => { if (element.scrollTop) element.scrollTop = 0; });
}
