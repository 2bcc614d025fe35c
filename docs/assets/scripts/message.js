/* A message to whoever looks after the site. It is nowhere kept and sent by nobody but the reader. */
(function () {
  "use strict";

  var box = document.getElementById("rp-message");
  if (!box) return;
  var button = document.querySelector(".rp-message__copy");
  var status = document.querySelector(".rp-message [role='status']");
  var mail = document.querySelector(".rp-message__mail");
  var START = "Page:";

  /* The page the reader came from, as in #page=practices/rest-before-you-give */
  var from = new URLSearchParams(location.hash.slice(1)).get("page");
  if (from) box.value = box.value.replace(START, START + " " + from.slice(0, 200));

  function follow() {
    status.textContent = "";
    if (mail) mail.href = mail.href.replace(/&body=.*$/, "&body=" + encodeURIComponent(box.value));
  }

  function select() {
    box.select();
    status.textContent = "The text is marked. Copy it with your device's own command.";
  }

  button.hidden = false;
  button.addEventListener("click", function () {
    if (!navigator.clipboard) select();
    else navigator.clipboard.writeText(box.value).then(function () { status.textContent = "Copied."; }, select);
  });
  box.addEventListener("input", follow);
  follow();
})();
