/* Where the Tab key should stop, by name. From now on auditWalk tells where it did, by the place
   among these, with a name for what is not among them; and whether it has left the page. */
() => {
  const all = stops();
  const reached = [];
  document.activeElement.blur();
  document.addEventListener("focusin", event => reached.push(event.target));
  window.auditWalk = () => ({
    left: document.activeElement === document.body,
    reached: reached.filter((element, position) => element !== reached[position - 1]) // a date has three stops
      .map(element => [all.indexOf(element), named(element)]),
  });
  return all.map(named);
}
