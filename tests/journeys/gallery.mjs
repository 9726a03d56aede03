// The gallery in the browser: each designed page, drawn from our parts, is sound at each width;
// and the islands do what they say, or are not missed.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { check, expect, fits, light, narrow, person, root, stands, widths } from './lib.mjs';

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
  "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

// /assets/name.hash.ext -> web/dist/name.ext, if the hash is that of its bytes.
function asset(address) {
  const found = /^\/assets\/([\w-]+)\.([0-9a-f]{8})(\.\w+)$/.exec(address);
  const file = found && path.join(root, 'web/dist', found[1] + found[3]);
  if (!file || !fs.existsSync(file)) return null;
  const bytes = fs.readFileSync(file);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return hash === found[2] ? bytes : null;
}

function serve(folder) {
  const posts = [];
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    const page = path.join(folder, path.basename(pathname) + '.html');
    const bytes = asset(pathname) ?? (fs.existsSync(page) ? fs.readFileSync(page) : null);
    const send = () => {
      response.writeHead(bytes ? 200 : 404, { 'content-security-policy': policy,
        'content-type': types[path.extname(pathname) || '.html'] });
      response.end(bytes ?? '');
    };
    if (request.method !== 'POST') return send();
    posts.push(pathname);
    setTimeout(() => response.writeHead(204).end(), 300); // slow enough for a second click
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () =>
    resolve({ base: `http://127.0.0.1:${server.address().port}`, posts, close: () => server.close() })));
}

async function everyPage(base, names) {
  for (const name of names) {
    for (const width of widths) {
      const someone = await person({ width, base });
      await someone.page.goto('/' + name, { waitUntil: 'load' });
      await stands(someone, `gallery-${name}`);
      await someone.leave();
    }
    const someone = await person({ width: narrow, base });
    await someone.page.goto('/' + name, { waitUntil: 'load' });
    await check(`gallery-${name} fits into ${narrow}`, () => fits(someone.page));
    await someone.leave();
  }
}

async function errors(base) {
  const bao = await person({ base });
  await bao.page.goto('/form');
  await check('After a refused form Bảo stands at the summary', async () => {
    expect(await bao.page.evaluate(() => document.activeElement.className === 'govuk-error-summary'),
      'the focus is elsewhere');
  });
  await check('Its line leads into the field', async () => {
    await bao.page.click('.govuk-error-summary a');
    expect(await bao.page.evaluate(() => document.activeElement.id) === 'phone', 'not the field');
  });
  await bao.leave();
}

async function once({ base, posts }) {
  const lan = await person({ base });
  await lan.page.goto('/form');
  await check('A double click sends a form once', async () => {
    const before = posts.length;
    const send = lan.page.locator('form[method=post] button').first();
    await send.dispatchEvent('click');
    await send.dispatchEvent('click');
    await lan.page.waitForTimeout(600);
    expect(posts.length === before + 1, `${posts.length - before} requests`);
  });
  await lan.leave();
}

async function reveals(base, javascript) {
  const lan = await person({ base, javascript });
  await lan.page.goto('/form');
  await check(`A choice shows what belongs to it, scripts ${javascript ? 'on' : 'off'}`, async () => {
    const address = lan.page.locator('#address');
    expect(!(await address.isVisible()), 'shown before its choice');
    await lan.page.check('#place-2');
    expect(await address.isVisible(), 'hidden after its choice');
  });
  await lan.leave();
}

async function keys(base) {
  const duyen = await person({ base });
  const focused = (what) => duyen.page.evaluate((selector) => document.activeElement.matches(selector), what);
  await duyen.page.goto('/worklist');
  await check('J, K, X and / move, select and search', async () => {
    await duyen.page.keyboard.press('j');
    await duyen.page.keyboard.press('j');
    expect(await focused('tbody tr:nth-child(2) a'), 'J does not reach the second row');
    await duyen.page.keyboard.press('k');
    expect(await focused('tbody tr:nth-child(1) a'), 'K does not go back');
    await duyen.page.keyboard.press('x');
    expect(await duyen.page.isChecked('tbody tr:nth-child(1) input'), 'X does not select');
    await duyen.page.keyboard.press('/');
    expect(await focused('[data-search]'), '/ does not search');
    await duyen.page.keyboard.type('jx');
    expect((await duyen.page.inputValue('[data-search]')) === 'jx', 'letters are taken from a field');
  });
  await check('The keys can be switched off, and stay so', async () => {
    await duyen.page.click('[data-keys=on][data-keys-switch]');
    await duyen.page.reload();
    await duyen.page.keyboard.press('j');
    expect(!(await focused('tbody a')), 'J still moves');
    expect(await duyen.page.isVisible('[data-keys=off][data-keys-switch]'), 'no way to turn them on');
  });
  await duyen.leave();
}

async function withoutScripts(base) {
  const bao = await person({ base, javascript: false, width: 390 });
  await bao.page.goto('/worklist');
  await check('Without scripts no key is promised, and the menu opens', async () => {
    expect((await bao.page.locator('[data-keys]:visible').count()) === 0, 'a key is promised');
    await bao.page.click('summary');
    expect(await bao.page.isVisible('.td-menu a'), 'the menu stays closed');
  });
  await bao.leave();
}

async function keyboardOnly(base) {
  const bao = await person({ base });
  await bao.page.goto('/home');
  await check('The first Tab offers the main content, and leads there', async () => {
    await bao.page.keyboard.press('Tab');
    expect(await bao.page.isVisible('.govuk-skip-link:focus'), 'the skip link is not first');
    await bao.page.keyboard.press('Enter');
    expect(bao.page.url().endsWith('#main'), 'it leads elsewhere');
  });
  await bao.leave();
}

export async function gallery({ taydo }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'taydo-gallery-'));
  execFileSync(path.join(path.dirname(taydo), 'taydo_tests'), ['-tc=The gallery is written*'],
    { env: { ...process.env, TAYDO_GALLERY: folder } });
  const names = fs.readdirSync(folder).map((file) => path.parse(file).name).sort();
  const site = await serve(folder);
  await check('There is a gallery', () => expect(names.length >= 10, names.join(' ')));
  await everyPage(site.base, names);
  await errors(site.base);
  await once(site);
  await reveals(site.base, true);
  await reveals(site.base, false);
  await keys(site.base);
  await withoutScripts(site.base);
  await keyboardOnly(site.base);
  for (const name of names) {
    await light(/^(worklist|dossier)/.test(name) ? 'officer' : 'citizen', site.base, '/' + name);
  }
  site.close();
  fs.rmSync(folder, { recursive: true });
}
