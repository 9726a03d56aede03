// node bench/neighbours.mjs [CASE...]: what somebody else's trouble costs a neighbour who reads, and whether
// an officer still signs in. One line a case. BUILD: the folder of taydo. Needs sqlite3.
//
// The neighbour has an address and a process of its own (127.0.0.2, open loop: waiting counts from the moment
// a request was meant to leave); trouble comes from 127.0.0.1, from a process of its own.
import { execFileSync, fork } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { root, startCity } from '../tests/journeys/lib.mjs';

const rate = Number(process.env.RATE ?? 50);
const seconds = Number(process.env.SECONDS ?? 15);
const taydo = path.join(process.env.BUILD ?? path.join(root, 'build'), 'taydo');
const rest = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

// A whole answer, with cookies; the connection ends with it.
function ask(port, { method = 'GET', address = '/', body = '', from = '127.0.0.1', cookie = '', timeout = 30_000 } = {}) {
  return new Promise((resolve) => {
    const headers = { connection: 'close', origin: `http://127.0.0.1:${port}`, cookie };
    if (method === 'POST') Object.assign(headers, { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) });
    const request = http.request({ host: '127.0.0.1', port, localAddress: from, method, path: address, headers, agent: false, timeout }, (answer) => {
      let text = '';
      answer.on('data', (some) => { text += some; }).on('error', () => resolve({ status: 0 })).on('end', () => resolve({
        status: answer.statusCode, text, cookie: (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ') }));
    });
    request.on('error', () => resolve({ status: 0 })).on('timeout', () => request.destroy()).end(body);
  });
}

// As a browser does it: the page, then its form. Answers the status; 303 is in.
async function signIn(port, login, password, from) {
  const page = await ask(port, { address: '/dang-nhap/can-bo', from });
  if (page.status !== 200) return page.status;
  const hidden = (name) => page.text.match(new RegExp(`name="${name}" value="([^"]*)"`))[1];
  const body = new URLSearchParams({ login, password, act: hidden('act'), token: hidden('token') }).toString();
  return (await ask(port, { method: 'POST', address: '/dang-nhap/can-bo', body, from, cookie: page.cookie })).status;
}

async function neighbour(port) {
  const waits = [];
  const all = [];
  const began = performance.now();
  for (let i = 0; i < rate * seconds; i += 1) {
    const due = began + (i * 1000) / rate;
    if (due > performance.now()) await rest(due - performance.now());
    all.push(ask(port, { address: i % 2 ? '/' : '/thu-tuc/1.004873', from: '127.0.0.2' })
      .then(({ status }) => waits.push(status === 200 ? performance.now() - due : 30_000)));
  }
  await Promise.all(all);
  waits.sort((a, b) => a - b);
  const at = (share) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))];
  return { p50: at(0.5), p99: at(0.99), max: at(1), lost: waits.filter((ms) => ms >= 30_000).length };
}

// ---- Trouble ----
// A connection that says something and waits; closed, it comes again.
function hold(port, says) {
  const socket = net.connect(port, '127.0.0.1', () => says.forEach((some) => socket.write(some)));
  socket.on('error', () => {}).on('close', () => setTimeout(() => hold(port, says), 1000)).resume();
}
const upload = 'POST /tai-khoan/du-lieu/sua HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 17500000\r\n\r\n';
const troubles = {
  idle: (port) => { for (let i = 0; i < 5000; i += 1) hold(port, []); },
  bodies: (port) => { for (let i = 0; i < 31; i += 1) hold(port, [upload, Buffer.alloc(17_400_000, 'x')]); },
  // Everybody who would sign in as a resident, again and again.
  provider: (port) => { for (let i = 0; i < 32; i += 1) (async () => { for (;;) { await ask(port, { address: '/dang-nhap/cong-dan' }); await rest(100); } })(); },
  // The names invented; whoever is told to come again (503) does.
  passwords: async (port) => {
    let n = 0;
    const wrong = async (login) => {
      for (let tries = 0; tries < 20 && (await signIn(port, login, 'sai-roi', '127.0.0.1')) === 503; tries += 1) await rest(100);
    };
    const one = async () => { while (n < 200) await wrong(`khong-co-${n += 1}`); };
    await Promise.all(Array.from({ length: 4 }, one));
  },
};

if (process.argv[2] === '--trouble') {
  await troubles[process.argv[3]](Number(process.argv[4]));
  process.send?.('done');
} else if (process.argv[2] === '--neighbour') {
  process.send(await neighbour(Number(process.argv[3])), () => process.exit(0));
} else {
  await main(process.argv.slice(2));
}

// A server that takes connections and never says a word.
function silent() {
  return new Promise((resolve) => {
    const server = net.createServer((socket) => socket.on('error', () => {}));
    server.listen(0, '127.0.0.1', () => resolve({ port: server.address().port, stop: () => server.close() }));
  });
}

// Twenty letters are due at once.
function letters(data) {
  const row = (n) => `(${n}, 'journal.letters', '{}', NULL, 1, 1, 0, 0, FALSE, '', NULL)`;
  execFileSync('sqlite3', [path.join(data, 'taydo.db'), '.timeout 5000',
    `INSERT INTO jobs_job (id, kind, facts, key, made_at, not_before, lease_until, attempts, again, trouble, dead_at)
     VALUES ${Array.from({ length: 20 }, (_, n) => row(n + 1)).join(', ')};`]);
}

async function one(name, { settings, demo, trouble, before }) {
  const city = await startCity({ taydo, settings, demo });
  const children = [];
  const child = (...words) => {
    const made = fork(new URL(import.meta.url).pathname, words.map(String));
    children.push(made);
    return made;
  };
  try {
    before?.(city.data);
    let done = Promise.resolve();
    if (trouble) {
      const made = child('--trouble', trouble, city.port);
      done = new Promise((resolve) => { made.once('message', resolve); });
      if (trouble !== 'passwords') await rest(3000);
    }
    const reading = new Promise((resolve) => { child('--neighbour', city.port).once('message', resolve); });
    await rest(1000);
    if (trouble === 'passwords') await Promise.race([done, rest(60_000)]);
    const began = performance.now();
    const status = await signIn(city.port, 'minh', 'taydo-demo-minh', '127.0.0.1');
    const took = performance.now() - began;
    const read = await reading;
    const ms = (n) => (n >= 30_000 ? 'none' : n.toFixed(1)).padStart(8);
    console.log(`${name.padEnd(38)}${ms(read.p50)}${ms(read.p99)}${ms(read.max)}${String(read.lost).padStart(6)}   ` +
      (status === 303 ? `in after ${took.toFixed(0)} ms` : `not in: ${status || 'no answer'} after ${took.toFixed(0)} ms`));
    return read.p99 < 50 && status === 303;
  } finally {
    children.forEach((made) => made.kill('SIGKILL'));
    city.child.kill('SIGKILL'); // its jobs may hang
    await city.stop();
  }
}

async function main(chosen) {
  const mute = await silent();
  const provider = () => ({ oidc: { issuer: `http://127.0.0.1:${mute.port}`, client_id: 'taydo', client_secret: 'x', levels: { 2: 2 } } });
  const mail = () => ({ mail: { host: '127.0.0.1', port: mute.port, tls: 'none', from: 'a@example.vn' }, seals_to: ['b@example.vn', 'c@example.vn'] });
  const cases = {
    quiet: ['nothing', {}],
    idle: ['5,000 idle connections', { trouble: 'idle' }],
    bodies: ['31 uploads of 17.5 MB, not ended', { trouble: 'bodies' }],
    provider: ['a hung identity provider, 32 clicks', { trouble: 'provider', settings: provider, demo: false }],
    mail: ['a hung mail server, 40 letters', { settings: mail, before: letters }],
    passwords: ['200 wrong sign-ins, same address', { trouble: 'passwords' }],
  };
  console.log(`${'a neighbour reads, ms'.padEnd(38)}     p50     p99     max  lost   an officer`);
  let all = true;
  for (const name of chosen.length ? chosen : Object.keys(cases)) all = (await one(...cases[name])) && all;
  mute.stop();
  process.exit(all && fs.existsSync(taydo) ? 0 : 1);
}
