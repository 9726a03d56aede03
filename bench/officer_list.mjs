// node bench/officer_list.mjs [--taydo build/taydo] [--database postgres] [--rounds 5] [--seconds 4]
// The officer's list beside a Node peer of its shape (bench/peers/officer_list.mjs), in turns in one run on one
// machine: requests a second of each, their medians and the ratio; then other pages of the program by themselves.
// Needs wrk and `npm ci --prefix bench/peers`. Ends with 1 when the ratio is below 1.5.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { address, base, cookies, draft, drafts, median, officer, postgres, resident, run, served, word } from './city.mjs';

const onServer = word('--database', '') === 'postgres';
const rounds = Number(word('--rounds', '5'));
const seconds = Number(word('--seconds', '4'));
const each = 40;
const peerPort = 8795;
const floor = 1.5;

async function wrk(url, cookie) {
  const { stdout } = await run('wrk', ['-t1', '-c32', `-d${seconds}s`, '-H', `Cookie: ${cookie}`, url]);
  if (/Non-2xx/.test(stdout)) throw new Error(`${url}: ${stdout}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]);
}

async function size(url, cookie) {
  const answer = await fetch(url, { headers: { cookie } });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
  return Buffer.byteLength(text);
}

async function peer(database, cases, body) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'taydo-peer-'));
  const where = database ? `postgres:${database.socket}` : `sqlite:${path.join(folder, 'peer.db')}`;
  const child = spawn('node', ['bench/peers/officer_list.mjs', where, String(peerPort), String(cases)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${peerPort}/viec`;
  try {
    while (!(await fetch(url).catch(() => null))) await new Promise((resolve) => setTimeout(resolve, 50));
    await body(url);
  } finally {
    child.kill('SIGTERM');
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const say = (name, list) => console.log(`${name}: median ${median(list).toFixed(0)}/s (${Math.min(...list).toFixed(0)}-${Math.max(...list).toFixed(0)})`);

const database = onServer ? await postgres() : null;
let ratio = 0;
try {
  await served(database?.address ?? '', async () => {
    const filled = await drafts(each);
    for (const one of filled) {
      const answer = await one.browser.ask(one.url, one.form);
      if (answer.status !== 303) throw new Error(`submit: ${answer.status}`);
    }
    const minh = cookies(await officer());
    await peer(database, filled.length, async (peerUrl) => {
      const ours = `${base}/viec`;
      console.log(`bytes: ours ${await size(ours, minh)}, peer ${await size(peerUrl, 'session=peer-session-of-minh')}; ${onServer ? 'PostgreSQL' : 'SQLite'}`);
      const [a, b] = [[], []];
      for (let i = 0; i < rounds; i += 1) {
        a.push(await wrk(ours, minh));
        b.push(await wrk(peerUrl, 'session=peer-session-of-minh'));
      }
      say('list of work, ours', a);
      say('list of work, peer', b);
      ratio = median(a) / median(b);
      console.log(`ratio: ${ratio.toFixed(2)}`);
    });
    const list = await (await fetch(`${base}/viec`, { headers: { cookie: minh } })).text();
    const dossier = /href="(\/can-bo\/viec\/\d+)"/.exec(list)[1];
    const lan = await resident('092196000107');
    const form = await draft(lan);
    for (const [name, url, cookie] of [['home', `${base}/`, ''], ['procedure', `${base}/thu-tuc/1.004873`, ''],
      ["a dossier's page", `${base}${dossier}`, minh], ['form step', form.url.replace(/\/kiem-tra$/, '/3'), cookies(lan)]]) {
      say(name, [await wrk(url, cookie), await wrk(url, cookie), await wrk(url, cookie)]);
    }
  });
} finally {
  if (database) await database.stop();
}
console.log(`${os.cpus().length} cores, ${os.cpus()[0].model}, ${address}`);
process.exitCode = ratio >= floor ? 0 : 1;
