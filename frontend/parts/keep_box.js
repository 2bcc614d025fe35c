/* Keep on this device. Until the reader presses the button, nothing is asked for and nothing is kept;
   after "Remove", nothing is left. The worker that keeps the pages is worker.js, at the site's root:
   macros/editions/beside/service_worker.js with the list of files. */

import { fill, make } from "../shared/elements.js";
import { scriptAddresses } from "../shared/trusted.js";
import { told } from "../shared/strings.js";

/** @typedef {"free" | "busy" | "kept" | "partial" | "failed" | "removed"} State */

/** Offer to keep the site, where the browser can and this is not a copy already. */
export function keep() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector(".rp-keep"));
  if (!box || !("serviceWorker" in navigator)) return; // also where the page did not come safely
  if (!/^https?:$/.test(location.protocol) || !document.querySelector("link[rel='manifest']")) return; // a copy

  const worker = new URL(box.dataset.worker || "", location.href).href;
  const root = new URL(".", worker).href;
  const cacheName = `ripple ${root}`; // as in the worker
  const addressOf = scriptAddresses("ripple-keep", () => worker);
  const before = Array.from(box.childNodes);
  const status = make("p");
  status.setAttribute("role", "status");
  const button = make("button", { type: "button", className: "rp-keep__button" });
  fill(box, status, button);

  /** @param {State} state */
  function show(state) {
    status.textContent = told(`keep.${state}.said`);
    button.textContent = state === "busy" ? "" : told(`keep.${state}.button`);
    button.hidden = state === "busy";
    button.onclick = state === "kept" ? remove : add;
  }

  /** The registration of our own worker; other sites at the same host may have one that answers here. */
  async function registered() {
    const found = await navigator.serviceWorker.getRegistration(root);
    return found && found.scope === root ? found : null;
  }

  async function clear() {
    const found = await registered();
    if (found) await found.unregister();
    await caches.delete(cacheName);
  }

  async function add() {
    show("busy");
    const last = await registered();
    const isNew = !last || !last.active;
    try {
      const found = await navigator.serviceWorker.register(addressOf(""), { scope: root, updateViaCache: "none" });
      const program = found.installing || found.waiting || found.active;
      await installed(program);
      if (!await ask(program, "fetch")) throw new Error("not everything could be kept"); // by one from before
      show("kept");
    } catch {
      if (isNew) await clear().catch(() => {});
      show(isNew ? "failed" : "partial"); // what is left of an older copy stays
    }
  }

  async function look() {
    const found = await registered();
    if (!found || !found.active) show("free");
    else show(await ask(found.active, "look") ? "kept" : "partial");
  }

  async function remove() {
    await clear();
    show("removed");
  }

  // A browser that refuses to keep anything, such as in a private window, leaves the words as they were.
  look().catch(() => fill(box, ...before));
}

/**
 * A promise that a worker is at work; "redundant" is how a browser says that it could not be installed.
 * @param {ServiceWorker | null} worker
 * @returns {Promise<void>}
 */
function installed(worker) {
  return new Promise((resolve, reject) => {
    if (!worker) throw new Error("no worker");
    const look = () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("not installed"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/**
 * A promise of what the worker says: to "look" whether everything is here, to "fetch" whether what was
 * missing could be fetched.
 * @param {ServiceWorker | null} worker
 * @param {"look" | "fetch"} what
 * @returns {Promise<boolean>}
 */
function ask(worker, what) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    if (worker) worker.postMessage(what, [port2]);
  });
}
