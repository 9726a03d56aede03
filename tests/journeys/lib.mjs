// What journeys stand on: checks that are counted, a browser, a city of their own, axe, weights.
import { spawn, execFile } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(path.join(root, 'web/package.json'));
const { chromium } = require('playwright-core');
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const run = promisify(execFile);

// ---- Checks: each is counted, a failing one does not stop the next. ----
const counts = { passed: 0, failed: 0 };

export async function check(name, body) {
  try {
    await body();
    counts.passed += 1;
  } catch (error) {
    counts.failed += 1;
    console.error(`FAILED ${name}\n  ${String(error.message ?? error).replaceAll('\n', '\n  ')}`);
  }
}

export function expect(condition, message) {
  if (!condition) throw new Error(message);
}

export function finish() {
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

// ---- The browser ----
let browser;
export const widths = [1280, 390];
export const narrow = 320; // or 1280 at 400 %: nothing may need to be scrolled sideways
export const shots = path.join(root, 'build/shots');

// Without the background switches Chromium looks up its maker's hosts at every start.
export async function openBrowser() {
  fs.mkdirSync(shots, { recursive: true });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
      '--disable-background-networking', '--disable-component-update'],
  });
}
export const closeBrowser = () => browser?.close();

// A person with a browser of their own. `troubles` gathers what must not happen: script errors,
// things the content policy stopped, and answers of 400 and more that no step expected.
export async function person({ width = 1280, javascript = true, language = 'vi-VN', base } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 800 },
    isMobile: width < 600, javaScriptEnabled: javascript, locale: language, baseURL: base,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  return { page, troubles, width, javascript, leave: () => context.close() };
}

// ---- What must hold on every page ----
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function axe(page) {
  await page.evaluate(axeSource); // not a <script>: the content policy would stop it, rightly
  const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), rules);
  const said = violations.flatMap((violation) => violation.nodes.slice(0, 3).map((node) =>
    `${violation.id} (${violation.impact}): ${node.html.slice(0, 160)} | ` +
    [...node.any, ...node.all, ...node.none].map((one) => one.message).join('; ').slice(0, 240)));
  expect(violations.length === 0, said.join('\n'));
}

export async function fits(page) {
  const over = await page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > wide + 1)
      .map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`).slice(-5);
  });
  expect(over.length === 0, `wider than the screen: ${over.join(', ')}`);
}

export async function shot(page, name) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(shots, `${name}-${page.viewportSize().width}.png`), fullPage: true });
}

// axe, width, troubles and a picture in one: what every step of a journey ends with.
export async function stands(someone, name) {
  const { page, troubles, width } = someone;
  await shot(page, name);
  // axe waits for timers, which a page without JavaScript does not have; its markup is the same.
  if (someone.javascript) await check(`${name} at ${width}: no axe violations`, () => axe(page));
  await check(`${name} at ${width}: nothing wider than the screen`, () => fits(page));
  const list = troubles.splice(0);
  await check(`${name} at ${width}: no errors in the console`, () => expect(!list.length, list.join('\n')));
}

// ---- Weights (DESIGN §7): HTML + CSS + JS + icons, gzipped, first visit, without fonts ----
export const budgets = { citizen: 40 * 1024, officer: 55 * 1024 };

export async function weight(page, address) {
  const sizes = {};
  const waiting = [];
  const weigh = async (response) => {
    const type = (response.headers()['content-type'] ?? '').split(';')[0];
    if (type.startsWith('font/') || response.status() >= 300) return;
    sizes[type] = (sizes[type] ?? 0) + zlib.gzipSync(await response.body(), { level: 9 }).length;
  };
  const heard = (response) => waiting.push(weigh(response));
  page.on('response', heard);
  await page.goto(address, { waitUntil: 'load' });
  page.off('response', heard);
  await Promise.all(waiting);
  return sizes;
}

export async function light(kind, base, address) {
  const someone = await person({ base });
  await check(`${address} weighs at most ${budgets[kind] / 1024} KB`, async () => {
    const sizes = await weight(someone.page, address);
    const sum = Object.values(sizes).reduce((a, b) => a + b, 0);
    console.log(`weight ${address}: ${(sum / 1024).toFixed(1)} KB ${JSON.stringify(sizes)}`);
    expect(sizes['text/html'] > 0 && sizes['text/css'] > 0, 'nothing was weighed');
    expect(sum <= budgets[kind], `${sum} bytes`);
  });
  await someone.leave();
}

// ---- A city of its own: fresh demo data, a free port ----
const listens = (port) => new Promise((resolve) => {
  const probe = net.createServer().on('error', () => resolve(0)).listen(port, '127.0.0.1', () => {
    const taken = probe.address().port;
    probe.close(() => resolve(taken));
  });
});

// The simulated identity provider takes the port after the city's own.
export async function freePort() {
  for (;;) {
    const port = await listens(0);
    if (port < 65535 && (await listens(port + 1))) return port;
  }
}

async function answers(port, child) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`taydo stopped with ${child.exitCode}`);
    const open = await new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('close', () => socket.destroy()).setTimeout(500, () => socket.end());
      socket.on('connect', () => socket.end());
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('taydo does not listen after 30 s');
}

// `database`: an address of PostgreSQL; without it a SQLite file in the folder. `settings`: what stands
// in taydo.json, made from the port. `descriptors`: the server gets no more file descriptors than that.
// `demo` false: no simulated identity provider.
export async function startCity({ taydo, database, settings, descriptors, demo = true } = {}) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'taydo-journey-'));
  const where = ['--data', data, ...(database ? ['--database', database] : [])];
  const pack = ['--pack', path.join(root, 'packs/cantho')];
  await run(taydo, ['init', ...pack, ...where]);
  await run(taydo, ['demo', 'people', ...pack, ...where]);
  const port = await freePort();
  if (settings) fs.writeFileSync(path.join(data, 'taydo.json'), JSON.stringify(settings(port, data)));
  const said = fs.openSync(path.join(data, 'serve.log'), 'w');
  const limited = descriptors ? ['prlimit', `--nofile=${descriptors}:${descriptors}`] : [];
  const [program, ...words] = [...limited, taydo, 'serve', ...(demo ? ['--demo'] : []), '--port', String(port), ...where];
  const child = spawn(program, words, { stdio: ['ignore', said, said] });
  const kill = () => child.kill('SIGKILL'); // a walk that breaks off leaves no server behind
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    if (child.exitCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
    fs.rmSync(data, { recursive: true, force: true });
  };
  try {
    await answers(port, child);
  } catch (error) {
    const log = fs.readFileSync(path.join(data, 'serve.log'), 'utf8').slice(-2000);
    await stop();
    throw new Error(`${error.message}\n${log}`);
  }
  const log = () => fs.readFileSync(path.join(data, 'serve.log'), 'utf8');
  return { base: `http://127.0.0.1:${port}`, port, data, where, pid: child.pid, child, log, stop };
}
