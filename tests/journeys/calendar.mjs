// An keeps the working calendar: looks at a year, corrects a day with a preview, imports a file, gives a
// ward hours of its own and takes an edition back; Yến, who began from the same edition, is told.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { officer } from './certificate.mjs';
import { check, expect, person, root, shot, stands, startCity } from './lib.mjs';

const words = {
  vi: { preview: 'Xem trước', publish: 'Công bố', published: 'Đã công bố ấn bản', day: 'Sửa một ngày', told: 'Người khác vừa công bố',
    off: 'nghỉ', unsure: 'chưa chính thức', unknown: 'Chưa công bố ngày nghỉ', line: 'Dòng 3:', worked: 'vốn là ngày làm việc' },
  en: { preview: 'Preview', publish: 'Publish', published: 'is published', day: 'Edit a day', told: 'Somebody else has just published',
    off: 'off', unsure: 'not official', unknown: 'No days off are published', line: 'Line 3:', worked: 'worked anyway' },
};

const button = (page, name) => page.getByRole('button', { name, exact: true }).click();
const text = (page) => page.locator('main').innerText();

async function fillDay(page, [day, month, year], kind, name) {
  await page.locator('[name=day-day]').fill(day);
  await page.locator('[name=day-month]').fill(month);
  await page.locator('[name=day-year]').fill(year);
  await page.locator(`[name=kind][value=${kind}]`).check();
  await page.locator('[name=name]').fill(name);
}

async function looks(an, w, tag) {
  const { page } = an;
  await page.goto('/quan-tri/lich?nam=2026');
  await stands(an, `${tag}-1-year`);
  await check(`${tag}: the days off of 2026 stand in words`, async () => {
    const said = await text(page);
    expect(said.includes('Quốc khánh') && said.includes(w.unsure), said.slice(0, 800));
    expect(await page.locator('.td-year__off').count() === 14, `${await page.locator('.td-year__off').count()} days off`);
    expect(await page.locator('.td-year__work').count() === 2, 'make-up days');
  });
  await page.emulateMedia({ media: 'print' });
  await shot(page, `${tag}-print`);
  await page.emulateMedia({ media: 'screen' });
  await page.goto('/quan-tri/lich?nam=2031');
  await check(`${tag}: a year nobody published says that it is provisional`, async () =>
    expect((await text(page)).includes(w.unknown), await text(page)));
  await stands(an, `${tag}-2-unknown-year`);
}

async function corrects(an, w, tag, day) {
  const { page } = an;
  await page.goto('/quan-tri/lich');
  await page.getByRole('link', { name: w.day, exact: true }).click();
  await stands(an, `${tag}-3-day`);
  await fillDay(page, ['4', '1', '2027'], 'work', 'Làm bù');
  await button(page, w.preview);
  await check(`${tag}: a make-up day on a Monday is refused and what was typed is kept`, async () => {
    expect((await text(page)).includes(w.worked), await text(page));
    expect(await page.locator('[name=name]').inputValue() === 'Làm bù', 'the name is gone');
  });
  an.troubles.length = 0; // the browser counts the 422 as an error
  await stands(an, `${tag}-4-wrong`);
  await fillDay(page, day, 'off', 'Nghỉ bão');
  await button(page, w.preview);
  await check(`${tag}: nothing has changed before it is published`, async () =>
    expect((await text(page)).includes('Nghỉ bão'), await text(page)));
  await stands(an, `${tag}-5-preview`);
}

async function publishes(an, w, tag) {
  await button(an.page, w.publish);
  await check(`${tag}: what was published is said`, async () => expect((await text(an.page)).includes(w.published), await text(an.page)));
  await stands(an, `${tag}-6-published`);
}

async function imports(an, w, tag) {
  const { page } = an;
  await page.goto('/quan-tri/lich/nhap?nam=2027');
  await stands(an, `${tag}-7-import`);
  await page.locator('[name=days]').fill('date,kind,confidence,name\n2028-01-01,off,sourced,Tết Dương lịch\n2028-02-30,off,sourced,Sai\n');
  await button(page, w.preview);
  await check(`${tag}: a wrong line is named`, async () => expect((await text(page)).includes(w.line), await text(page)));
  an.troubles.length = 0;
  await stands(an, `${tag}-8-import-wrong`);
  const csv = 'date,kind,confidence,name\n2028-01-01,off,sourced,Tết Dương lịch\n';
  await page.locator('[name=file]').setInputFiles({ name: '2028.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await button(page, w.preview);
  await check(`${tag}: a file of 2028 adds to the years that are there`, async () => {
    const said = await text(page);
    expect(said.includes('01/01/2028') && !said.includes('2026'), said);
  });
}

async function givesHours(an, w, tag) {
  const { page } = an;
  await page.goto('/quan-tri/lich/gio');
  await stands(an, `${tag}-9-hours`);
  await page.locator('[name=unit]').selectOption({ index: 3 });
  await page.locator('[name=spans]').fill('07:00-11:00, 10:00-17:00');
  await button(page, w.preview);
  await check(`${tag}: hours that overlap are refused`, async () =>
    expect(await page.locator('#spans-error').count() === 1, await text(page)));
  an.troubles.length = 0;
  await page.locator('[name=spans]').fill('07:30-11:30, 13:00-16:30');
  await page.locator('[name=saturday]').fill('07:30-11:00');
  await button(page, w.preview);
  await publishes(an, w, `${tag}-hours`);
  await page.goto('/quan-tri/lich/gio');
  await check(`${tag}: the ward's own hours stand in the list`, async () =>
    expect((await text(page)).includes('07:30-11:30, 13:00-16:30'), await text(page)));
  await page.locator('a[href^="/quan-tri/lich/bo-gio"]').last().click();
  await stands(an, `${tag}-drop-hours`);
}

async function takesBack(an, w, tag) {
  const { page } = an;
  await page.goto('/quan-tri/lich/an-ban');
  await stands(an, `${tag}-editions`);
  await page.locator('a[href="/quan-tri/lich/khoi-phuc?ban=1"]').click();
  await stands(an, `${tag}-restore`);
  await publishes(an, w, `${tag}-restored`);
}

async function keeps(city, language, javascript, width, day) {
  const w = words[language];
  const tag = `calendar-${language}${javascript ? '' : '-nojs'}`;
  const an = await officer(city.base, 'an', language, javascript, width);
  const yen = await officer(city.base, 'yen', language, javascript, width);
  await looks(an, w, tag);
  await corrects(yen, w, `${tag}-yen`, ['2', '1', '2028']);
  await corrects(an, w, tag, day);
  await publishes(an, w, tag);
  await button(yen.page, w.publish);
  await check(`${tag}: the second of two administrators is told`, async () =>
    expect((await text(yen.page)).includes(w.told), await text(yen.page)));
  yen.troubles.length = 0;
  await stands(yen, `${tag}-told`);
  await imports(an, w, tag);
  await givesHours(an, w, tag);
  await takesBack(an, w, tag);
  await an.leave();
  await yen.leave();
}

async function feed(city) {
  const someone = await person({ base: city.base });
  await check('anybody may take the calendar into their own', async () => {
    const answer = await someone.page.request.get('/lich-lam-viec.ics');
    expect(answer.status() === 200, answer.status());
    expect(answer.headers()['content-type'] === 'text/calendar; charset=utf-8', answer.headers()['content-type']);
    const body = await answer.text();
    expect(body.startsWith('BEGIN:VCALENDAR\r\n') && body.includes('DTSTART;VALUE=DATE:20260902\r\n'), body.slice(0, 300));
  });
  await someone.leave();
}

// Rows in, due times out; `input` is what an operator pipes into the command.
function asked(taydo, input, ...words) {
  const said = spawnSync(taydo, ['calendar', 'due', '--batch', ...words], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  return { code: said.status, out: said.stdout.split('\n').slice(0, -1), err: said.stderr };
}

async function batch(taydo, city) {
  const rows = 'received_at,mode,amount\n2026-02-13T15:10,SAME_DAY,0\n2026-02-30T08:00,SAME_DAY,0\n2026-11-23T09:00,WORKING_DAYS_EOD,1\n';
  const due = ['2026-02-23T17:00', '', '2026-11-25T17:00'];
  for (const words of [['--pack', path.join(root, 'packs/cantho')], city.where]) {
    const said = asked(taydo, rows, ...words);
    await check(`the command answers each row and names the wrong one (${words[0]})`, () => {
      expect(said.out.join() === due.join(), said.out.join('\n'));
      expect(said.code === 1 && said.err.includes('line 3: “2026-02-30T08:00”'), said.err);
    });
  }
  const many = asked(taydo, '2026-03-02T09:00,WORKING_DAYS_EOD,30\n'.repeat(100_000), '--pack', path.join(root, 'packs/cantho'));
  await check('a hundred thousand rows are answered', () =>
    expect(many.code === 0 && many.out.length === 100_000 && new Set(many.out).size === 1, many.err));
  const far = asked(taydo, '2031-02-13T15:10,SAME_DAY,\n', '--pack', path.join(root, 'packs/cantho'));
  await check('a year nobody published is answered and called provisional', () =>
    expect(far.code === 0 && far.out[0] === '2031-02-14T17:00' && far.err.includes('provisional'), far.err));
}

export async function calendar({ taydo }) {
  const city = await startCity({ taydo });
  try {
    await keeps(city, 'vi', true, 1280, ['30', '12', '2027']);
    await keeps(city, 'en', false, 390, ['29', '12', '2027']);
    await keeps(city, 'en', true, 390, ['28', '12', '2027']);
    await feed(city);
    await batch(taydo, city);
  } finally {
    await city.stop();
  }
}
