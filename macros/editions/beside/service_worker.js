/* Keeps the whole site on this device, for use without a network. It is there only after the reader
   asked for it (frontend/parts/keep.js). Above stands the list of files (address: sum of the file),
   which `macros complete` writes; another list makes a browser install this anew. */
(() => {
  "use strict";

  const worker = /** @type {ServiceWorkerGlobalScope & { rippleFiles: Record<string, string> }} */ (
    /** @type {unknown} */ (self)
  );
  const WAIT = 5000; // how long the network may take before the kept page is shown
  const root = worker.registration.scope;
  const cacheName = `ripple ${root}`; // other sites may live at the same host
  const files = new Map(Object.entries(worker.rippleFiles));

  /* Each file is kept under its address and its sum: what has not changed is not fetched again. */

  /** @param {string} path */
  function nameOf(path) {
    return `${root}${path}?${encodeURIComponent(files.get(path) || "")}`;
  }

  /** @param {string} path */
  function kept(path) {
    return caches.match(nameOf(path), { cacheName });
  }

  /**
   * @param {Cache} cache
   * @param {string} path
   */
  async function keep(cache, path) {
    if (await cache.match(nameOf(path))) return;
    const answer = await fetch(root + path, { cache: "no-cache", integrity: files.get(path) });
    if (!answer.ok) throw new Error(`could not fetch ${path}`);
    await cache.put(nameOf(path), answer);
  }

  async function install() {
    const cache = await caches.open(cacheName);
    await Promise.all(Array.from(files.keys(), (path) => keep(cache, path)));
    await worker.skipWaiting();
  }

  async function activate() {
    const wanted = new Set(Array.from(files.keys(), nameOf));
    const cache = await caches.open(cacheName);
    const unwanted = (await cache.keys()).filter(({ url }) => !wanted.has(url));
    await Promise.all(unwanted.map((request) => cache.delete(request)));
    await worker.clients.claim();
  }

  worker.addEventListener("install", (event) => event.waitUntil(install()));
  worker.addEventListener("activate", (event) => event.waitUntil(activate()));

  /* Pages come from the network as long as it answers, so that no number is older than it must be. */

  /**
   * @param {Request} request
   * @param {string} path
   * @returns {Promise<Response>}
   */
  async function page(request, path) {
    try {
      return await (files.has(path) ? Promise.race([fresh(request), late()]) : fresh(request));
    } catch {
      return files.has(path) ? found(path) : instead(path);
    }
  }

  /** @param {Request} request */
  async function fresh(request) {
    const answer = await fetch(request, { cache: "no-cache" });
    if (answer.status >= 500) throw new Error("the server cannot answer");
    return answer;
  }

  /** @returns {Promise<never>} */
  function late() {
    return new Promise((_, reject) => { setTimeout(reject, WAIT); });
  }

  /**
   * As a server does: help leads to help/, and anything else is not here.
   * @param {string} path
   */
  async function instead(path) {
    return files.has(`${path}/`) ? Response.redirect(`${root}${path}/`) : found("404.html");
  }

  /** @param {string} path */
  async function found(path) {
    return /** @type {Response} */ (await kept(path)); // it was kept before this worker began
  }

  /**
   * @param {Request} request
   * @param {string} path
   */
  async function file(request, path) {
    return await kept(path) || fetch(request);
  }

  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(root)) return;
    const path = request.url.slice(root.length).replace(/[?#].*/, "").replace(/(^|\/)index\.html$/, "$1");
    if (request.mode === "navigate") event.respondWith(page(request, path));
    else if (files.has(path)) event.respondWith(file(request, path));
  });
})();
