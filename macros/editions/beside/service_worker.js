/* Keeps the whole site on this device, for use without a network. It is there only after the reader
   asked for it (frontend/parts/keep_box.js). Above stands the list of files (address: sum of the file),
   which `macros complete` writes; another list makes a browser install this anew. Until that is done,
   and whatever goes wrong on the way, the last whole version stays. */
(() => {
  "use strict";

  const worker = /** @type {ServiceWorkerGlobalScope & { rippleFiles: Record<string, string> }} */ (
    /** @type {unknown} */ (self)
  );
  const WAIT = 5000; // how long the network may take for a whole page before the kept one is shown
  const MARK = "rp-content"; // what pages of the site hold, and an error page does not
  const LOOK = /<(?:link|script)\b[^>]*?(?:href|src)="([^"]+\?sha256-[^"]+)"/g; // a style or script of a page
  const root = worker.registration.scope;
  const cacheName = `ripple ${root}`; // other sites may live at the same host
  const files = new Map(Object.entries(worker.rippleFiles));

  /* Each file is kept under its address and its sum, which is also how pages ask for styles and scripts:
     what has not changed is not fetched again, and the files of two builds never mix. */

  /** @param {string} path */
  function nameOf(path) {
    return `${root}${path}?${files.get(path)}`;
  }

  /** @param {string} name */
  function kept(name) {
    return caches.match(name, { cacheName });
  }

  /**
   * A file as the server has it; another one than the sum says is refused. A response that came by a
   * redirect may not answer for a page, so the body is put into a fresh one.
   * @param {string} address
   * @param {RequestInit} options
   */
  async function fetchFile(address, options) {
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error(`could not fetch ${address}`);
    return new Response(await answer.blob(), { headers: answer.headers });
  }

  /* Everything is fetched, or nothing new is kept. */

  /** @param {Cache} cache */
  async function missingFrom(cache) {
    const names = new Set((await cache.keys()).map(({ url }) => url));
    return Array.from(files.keys()).filter((path) => !names.has(nameOf(path)));
  }

  async function fetchMissing() {
    const cache = await caches.open(cacheName);
    const missing = await missingFrom(cache);
    const done = await Promise.allSettled(missing.map(async (path) => {
      const options = /** @type {const} */ ({ cache: "no-cache", integrity: files.get(path) });
      await cache.put(nameOf(path), await fetchFile(root + path, options));
    }));
    if (done.every(({ status }) => status === "fulfilled")) return;
    await Promise.all(missing.map((path) => cache.delete(nameOf(path)))); // it takes no room in vain
    throw new Error("not everything could be fetched and kept");
  }

  /**
   * Take away what an older version left, once no page is open that may still ask for it.
   * @param {string} opening the id of the page that is about to open
   */
  async function tidy(opening) {
    if (!await caches.has(cacheName)) return; // the reader removed everything: nothing comes back
    const cache = await caches.open(cacheName);
    const wanted = new Set(Array.from(files.keys(), nameOf));
    const unwanted = (await cache.keys()).filter(({ url }) => !wanted.has(url));
    const pages = await worker.clients.matchAll({ includeUncontrolled: true, type: "window" });
    if (pages.some(({ id, url }) => id !== opening && url.startsWith(root))) return;
    if (worker.registration.installing || worker.registration.waiting) return; // some are wanted there
    await Promise.all(unwanted.map((request) => cache.delete(request)));
  }

  worker.addEventListener("install", (event) => {
    event.waitUntil(fetchMissing().then(() => worker.skipWaiting()));
  });
  worker.addEventListener("activate", (event) => {
    event.waitUntil(tidy("").then(() => worker.clients.claim()));
  });

  /* The page with the button asks whether everything is here, since browsers make room without asking;
     and to fetch what is not. */

  async function isWhole() {
    if (!await caches.has(cacheName)) return false;
    return !(await missingFrom(await caches.open(cacheName))).length;
  }

  worker.addEventListener("message", (event) => {
    const done = event.data === "fetch" ? fetchMissing().then(() => true, () => false) : isWhole();
    event.waitUntil(done.then((answer) => event.ports[0].postMessage(answer)));
  });

  /* Pages come from the network as long as it answers, so that no number is older than it must be. */

  /**
   * @param {Request} request
   * @param {string} path
   * @returns {Promise<Response>}
   */
  async function page(request, path) {
    if (!files.has(path)) return strange(request, path);
    const stop = new AbortController();
    const limit = setTimeout(() => stop.abort(), WAIT);
    try {
      return await fresh(request, path, stop.signal);
    } catch {
      return await kept(nameOf(path)) || fetch(request);
    } finally {
      clearTimeout(limit);
    }
  }

  /**
   * A page from the network, if all of it comes, and with it what it is shown with.
   * @param {Request} request
   * @param {string} path
   * @param {AbortSignal} signal
   */
  async function fresh(request, path, signal) {
    const answer = await fetch(request, { cache: "no-cache", signal });
    if (answer.type === "opaqueredirect") return answer; // the browser follows it, and asks again
    if (!answer.ok) throw new Error("the server has an error in its place");
    const text = await answer.clone().text();
    if (!text.includes(MARK) && await isMarked(path)) throw new Error("the server has something else in its place");
    await Promise.all(Array.from(text.matchAll(LOOK), ([, address]) => fetchLook(new URL(address, request.url).href, signal)));
    return new Response(await answer.blob(), { headers: answer.headers });
  }

  /** @param {string} path */
  async function isMarked(path) {
    const answer = await kept(nameOf(path));
    return Boolean(answer) && (await /** @type {Response} */ (answer).text()).includes(MARK);
  }

  /**
   * See to it that a style or script is here, also one that is newer than this worker.
   * @param {string} address
   * @param {AbortSignal} signal
   */
  async function fetchLook(address, signal) {
    if (await kept(address)) return;
    const answer = await fetchFile(address, { integrity: address.split("?")[1], signal });
    if (!await caches.has(cacheName)) return; // the reader has just removed everything
    const cache = await caches.open(cacheName);
    await cache.put(address, answer).catch(() => {}); // no room: the browser fetches it once more
  }

  /**
   * A page that is not kept. As a server does: help leads to help/, and anything else is not here.
   * @param {Request} request
   * @param {string} path
   */
  async function strange(request, path) {
    try {
      const answer = await fetch(request, { cache: "no-cache" });
      if (answer.status < 500) return answer;
    } catch { // no network
    }
    if (files.has(`${path}/`)) return Response.redirect(`${root}${path}/`);
    return await kept(nameOf("404.html")) || Response.error();
  }

  /**
   * Anything but a page: as it was asked for by its sum, or as this version has it.
   * @param {Request} request
   * @param {string} name
   */
  async function file(request, name) {
    return await kept(name) || fetch(request);
  }

  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(root)) return;
    const [, path] = /^([^?#]*)/.exec(request.url.slice(root.length)) || ["", ""];
    if (request.mode === "navigate") {
      event.respondWith(page(request, path.replace(/(^|\/)index\.html$/, "$1")));
      event.waitUntil(tidy(event.resultingClientId));
    } else if (request.url.includes("?sha256-")) {
      event.respondWith(file(request, request.url));
    } else if (files.has(path)) {
      event.respondWith(file(request, nameOf(path)));
    }
  });
})();
