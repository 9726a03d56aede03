// Minh reads how a case is decided, as of a day and as it was known on another; Khoa writes an edition cell
// by cell, Phúc publishes it. In both languages, on a phone, without JavaScript.
import { check, expect, stands, startCity } from './lib.mjs';
import { officer } from './certificate.mjs';

const words = {
  vi: { look: 'Xem', tryNow: 'Thử', row: 'Dòng 1 phù hợp', begin: 'Soạn ấn bản mới', check: 'Lưu và xét bảng', save: 'Lưu bản soạn', propose: 'Đề nghị công bố', publish: 'Công bố',
    gap: 'Không dòng nào phù hợp khi', well: 'mọi ví dụ cho đúng kết quả', mend: 'Còn chỗ phải sửa', unsure: 'xác nhận các cảnh báo', waits: 'Chờ người thứ hai công bố',
    done: 'Đã công bố ấn bản', add: 'Thêm dòng', none: 'Không có bảng nào như vậy', changed: 'Người khác đã lưu', day: 'Không có ngày 31/02/2026' },
  en: { look: 'Show', tryNow: 'Try', row: 'Row 1 fits', begin: 'Write a new edition', check: 'Save and look over', save: 'Save the draft', propose: 'Propose it', publish: 'Publish',
    gap: 'No row fits when', well: 'every example holds', mend: 'Something has to be mended', unsure: 'warnings were seen', waits: 'Waits for a second person',
    done: 'is published', add: 'Add a row', none: 'No such tables', changed: 'Somebody saved this draft', day: 'There is no day 31/02/2026' },
};
const button = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
const text = (page) => page.locator('main').innerText();
const says = async (page, what) => expect((await text(page)).includes(what), `not said: ${what}\n${await text(page)}`);
const pension = '/can-bo/bang-quy-tac/social-pension';

async function reads(city, language, width, javascript) {
  const w = words[language];
  const tag = `tables-${language}-${javascript ? 'js' : 'plain'}`;
  const minh = await officer(city.base, 'minh', language, javascript, width);
  const { page } = minh;
  await page.goto(`/can-bo/bang-quy-tac?lang=${language}`);
  await stands(minh, `${tag}-1-list`);
  await page.goto('/can-bo/bang-quy-tac?q=luong+huu+khong+co');
  await check(`${tag}: a search that finds nothing says so`, () => says(page, w.none));
  await page.goto('/can-bo/bang-quy-tac?q=huu+tri');
  await page.locator(`main a[href="${pension}"]`).click();
  await stands(minh, `${tag}-2-table`);
  await page.locator('[name=ngay]').fill('15/07/2026');
  await page.locator('[name=biet]').fill('01/08/2026');
  await button(page, w.look);
  await check(`${tag}: in July, as known before the decree, the old amount held`, () => says(page, '500.000'));
  await stands(minh, `${tag}-3-as-of`);
  await page.locator('[name=ngay]').fill('31/02/2026');
  await button(page, w.look);
  await stands({ ...minh, troubles: [] }, `${tag}-4-no-such-day`);
  minh.troubles.length = 0;
  await page.goto(pension);
  for (const [k, value] of ['76', language === 'vi' ? 'không' : 'no', 'no', 'yes'].entries()) await page.locator(`#thu-${k}`).fill(value);
  await button(page, w.tryNow);
  await check(`${tag}: a case tried shows its row and its answer`, async () => { await says(page, w.row); await says(page, '540.000'); });
  await stands(minh, `${tag}-5-tried`);
  await page.goto(`${pension}?an-ban=2&so-voi=1`);
  await check(`${tag}: the difference shows both amounts`, async () => expect(await page.locator('#khac del').count() > 0, 'no difference'));
  await stands(minh, `${tag}-6-difference`);
  const dmn = await page.request.get(`${pension}/bang.dmn`);
  await check(`${tag}: the file is DMN`, async () => expect((await dmn.text()).includes('decisionTable'), 'no table'));
  await check(`${tag}: who only reads cannot begin a draft`, async () => expect(await page.getByRole('button', { name: w.begin }).count() === 0, 'a button'));
  await minh.leave();
}

async function writes(city, language, width, javascript, code, from) {
  const w = words[language];
  const tag = `tables-write-${language}-${javascript ? 'js' : 'plain'}`;
  const khoa = await officer(city.base, 'khoa', language, javascript, width);
  const { page } = khoa;
  await page.goto(`/can-bo/bang-quy-tac/${code}`);
  await button(page, w.begin);
  await stands(khoa, `${tag}-1-editor`);
  const draft = new URL(page.url()).pathname;
  if (javascript) {
    await page.locator('#r0-a0').focus();
    await page.keyboard.press('Enter');
    await check(`${tag}: Enter goes to the cell below`, async () => expect(await page.evaluate(() => document.activeElement.id) === 'r1-a0', 'elsewhere'));
  }
  await page.locator('#r0-a0').fill('7');
  await button(page, w.add);
  await check(`${tag}: a row more, and what was typed stands`, async () => {
    expect(await page.locator('#r0-a0').inputValue() === '7', 'what was typed is gone');
    expect(await page.locator('#r3-a0').count() === 1, 'no row');
  });
  await button(page, w.check);
  await check(`${tag}: the empty row is told at its cell`, async () => expect(await page.locator('#r3-a0[aria-invalid=true]').count() === 1, await text(page)));
  await stands(khoa, `${tag}-2-wrong`);
  await page.locator('button[value="row.drop.3"]').click();
  await page.locator('#r0-a0').fill('10');
  await page.locator('#r2-t0').fill('');
  await page.locator('[name=from]').fill('31/02/2026');
  await button(page, w.propose);
  await check(`${tag}: overlaps are named, and nothing is proposed`, () => says(page, w.mend));
  khoa.troubles.length = 0;
  await stands({ ...khoa, troubles: [] }, `${tag}-3-overlap`);
  await page.locator('#r2-t0').fill('cơ quan được ủy quyền');
  await page.locator('#r2-a0').fill('3');
  await page.locator('#e2-x0').fill('3');
  await page.locator('[name=from]').fill(from);
  await page.locator('[name=reason]').fill('Nghị định mới');
  await button(page, w.check);
  await check(`${tag}: now every example holds`, () => says(page, w.well));
  await button(page, w.propose);
  await check(`${tag}: it waits`, () => says(page, w.waits));
  await stands(khoa, `${tag}-4-proposed`);
  await khoa.leave();

  const phuc = await officer(city.base, 'phuc', language, javascript, width);
  await phuc.page.goto(draft);
  await stands(phuc, `${tag}-5-decide`);
  await button(phuc.page, w.publish);
  await check(`${tag}: published`, () => says(phuc.page, w.done));
  await stands(phuc, `${tag}-6-published`);
  await phuc.leave();
}

export async function tables({ taydo: program }) {
  const city = await startCity({ taydo: program });
  try {
    await reads(city, 'vi', 1280, true);
    await reads(city, 'en', 390, true);
    await reads(city, 'vi', 390, false);
    await writes(city, 'vi', 1280, true, 'procedure-entry-deadline', '01/01/2030');
    await writes(city, 'en', 390, false, 'procedure-entry-deadline', '01/01/2031');
  } finally {
    await city.stop();
  }
}
