// A city for a bench: made, served, and people who use it as a browser would.
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export const run = promisify(execFile);
export const word = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
export const taydo = path.resolve(word('--taydo', 'build/taydo'));
const port = Number(word('--port', '8790'));
export const base = `http://127.0.0.1:${port}`;
export const address = `127.0.0.1:${port}`;
const residents = ['092196000107', '092088000215', '094148000033'];

export class Browser {
  cookies = new Map();
  async ask(url, form) {
    const cookie = [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET', redirect: 'manual',
      headers: { cookie, ...(form ? { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin } : {}) },
      body: form ? new URLSearchParams(form).toString() : undefined,
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    return { status: answer.status, to: to ? new URL(to, url).href : '', text: await answer.text() };
  }
  async follow(url) {
    for (let hops = 0; hops < 10; hops += 1) {
      const answer = await this.ask(url);
      if (!answer.to) return { ...answer, url };
      url = answer.to;
    }
    throw new Error('too many redirects');
  }
}

const hidden = (html) => Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  .map(([, name, value]) => [name, value.replaceAll('&amp;', '&')]));

export async function resident(number) {
  const browser = new Browser();
  const chosen = await browser.follow(`${base}/dang-nhap/cong-dan?ve=/ho-so`);
  const action = /<form[^>]*action="([^"]*)"/.exec(chosen.text)?.[1] ?? chosen.url;
  const radio = /<input[^>]*type="radio"[^>]*name="([^"]+)"/.exec(chosen.text) ?? /name="([^"]+)"[^>]*type="radio"/.exec(chosen.text);
  const answer = await browser.ask(new URL(action.replaceAll('&amp;', '&'), chosen.url).href, { ...hidden(chosen.text), [radio[1]]: number });
  await browser.follow(answer.to);
  return browser;
}

const steps = [
  { 'requester.relation': 'SELF', 'requester.requester_phone': '0912345678' },
  { 'subject.subject_status': 'SINGLE', 'subject.certify': 'NOW', 'subject.subject_ethnic': '01', 'subject.subject_nationality': 'VN' },
  null, // spouse, ended marriages, times in the past: not asked
  null,
  null,
  { 'purpose.purpose': 'LOAN', 'purpose.copies': '1' },
  null, // the future spouse: not asked
  { 'delivery.return_channel': 'ONLINE', 'delivery.exempt_group': 'NONE', 'delivery.commitment': 'yes' },
];

// A draft filled in to its end; answers the check page's address and its hidden fields.
export async function draft(browser) {
  const start = `${base}/thu-tuc/1.004873/nop-ho-so`;
  const marks = hidden((await browser.ask(start)).text);
  const made = await browser.ask(start, { ...marks, unit: '31135' });
  const root = made.to.replace(/\/1$/, '');
  for (const [i, answers] of steps.entries()) {
    if (!answers) continue;
    const answer = await browser.ask(`${root}/${i + 1}`, { token: marks.token, act: `b${Math.random().toString(36).slice(2)}`, ...answers });
    if (answer.status !== 303) throw new Error(`step ${i + 1}: ${answer.status}`);
  }
  return { browser, url: `${root}/kiem-tra`, form: hidden((await browser.ask(`${root}/kiem-tra`)).text) };
}

export async function officer() {
  const browser = new Browser();
  const page = await browser.ask(`${base}/dang-nhap/can-bo`);
  await browser.ask(`${base}/dang-nhap/can-bo`, { ...hidden(page.text), login: 'minh', password: 'taydo-demo-minh' });
  return browser;
}

export const cookies = (browser) => [...browser.cookies].map(([k, v]) => `${k}=${v}`).join('; ');

// A private PostgreSQL in a folder of its own; stop() ends it.
export async function postgres() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'taydo-pg-'));
  const shell = (script) => run('bash', ['-c', `. tools/setup.sh >/dev/null; ${script}`]);
  const { stdout } = await shell(`start_postgres ${folder} >/dev/null; echo "$postgres_home|$postgres_address"`);
  const [home, where] = stdout.trim().split('\n').at(-1).split('|');
  return {
    address: where,
    socket: `${home}/socket`,
    stop: async () => {
      await shell(`postgres_home=${home}; stop_postgres`);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

// The demo city, served; `body({ pid })`, then everything is gone.
export async function served(database, body) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'taydo-bench-'));
  const where = ['--data', data, ...(database ? ['--database', database] : [])];
  await run(taydo, ['init', '--pack', 'packs/cantho', ...where]);
  await run(taydo, ['demo', 'people', '--pack', 'packs/cantho', ...where]);
  const began = performance.now();
  const server = spawn(taydo, ['serve', '--demo', '--port', String(port), ...where], { stdio: 'ignore' });
  try {
    while (!(await fetch(base).catch(() => null))) await new Promise((resolve) => setTimeout(resolve, 10));
    await body({ pid: server.pid, start_ms: performance.now() - began });
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    fs.rmSync(data, { recursive: true, force: true });
  }
}

export async function drafts(each) {
  const out = [];
  for (const number of residents) {
    const browser = await resident(number);
    for (let i = 0; i < each; i += 1) out.push(await draft(browser));
  }
  return out;
}

export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
