// A list of applicants was mailed to the wrong address: An opens an incident, sees the clock, prints the
// notification, records what was done, closes. In both languages, on a phone, without JavaScript.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { check, expect, person, stands, startCity } from './lib.mjs';
import { officer } from './certificate.mjs';

const words = {
  vi: { none: 'Chưa có sự cố nào', open: 'Mở sự cố', opened: 'Đồng hồ đang chạy', left: 'Còn 71 giờ', over: 'Quá', record: 'Ghi nhận', recorded: 'Đã ghi nhận.',
    inTime: 'Đúng hạn', notify: 'Thông báo cho cơ quan có thẩm quyền', paper: 'In thông báo (PDF)', amend: 'Sửa nội dung', save: 'Lưu nội dung', saved: 'Đã lưu nội dung.',
    people: 'khoảng 1.350 người', close: 'Đóng sự cố', closed: 'Đã đóng sự cố.', sayWhat: 'Nhập việc đã xảy ra.', sayTime: 'Giờ phát hiện không đúng', sayStep: 'Chọn việc đã làm.',
    sayReason: 'Nhập lý do đóng.', unmet: 'chưa được ghi nhận', overdue: 'Đã quá hạn thông báo', noSuch: 'Không có sự cố nào như vậy', law: 'cần xác nhận lại' },
  en: { none: 'No incidents', open: 'Open an incident', opened: 'The clock runs', left: '71 hours left', over: 'hours over', record: 'Record', recorded: 'Recorded.',
    inTime: 'In time', notify: 'Notify the authority', paper: 'Print the notification (PDF)', amend: 'Amend', save: 'Save', saved: 'Saved.',
    people: 'about 1.350 people', close: 'Close the incident', closed: 'The incident is closed.', sayWhat: 'Enter what happened.', sayTime: 'That is not a time', sayStep: 'Choose what was done.',
    sayReason: 'Enter why it is closed.', unmet: 'never recorded', overdue: 'hours overdue', noSuch: 'No such incidents', law: 'has to confirm' },
};
const button = (page, name) => page.getByRole('button', { name, exact: true }).click();
const text = (page) => page.locator('main').innerText();
const says = async (page, what) => expect((await text(page)).includes(what), `not said: ${what}\n${await text(page)}`);

// Local time some hours ago, in parts as the form has them.
function ago(hours) {
  const at = new Date(Date.now() - hours * 3_600_000 + 7 * 3_600_000).toISOString();
  return { day: at.slice(8, 10), month: at.slice(5, 7), year: at.slice(0, 4), time: at.slice(11, 16) };
}

async function fill(page, noticed, what) {
  for (const part of ['day', 'month', 'year']) await page.locator(`[name=noticed-${part}]`).fill(noticed[part]);
  await page.locator('[name=time]').fill(noticed.time);
  await page.locator('[name=what]').fill(what);
  await page.locator('[name=whose]').fill('Người nộp hồ sơ hộ tịch tháng 10/2026');
  await page.locator('[name=data_kinds]').fill('Họ tên, số định danh');
  await page.locator('[name=measures]').fill('Đã thu hồi đường dẫn');
}

async function paper(city, page, w, tag) {
  const href = await page.getByRole('link', { name: w.paper }).getAttribute('href');
  const answer = await page.request.get(href);
  const file = path.join(city.data, 'notification.pdf');
  fs.writeFileSync(file, await answer.body());
  const said = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  await check(`${tag}: the paper has its code, the authority and what happened`, () =>
    expect(answer.ok() && /SC-20\d\d-\d{3}/.test(said) && said.includes('Bộ Công an') && said.includes('gửi nhầm'), said));
}

async function walk(city, language, width, javascript, first) {
  const w = words[language];
  const tag = `incidents-${language}-${javascript ? 'js' : 'plain'}`;
  const an = await officer(city.base, 'an', language, javascript, width);
  const { page } = an;
  await page.goto(`/quan-tri?lang=${language}`);
  await page.locator('main a[href="/quan-tri/su-co"]').click();
  if (first) await check(`${tag}: an empty list says when to open one`, () => says(page, w.none));
  await stands(an, `${tag}-1-list`);

  await page.getByRole('link', { name: w.open, exact: true }).first().click();
  await stands(an, `${tag}-2-form`);
  await page.locator('[name=time]').fill('25:70');
  await button(page, w.open);
  await check(`${tag}: what is missing or wrong is told`, async () => { await says(page, w.sayWhat); await says(page, w.sayTime); });
  an.troubles.length = 0; // the browser counts the 422 as an error
  await stands(an, `${tag}-3-wrong`);
  await fill(page, ago(0.5), 'Tệp danh sách bị gửi nhầm ra ngoài');
  await button(page, w.open);
  const code = new URL(page.url()).pathname.split('/').pop();
  await check(`${tag}: the clock runs`, async () => { await says(page, w.opened); await says(page, w.left); await says(page, w.law); });
  await stands(an, `${tag}-4-open`);
  await paper(city, page, w, tag);

  await page.getByRole('link', { name: w.amend, exact: true }).click();
  await page.locator('[name=people]').fill('1.350');
  await stands(an, `${tag}-5-amend`);
  await button(page, w.save);
  await check(`${tag}: how many is known now`, async () => { await says(page, w.saved); await says(page, w.people); });

  await button(page, w.record);
  await check(`${tag}: which step has to be said`, () => says(page, w.sayStep));
  an.troubles.length = 0;
  await stands(an, `${tag}-6-no-step`);
  await page.getByRole('radio', { name: w.notify }).check();
  await page.locator('[name=note]').fill('Công văn 12/UBND');
  await button(page, w.record);
  await check(`${tag}: it was done in time`, async () => { await says(page, w.recorded); await says(page, w.inTime); await says(page, 'Công văn 12/UBND'); });
  await stands(an, `${tag}-7-told`);
  await button(page, w.close);
  await check(`${tag}: closing asks why`, () => says(page, w.sayReason));
  an.troubles.length = 0;
  await page.locator('[name=reason]').fill('Đã khắc phục xong');
  await button(page, w.close);
  await check(`${tag}: closing names what was never recorded, and asks once more`, () => says(page, w.unmet));
  an.troubles.length = 0;
  await stands(an, `${tag}-7b-unmet`);
  await page.locator('[name=unmet]').check();
  await button(page, w.close);
  await check(`${tag}: closed, and nothing more can be done`, async () => {
    await says(page, w.closed);
    expect(await page.locator('main form').count() === 0, 'there is a form');
  });
  await stands(an, `${tag}-8-closed`);

  await page.goto('/quan-tri/su-co/moi');
  await fill(page, ago(80), 'Máy tính xách tay bị mất');
  await button(page, w.open);
  await check(`${tag}: one noticed 80 hours ago is overdue at once`, async () => { await says(page, w.overdue); await says(page, w.over); });
  await stands(an, `${tag}-9-overdue`);

  await page.goto('/quan-tri/su-co?trang-thai=da-dong');
  await check(`${tag}: the filter shows closed ones only`, async () => {
    await says(page, code);
    expect(!(await text(page)).includes('xách tay'), await text(page));
  });
  await page.goto('/quan-tri/su-co?q=khong+co');
  await check(`${tag}: a filter that finds nothing says so`, () => says(page, w.noSuch));
  await stands(an, `${tag}-10-none-so`);
  const file = await (await page.request.get('/quan-tri/su-co.csv?trang-thai=qua-han')).text();
  await check(`${tag}: the file has what the filter shows`, () =>
    expect(file.startsWith('\uFEFF"') && file.includes('xách tay') && !file.includes(code), file));
  await page.goto('/quan-tri/su-co');
  await stands(an, `${tag}-11-list`);

  await check(`${tag}: the reminders are in An's messages`, async () => {
    for (let tries = 0; tries < 40; tries += 1) {
      await page.goto('/tin-nhan');
      if ((await text(page)).includes('SC-')) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(await text(page));
  });
  await stands(an, `${tag}-12-messages`);
  await page.locator('main a:has-text("SC-")').first().click();
  await stands(an, `${tag}-13-message`);
  await an.leave();

  const minh = await officer(city.base, 'minh', language, javascript, width);
  await minh.page.goto('/quan-tri/su-co');
  await check(`${tag}: who receives dossiers sees no incidents`, async () =>
    expect(!(await minh.page.content()).includes(code), 'there is one'));
  await minh.leave();
}

export async function incidents({ taydo: program }) {
  const city = await startCity({ taydo: program });
  try {
    await walk(city, 'vi', 1280, true, true);
    await walk(city, 'en', 390, true, false);
    await walk(city, 'vi', 390, false, false);
  } finally {
    await city.stop();
  }
}
