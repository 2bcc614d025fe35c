/* Controls that do nothing where no script runs. */
() => {
  const alive = "[popovertarget], [type=submit], [type=reset]";
  return [...document.querySelectorAll("button, input, select, textarea, [role=button], a:not([href]), a[href='#']")]
    .filter(control => shown(control) && !(control.matches(alive) && (control.popoverTargetElement || control.form)))
    .map(control => `does nothing without scripts: ${named(control)}`);
}
