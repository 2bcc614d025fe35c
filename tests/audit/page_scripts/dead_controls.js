/* Controls that do nothing where no script runs. */
() => {
  const alive = "[popovertarget], [type=submit], [type=reset]";
  const written = "#rp-message, .rp-own [type=checkbox]"; // are written in, and copied or printed
  return [...document.querySelectorAll("button, input, select, textarea, [role=button], a:not([href]), a[href='#']")]
    .filter(control => shown(control) && !control.matches(written) && !(control.matches(alive) && (control.popoverTargetElement || control.form)))
    .map(control => `does nothing without scripts: ${named(control)}`);
}
