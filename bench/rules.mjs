// FEEL beside feelin (npm) in one run: the same expressions, the same answers, in turns.
//   npm ci --prefix bench/peers && ninja -C build taydo_rules_bench && node bench/rules.mjs
// feelin reads an expression each time it runs it; beside it stand both our reading and running, and
// our running alone, which is what a published rule costs. Ends with 1 when an answer differs, when
// either is not 20 times as fast, or when a table of fifty rows takes 20 us.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('./peers/', import.meta.url));
const { evaluate } = await import(require.resolve('feelin'));
const here = new URL('.', import.meta.url).pathname;
const cases = JSON.parse(readFileSync(`${here}rules_cases.json`, 'utf8'));

const median = (work) => {
  const all = [];
  for (let round = 0; round < 15; round += 1) {
    const began = process.hrtime.bigint();
    for (let i = 0; i < 400; i += 1) work();
    all.push(Number(process.hrtime.bigint() - began) / 400);
  }
  return all.sort((a, b) => a - b)[7];
};

const ours = execFileSync(`${here}../build/taydo_rules_bench`, { encoding: 'utf8' })
  .trim().split('\n').map((line) => JSON.parse(line));
let wrong = 0;
const us = (ns) => `${(ns / 1000).toFixed(2).padStart(8)} us`;
console.log(`${''.padEnd(24)}   feelin       both      times     run      times`);
for (const [i, one] of cases.entries()) {
  const mine = ours[i];
  const { value } = evaluate(one.expression, one.context);
  const same = JSON.stringify(value) === JSON.stringify(mine.answer);
  const peer = median(() => evaluate(one.expression, one.context));
  const [both, run] = [peer / mine.both_ns, peer / mine.run_ns];
  console.log(`${one.name.padEnd(24)}${us(peer)}${us(mine.both_ns)}${both.toFixed(0).padStart(6)} x `
    + `${us(mine.run_ns)}${run.toFixed(0).padStart(6)} x${same ? '' : '  ANSWERS DIFFER'}`);
  if (!same || both < 20 || run < 20) wrong += 1;
}
const table = ours.at(-1);
console.log(`${table.name}: ${us(table.run_ns)}, ${JSON.stringify(table.answer)}`);
if (table.run_ns >= 20_000 || table.answer.fee !== 17425.5) wrong += 1;
process.exit(wrong ? 1 : 0);
