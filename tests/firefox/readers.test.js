/* What readers do, in Firefox: the parts that differ by browser. Run by tests/browser/test_firefox.py, which
   says in the environment where the site and the copy for disks are, and which pages to open. */

import { after, before, test } from "node:test";
import { firefox, serve, wait } from "./pages.js";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { tmpdir } from "node:os";

const PATIENCE = 20000; // milliseconds
const { SITE = "", DISK = "", PRACTICE = "", TITLE = "", NEED = "", PICKS = "" } = process.env;

/** @type {import("puppeteer-core").Browser} */
let browser;
/** @type {import("puppeteer-core").Page} */
let page;
/** @type {Awaited<ReturnType<typeof serve>>} */
let host;
/** @type {string} */
let site;
/** @type {string} */
let folder; // of saved files

before(async () => {
  host = await serve(SITE);
  site = `${host.address}ripple/`;
  folder = await mkdtemp(join(tmpdir(), "ripple-saved-"));
  browser = await firefox(folder);
  page = await browser.newPage();
});

after(async () => {
  await browser.close();
  host.stop();
  await rm(folder, { recursive: true });
});

/** @param {string} words */
async function search(words) {
  await page.click(".rp-search-button");
  await page.type("#rp-search-query", words);
  await wait(page, ".rp-search__results a", TITLE);
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog.rp-search:not([open])");
}

test("help shows a choice of countries, and the one that is chosen", async () => {
  await page.goto(`${site}help/`);
  const code = await page.$eval(".rp-country h3", (title) => title.id);
  await page.select("#rp-country", code);
  await page.waitForSelector(".rp-here .rp-emergency .rp-call[href^='tel:']");
});

test("the finder shows three small acts in one press", async () => {
  await page.goto(`${site}acts/`);
  await page.$eval(`[data-word='${NEED}'] a`, (link) => link.click());
  await page.waitForFunction(() => document.querySelectorAll(".rp-answers [data-item]:not([hidden])").length === 3);
});

test("the guide goes through the steps and gives the focus back", async () => {
  await page.goto(`${site}${PRACTICE}`);
  await page.click(".rp-begin .rp-button");
  await page.waitForSelector("dialog.rp-guide[open]");
  while (await page.$eval(".rp-guide__next", (button) => button.textContent) === "Next") {
    await page.click(".rp-guide__next");
  }
  await page.click(".rp-guide__next");
  await page.waitForSelector("dialog.rp-guide:not([open])");
  assert.equal(await page.evaluate(() => document.activeElement?.closest(".rp-begin") !== null), true);
});

test("search finds a practice, and Escape closes it", async () => {
  await page.goto(site);
  await search(TITLE);
});

test("the log takes an entry and remembers it only when asked", async () => {
  await page.goto(`${site}rhythm/log/`);
  await page.type("#rp-log-what", "Watered the basil");
  await page.click(".rp-log__choices input");
  await page.click(".rp-log__add");
  await wait(page, ".rp-log__what", "Watered the basil");
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.click(".rp-log__remember input");
  await page.reload();
  await wait(page, ".rp-log__what", "Watered the basil");
  await page.click(".rp-log__forget");
  await page.waitForSelector(".rp-log__dialog[open]");
  await page.click(".rp-log__yes");
  await wait(page, ".rp-log__count", "Nothing yet");
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test("a log is saved as a file, and the file is opened again", async () => {
  await page.goto(`${site}rhythm/log/`);
  await page.type("#rp-log-what", "Mended a chair");
  await page.click(".rp-log__choices input");
  await page.click(".rp-log__add");
  await wait(page, ".rp-log__what", "Mended a chair");
  await page.click(".rp-log__json");
  /** @type {string[]} */
  let saved = [];
  for (const start = Date.now(); !saved.length && Date.now() - start < PATIENCE; await setTimeout(100)) {
    saved = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  }
  assert.equal(saved.length, 1);
  await page.goto(site); // nothing was remembered
  await page.goto(`${site}rhythm/log/`);
  await wait(page, ".rp-log__count", "Nothing yet");
  const chooser = await page.$("input.rp-log__file");
  await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (chooser).uploadFile(join(folder, saved[0]));
  await wait(page, ".rp-log__what", "Mended a chair");
});

test("a link to a week of one's own chooses its practices, also from a disk", async () => {
  for (const place of [site, DISK.replace("index.html", "")]) {
    const end = place === site ? "/" : ".html";
    await page.goto(`${place}needs/${NEED.replace(/ /g, "-")}${end}`);
    await page.click("a[href*='#practices=']");
    await page.waitForSelector(".rp-own__tools:not([hidden])");
    const chosen = await page.$$eval(".rp-own input:checked", (boxes) => boxes.map((box) => box.value).sort());
    assert.deepEqual(chosen, PICKS.split(",").sort());
    assert.match(await page.$eval(".rp-sheet tbody", (sheet) => sheet.innerText), /\w{5}/);
    await page.goto("about:blank");
    await page.goto(`${place}rhythm/my-week${end}#practices=nobody,__proto__`);
    await page.waitForSelector(".rp-own__tools:not([hidden])");
    assert.equal((await page.$$(".rp-own input:checked")).length, 0);
  }
});

test("a copy on a disk opens and searches", async () => {
  await page.goto(DISK);
  await search(TITLE);
});

test("a site that is kept opens without a network", async () => {
  await page.goto(`${site}download/`);
  await page.waitForSelector(".rp-keep__button");
  await page.click(".rp-keep__button");
  await wait(page, ".rp-keep [role=status]", "is kept on this device");
  host.stop();
  await page.goto(`${site}help/`);
  await wait(page, "h1", "Help now");
  await page.goto(`${site}not/there/`);
  await wait(page, "h1", "This page is not here");
  const styled = await page.evaluate(() => getComputedStyle(document.body).marginTop);
  assert.equal(styled, "0px");
  await page.goto(site);
  await search(TITLE);
});
