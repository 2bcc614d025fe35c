/* Keep on this device. Until the reader presses the button, nothing is asked for and nothing is kept;
   after "Remove", nothing is left. The worker that keeps the pages is worker.js, at the site's root. */
(function () {
  "use strict";

  var box = document.querySelector(".rp-keep");
  if (!box || !("serviceWorker" in navigator)) return; // also where the page did not come safely
  if (!/^https?:$/.test(location.protocol) || !document.querySelector("link[rel='manifest']")) return; // a copy

  var worker = new URL(box.dataset.worker, location.href).href;
  var root = new URL(".", worker).href;
  var trusted = { createScriptURL: function () { return worker; } }; // as in search.js
  if (window.trustedTypes) trusted = window.trustedTypes.createPolicy("ripple-keep", trusted);
  var cacheName = "ripple " + root; // as in worker.js
  var WORDS = {
    free: ["Nothing is kept on this device.", "Keep on this device"],
    busy: ["Fetching all pages. It can take a minute. Please leave this page open.", ""],
    kept: ["Ripple is kept on this device, and opens here without a network.", "Remove from this device"],
    failed: ["That did not work, and nothing was kept. There may be no network, or too little space.", "Try again"],
    removed: ["Removed. What was kept for this is gone from the device.", "Keep on this device"]
  };

  var before = Array.from(box.childNodes);
  var status = document.createElement("p");
  status.setAttribute("role", "status");
  var button = document.createElement("button");
  button.type = "button";
  button.className = "rp-keep__button";
  box.replaceChildren(status, button);

  function show(state) {
    status.textContent = WORDS[state][0];
    button.textContent = WORDS[state][1];
    button.hidden = state === "busy";
    button.onclick = state === "kept" ? remove : keep;
  }

  /* The registration of our own worker; other sites at the same host may have one that answers here. */
  function registered() {
    return navigator.serviceWorker.getRegistration(root).then(function (registration) {
      return registration && registration.scope === root ? registration : null;
    });
  }

  function clear() {
    return registered().then(function (registration) {
      return registration && registration.unregister();
    }).then(function () { return caches.delete(cacheName); });
  }

  function done(installing) { // "redundant" is how a browser says that it could not be installed
    return new Promise(function (resolve, reject) {
      function look() {
        if (installing.state === "activated") resolve();
        if (installing.state === "redundant") reject(new Error("not installed"));
      }
      installing.addEventListener("statechange", look);
      look();
    });
  }

  function keep() {
    show("busy");
    navigator.serviceWorker.register(trusted.createScriptURL(""), { scope: root, updateViaCache: "none" }).then(function (registration) {
      return done(registration.installing || registration.waiting || registration.active);
    }).then(function () { show("kept"); }).catch(function () {
      return clear().catch(function () {}).then(function () { show("failed"); });
    });
  }

  function remove() {
    clear().then(function () { show("removed"); });
  }

  // A browser that refuses to keep anything, such as in a private window, leaves the words as they were.
  registered().then(function (registration) {
    show(registration && registration.active ? "kept" : "free");
  }).catch(function () { box.replaceChildren.apply(box, before); });
})();
