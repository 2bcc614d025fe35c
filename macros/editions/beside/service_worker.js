/* Keeps the whole site on this device, for use without a network. It is there only after the reader
   asked for it (docs/assets/scripts/keep.js). Above stands the list of files (address: sum of the
   file), which `macros complete` writes; another list makes a browser install this anew. */
(function () {
  "use strict";

  var WAIT = 5000; // how long the network may take before the kept page is shown
  var root = self.registration.scope;
  var cacheName = "ripple " + root; // other sites may live at the same host
  var files = new Map(Object.entries(self.rippleFiles));

  /* Each file is kept under its address and its sum: what has not changed is not fetched again. */

  function name(path) { return root + path + "?" + encodeURIComponent(files.get(path)); }
  function kept(path) { return caches.match(name(path), { cacheName: cacheName }); }

  function keep(cache, path) {
    return cache.match(name(path)).then(function (found) {
      if (found) return null;
      return fetch(root + path, { cache: "no-cache", integrity: files.get(path) }).then(function (answer) {
        if (!answer.ok) throw new Error("could not fetch " + path);
        return cache.put(name(path), answer);
      });
    });
  }

  self.addEventListener("install", function (event) {
    event.waitUntil(caches.open(cacheName).then(function (cache) {
      return Promise.all(Array.from(files.keys(), function (path) { return keep(cache, path); }));
    }).then(function () { return self.skipWaiting(); }));
  });

  self.addEventListener("activate", function (event) {
    var wanted = new Set(Array.from(files.keys(), name));
    event.waitUntil(caches.open(cacheName).then(function (cache) {
      return cache.keys().then(function (requests) {
        return Promise.all(requests.map(function (request) {
          return wanted.has(request.url) ? null : cache.delete(request);
        }));
      });
    }).then(function () { return self.clients.claim(); }));
  });

  /* Pages come from the network as long as it answers, so that no number is older than it must be. */

  function page(request, path) {
    var fresh = fetch(request, { cache: "no-cache" }).then(function (answer) {
      if (answer.status >= 500) throw new Error("the server cannot answer");
      return answer;
    });
    if (!files.has(path)) return fresh.catch(function () { return instead(path); });
    var late = new Promise(function (_, reject) { setTimeout(reject, WAIT); });
    return Promise.race([fresh, late]).catch(function () { return kept(path); });
  }

  function instead(path) { // as a server does: help leads to help/, and anything else is not here
    return files.has(path + "/") ? Response.redirect(root + path + "/") : kept("404.html");
  }

  function file(request, path) {
    return kept(path).then(function (found) { return found || fetch(request); });
  }

  self.addEventListener("fetch", function (event) {
    var request = event.request;
    if (request.method !== "GET" || !request.url.startsWith(root)) return;
    var path = request.url.slice(root.length).replace(/[?#].*/, "").replace(/(^|\/)index\.html$/, "$1");
    if (request.mode === "navigate") event.respondWith(page(request, path));
    else if (files.has(path)) event.respondWith(file(request, path));
  });
})();
