// node bench/sign_in_storm.mjs: 200 officers sign in at once while others read; p99 of the others
// with and without the storm, in turns. Needs build/taydo, build/taydo_load, two cores and root.
//
// Those who sign in bring machines of their own. So the server has the last core to itself; whoever
// asks shares the others, and the readers' stopwatch, which may not wait for the crowd, goes first.
import { execFileSync, spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { root, startCity } from '../tests/journeys/lib.mjs';

const people = 200;
const rounds = Number(process.env.ROUNDS ?? 3);
const rate = Number(process.env.RATE ?? 100);
const seconds = Number(process.env.SECONDS ?? 15);
const build = process.env.BUILD ?? path.join(root, 'build');
const logins = ['minh', 'duyen', 'hoa', 'thu', 'tam', 'phuong', 'khanh', 'ngoc'];

const cookie = (answer) => (answer.headers.getSetCookie() ?? []).map((one) => one.split(';')[0]).join('; ');

// One sign-in as a browser does it. Told that many are signing in, a person types the password anew
// into the page that says so, some seconds later, as it asks.
async function signIn(base, login) {
  const began = performance.now();
  let busy = 0;
  const page = await fetch(`${base}/dang-nhap/can-bo`);
  let html = await page.text();
  for (;;) {
    const hidden = (name) => html.match(new RegExp(`name="${name}" value="([^"]*)"`))[1];
    const body = new URLSearchParams({ login, password: `taydo-demo-${login}`, act: hidden('act'), token: hidden('token') });
    const answer = await fetch(`${base}/dang-nhap/can-bo`,
      { method: 'POST', body, headers: { cookie: cookie(page), origin: base }, redirect: 'manual' });
    html = await answer.text();
    if (answer.status === 303) return { session: cookie(answer), busy, ms: performance.now() - began };
    if (answer.status !== 503) throw new Error(`${login}: ${answer.status}`);
    busy += 1;
    const seconds = Number(answer.headers.get('retry-after')) * (0.75 + Math.random() * 0.5);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

// The open-loop generator; answers p50 and p99 in ms of all its requests together.
function load(base, session) {
  const words = ['--to', base.slice(7), '--rate', rate, '--seconds', seconds, '--warmup', 2, '--connections', 16,
    '--cookie', session, 'GET /viec', 'GET /thu-tuc/1.004873'];
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn('chrt', ['-f', '10', path.join(build, 'taydo_load'), ...words.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (some) => { said += some; });
    child.on('exit', () => {
      const all = said.match(/^all\s+(\d+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)/m);
      if (!all) reject(new Error(said));
      else resolve({ answers: Number(all[1]), p50: Number(all[2]), p99: Number(all[4]), said });
    });
  });
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const storm = (base) => Promise.all(Array.from({ length: people }, (_, n) => signIn(base, logins[n % logins.length])));

function stormBeside(base) {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(process.execPath, [import.meta.filename ?? process.argv[1], base], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (some) => { said += some; });
    child.on('exit', (code) => (code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`storm: ${code}`))));
  });
}

if (process.argv[2]) {
  console.log(JSON.stringify(await storm(process.argv[2])));
  process.exit(0);
}
const city = await startCity({ taydo: path.join(build, 'taydo') });
try {
  const last = os.cpus().length - 1;
  const keep = (pid, cores) => execFileSync('taskset', ['-a', '-c', '-p', cores, String(pid)]);
  keep(city.pid, String(last));
  keep(process.pid, `0-${last - 1}`);
  const { session } = await signIn(city.base, 'minh');
  const quiet = [];
  const stormy = [];
  for (let round = 0; round < rounds; round += 1) {
    quiet.push(await load(city.base, session));
    const reading = load(city.base, session);
    await new Promise((resolve) => setTimeout(resolve, 2500)); // after the warm-up
    const began = performance.now();
    const all = await stormBeside(city.base);
    const took = (performance.now() - began) / 1000;
    stormy.push(await reading);
    console.log(`round ${round + 1}: quiet p50 ${quiet[round].p50} p99 ${quiet[round].p99} ms; storm p50 ${stormy[round].p50} p99 ` +
      `${stormy[round].p99} ms; ${people} signed in within ${took.toFixed(1)} s, ${all.reduce((n, one) => n + one.busy, 0)} told to try again`);
  }
  const [a, b] = [median(quiet.map((one) => one.p99)), median(stormy.map((one) => one.p99))];
  console.log(`p99 of others: ${a} ms without, ${b} ms with the storm: ${(b / a).toFixed(2)} times (medians of ${rounds})`);
} finally {
  await city.stop();
}
