/* Pages in a real Firefox, over WebDriver BiDi, and a server for them that can be stopped. */

import { createServer } from "node:http";
import puppeteer from "puppeteer-core";
import { readFile } from "node:fs/promises";

const TYPES = /** @type {Record<string, string>} */ ({
  css: "text/css", html: "text/html", js: "text/javascript", json: "application/json",
  svg: "image/svg+xml", webmanifest: "application/manifest+json", woff2: "font/woff2"
});

/**
 * Serve a folder. Returns its address, and a function that stops it.
 * @param {string} folder
 */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url || "", "http://host").pathname).replace(/\/$/, "/index.html");
    try {
      const body = await readFile(folder + path);
      response.writeHead(200, { "Content-Type": TYPES[path.split(".").pop() || ""] || "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", () => resolve(undefined)); });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    stop() {
      server.closeAllConnections();
      server.close();
    }
  };
}

/**
 * A Firefox without windows, which puts what it saves into a folder and asks nothing.
 * @param {string} folder
 */
export function firefox(folder) {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX,
    args: ["--headless"],
    extraPrefsFirefox: {
      "browser.download.dir": folder,
      "browser.download.folderList": 2, // the folder above
      "browser.download.useDownloadDir": true
    }
  });
}

/**
 * The words of an element once there are some that fit.
 * @param {import("puppeteer-core").Page} page
 * @param {string} selector
 * @param {string} part
 */
export async function wait(page, selector, part) {
  await page.waitForFunction((where, text) => {
    const found = Array.from(document.querySelectorAll(where));
    return found.some((element) => (element.textContent || "").includes(text));
  }, { timeout: 20000 }, selector, part);
}
