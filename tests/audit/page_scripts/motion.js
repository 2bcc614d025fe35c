/* With less motion asked for, nothing moves; asked for or not, nothing moves without end. */
asked => {
  if (!asked) {
    return document.getAnimations()
      .filter(animation => animation.effect.getComputedTiming().endTime > 5000)
      .map(animation => `moves by itself for more than five seconds: ${named(animation.effect.target)}`);
  }
  const seconds = text => Math.max(...text.split(",").map(parseFloat));
  const faults = document.getAnimations().map(animation => `moves though less motion was asked for: ${named(animation.effect.target)}`);
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const length = Math.max(seconds(style.transitionDuration), seconds(style.animationDuration));
      if (length > 0 || style.scrollBehavior === "smooth") {
        const line = `moves though less motion was asked for: ${named(element)}`;
        if (!faults.includes(line)) faults.push(line);
      }
    }
  }
  return faults;
}
