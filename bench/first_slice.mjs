// node bench/first_slice.mjs --taydo build/taydo --load build/taydo_load [--database ADDRESS]
// A fresh city, real drafts, then: submits at a steady rate (open loop, from the intended moment), the
// officer's list over all of them, and the pages a visitor opens. Prints one line a figure.
import fs from 'node:fs';
import path from 'node:path';

import { address, cookies, drafts, officer, run, served, word } from './city.mjs';

const load = path.resolve(word('--load', 'build/taydo_load'));
const rate = 20; // submits a second
const draftsEach = 40; // a person keeps at most 50

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
function say(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  console.log(`${name}: n ${sorted.length}, p50 ${at(sorted, 0.5).toFixed(1)} ms, p99 ${at(sorted, 0.99).toFixed(1)} ms, max ${sorted.at(-1).toFixed(1)} ms`);
}

async function submitAll(drafts) {
  const begin = performance.now() + 50;
  const times = await Promise.all(drafts.map(async (one, i) => {
    const due = begin + (i * 1000) / rate;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const answer = await one.browser.ask(one.url, one.form);
    if (answer.status !== 303) throw new Error(`submit: ${answer.status}`);
    return performance.now() - due;
  }));
  say(`submit, ${rate}/s`, times);
}

await served(word('--database', ''), async ({ pid, start_ms }) => {
  console.log(`start: ${start_ms.toFixed(0)} ms`);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  console.log(`idle memory: ${/Pss:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]} kB Pss`);
  await submitAll(await drafts(draftsEach));
  const minh = await officer();
  for (const [name, page, extra] of [['list of work', '/viec', ['--cookie', cookies(minh)]], ['home', '/', []], ['procedure', '/thu-tuc/1.004873', []]]) {
    const { stdout } = await run(load, ['--to', address, '--rate', '100', ...extra, `GET ${page}`]);
    console.log(`${name}, 100/s: ${stdout.trim().split('\n').join(' | ')}`);
  }
});
