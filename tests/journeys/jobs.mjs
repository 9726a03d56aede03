// An looks at the work the system does by itself: what waits, what was given up and why; tries one again,
// all of a kind, and gives one up for good. In both languages, on a phone too, and without JavaScript.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { check, expect, person, stands, startCity } from './lib.mjs';

const words = {
  vi: { signIn: 'Đăng nhập', again: 'Làm lại', all: 'Làm lại tất cả việc loại này', drop: 'Bỏ hẳn', filter: 'Lọc', jobs: 'Việc nền',
    once: 'Đã cho làm lại.', many: 'Đã cho làm lại 26 việc.', gone: 'Đã bỏ hẳn.', late: 'không còn trong danh sách', move: 'Chuyển việc của đơn vị' },
  en: { signIn: 'Sign in', again: 'Try again', all: 'Try all of this kind again', drop: 'Give up for good', filter: 'Filter', jobs: 'Background work',
    once: 'It is tried again.', many: '26 are tried again.', gone: 'It is given up.', late: 'not in the list any more', move: 'Move on the work of units' },
};

const at = (page) => new URL(page.url()).pathname;
const main = (page) => page.locator('main').innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true }).click();
const says = async (page, what) => expect((await main(page)).includes(what), `not said: ${what}\n${await main(page)}`);

// Letters that were given up; their next attempt, should they get one, is for nobody here.
function giveUp(city, kind, from, count) {
  const row = (id) => `(${id}, '${kind}', '{"message":"${id}00"}', NULL, 1795000000000000, 1795000000000000, 0, 8, FALSE,
    'the mail server <mx.example> said 451 & closed', ${1795100000000000 + id})`;
  const rows = Array.from({ length: count }, (_, i) => row(from + i));
  execFileSync('sqlite3', [path.join(city.data, 'taydo.db'), `.timeout 5000`,
    `INSERT INTO jobs_job (id, kind, facts, key, made_at, not_before, lease_until, attempts, again, trouble, dead_at)
     VALUES ${rows.join(', ')};`]);
}

async function signIn(someone, w, language) {
  const { page } = someone;
  await page.goto(`/dang-nhap/can-bo?lang=${language}&ve=/quan-tri`);
  await page.locator('[name=login]').fill('an');
  await page.locator('[name=password]').fill('taydo-demo-an');
  await button(page, w.signIn);
}

async function walk(city, language, width, javascript) {
  const w = words[language];
  const tag = `jobs-${language}-${javascript ? 'js' : 'plain'}`;
  const first = 1000 * width + (javascript ? 1 : 501);
  const an = await person({ base: city.base, width, language, javascript });
  const { page } = an;
  await signIn(an, w, language);
  await page.locator('main a[href="/quan-tri/viec-nen"]').click();
  await check(`${tag}: nothing was given up, and what comes back is named`, () => says(page, w.move));
  await stands(an, `${tag}-1-none`);
  giveUp(city, 'journey.letter', first, 28);
  giveUp(city, 'journey.fax', first + 100, 1);
  await page.goto('/quan-tri/viec-nen');
  await check(`${tag}: the reason stands there as text`, () => says(page, '<mx.example> said 451 & closed'));
  await stands(an, `${tag}-2-list`);
  await page.goto('/quan-tri/viec-nen?trang=2');
  await check(`${tag}: the second page has the other four`, async () =>
    expect(await page.locator('#khong-lam-duoc tbody tr, #khong-lam-duoc [role=row]:has(a)').count() === 4, await main(page)));
  await stands(an, `${tag}-3-page-2`);

  await page.goto(`/quan-tri/viec-nen/${first}`);
  await stands(an, `${tag}-4-one`);
  await button(page, w.again);
  await check(`${tag}: one is tried again`, () => says(page, w.once));
  await page.goto(`/quan-tri/viec-nen/${first}`);
  await check(`${tag}: what is not given up any more has no page`, async () =>
    expect(!(await page.content()).includes('mx.example'), await page.content()));
  an.troubles.length = 0; // the browser counts the 404 as an error

  await page.goto(`/quan-tri/viec-nen/${first + 1}`);
  await page.getByRole('link', { name: w.drop, exact: true }).click();
  await stands(an, `${tag}-5-drop`);
  const other = await person({ base: city.base, language });
  await signIn(other, w, language);
  await other.page.goto(`/quan-tri/viec-nen/${first + 1}/bo`);
  await button(page, w.drop);
  await check(`${tag}: one is given up for good`, () => says(page, w.gone));
  await button(other.page, w.drop);
  await check(`${tag}: who was later is told, and sees the list`, () => says(other.page, w.late));
  other.troubles.length = 0;
  await stands(other, `${tag}-6-late`);
  await other.leave();

  await page.locator('[name=loai]').first().selectOption('journey.letter');
  await button(page, w.filter);
  await stands(an, `${tag}-7-filtered`);
  await button(page, w.all);
  await check(`${tag}: all of a kind are tried again`, () => says(page, w.many));
  await page.goto('/quan-tri/viec-nen');
  await check(`${tag}: the other kind stays`, () => says(page, 'journey.fax'));
  await stands(an, `${tag}-8-after`);
  await page.goto(`/quan-tri/viec-nen/${first + 100}/bo`);
  await button(page, w.drop);
  await an.leave();
}

export async function jobs({ taydo }) {
  const city = await startCity({ taydo });
  try {
    await walk(city, 'vi', 1280, true);
    await walk(city, 'en', 390, true);
    await walk(city, 'vi', 390, false);
    const figures = await fetch(`${city.base}/metrics`);
    await check('jobs: the figures of the program are there for this machine', async () => {
      const text = await figures.text();
      for (const line of ['taydo_jobs{kind="journey.letter",state="waiting"}', 'taydo_journal_seal_age_seconds ', 'taydo_http_connections ',
        'taydo_job_seconds_count{kind="calendar.carry_on",outcome="done"}']) expect(text.includes(line), `no ${line}\n${text.slice(0, 3000)}`);
    });
    const passed = await fetch(`${city.base}/metrics`, { headers: { 'X-Forwarded-For': '203.0.113.7' } });
    await check('jobs: and not for who comes through a proxy', () => expect(passed.status === 404, `${passed.status}`));
  } finally {
    await city.stop();
  }
}
