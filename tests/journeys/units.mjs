// An administrates the units: looks at them on a day, finds an old name, compares, changes one.
import { check, expect, light, narrow, stands, startCity, widths } from './lib.mjs';
import { officer } from './certificate.mjs';

const text = (page) => page.locator('main').innerText();

async function look(someone, tag) {
  const { page } = someone;
  await page.goto('/quan-tri/don-vi');
  await stands(someone, `${tag}-units-tree`);
  await page.goto('/quan-tri/don-vi?ngay=30%2F06%2F2025');
  await check(`${tag}: the tree of June 2025 has three provinces`, async () => {
    const said = await text(page);
    expect(/Hậu Giang/.test(said) && /Sóc Trăng/.test(said), said.slice(0, 400));
  });
  await stands(someone, `${tag}-units-june`);
  for (const [name, address] of [['table', 'don-vi?dang=bang&ngay=2024-06-01'], ['map', 'don-vi/so-do'],
    ['compare', 'don-vi/so-sanh?tu=2025-06-30&den=2025-07-01'], ['followed', 'don-vi/ke-thua?ngay=2025-07-01'],
    ['compare-same', 'don-vi/so-sanh?tu=2026-01-01&den=2026-01-02'], ['none', 'don-vi?ngay=1990-01-01'],
    ['to-come', 'don-vi?ngay=2030-01-01']]) {
    await page.goto(`/quan-tri/${address}`);
    await stands(someone, `${tag}-units-${name}`);
  }
}

// Somebody remembers the ward by its old name.
async function findOld(someone, tag) {
  const { page } = someone;
  await page.goto('/quan-tri/don-vi');
  await page.locator('[name=tim]').fill('tân an');
  await page.locator('[name=tim]').press('Enter');
  await page.waitForURL(/tim=/);
  await check(`${tag}: an old name finds the ward of today that took over`, async () => {
    const said = await text(page);
    expect(/Phường Tân An|Tân An ward/.test(said) && /Phường Ninh Kiều|Ninh Kiều ward/.test(said), said.slice(0, 600));
  });
  await stands(someone, `${tag}-units-found`);
  await page.getByRole('link', { name: /Phường Ninh Kiều|Ninh Kiều ward/ }).first().click();
  await stands(someone, `${tag}-unit`);
  await check(`${tag}: the unit tells whom it succeeded`, async () => {
    const said = await text(page);
    expect(/Thới Bình/.test(said) && /01\/07\/2025/.test(said), said.slice(0, 800));
  });
  return new URL(page.url()).pathname;
}

async function rename(page, address, name, day) {
  await page.goto(`${address}/sua`);
  return { fill: async () => {
    await page.locator('[name=viec][value=rename]').check();
    await page.locator('[name=ten]').fill(name);
    await page.locator('[name=ngay]').fill(day);
    await page.locator('main form button').last().click();
  } };
}

// Two administrators open one unit; the second to save is told, and keeps what was typed.
async function change(city, address, tag) {
  const an = await officer(city.base, 'an', 'vi', true);
  const yen = await officer(city.base, 'yen', 'vi', true);
  await an.page.goto(`${address}/sua`);
  await an.page.locator('main form button').last().click();
  await check(`${tag}: an empty change is refused with what is missing`, async () => {
    expect(/Chọn việc cần thay đổi/.test(await text(an.page)), await text(an.page));
  });
  an.troubles.length = 0; // 422 was expected
  await stands(an, `${tag}-unit-refused`);
  const first = await rename(an.page, address, 'Phường Ninh Kiều Mới', '01/01/2027');
  const second = await rename(yen.page, address, 'Phường Khác', '01/02/2027');
  await stands(an, `${tag}-unit-edit`);
  await first.fill();
  await check(`${tag}: the change is saved for its day`, async () => {
    expect(/Đã lưu/.test(await text(an.page)) && /Phường Ninh Kiều Mới/.test(await text(an.page)), await text(an.page));
  });
  await stands(an, `${tag}-unit-saved`);
  await second.fill();
  await check(`${tag}: the second administrator is told and keeps what was typed`, async () => {
    expect(/người khác thay đổi/.test(await text(yen.page)), await text(yen.page));
    expect(await yen.page.locator('[name=ten]').inputValue() === 'Phường Khác', 'the name is gone');
  });
  yen.troubles.length = 0;
  await an.leave();
  await yen.leave();
}

export async function units({ taydo, database }) {
  const city = await startCity({ taydo, database });
  try {
    let address;
    for (const [language, javascript, width] of [['vi', true, widths[0]], ['vi', true, widths[1]],
      ['en', false, widths[0]], ['vi', true, narrow]]) {
      const an = await officer(city.base, 'an', language, javascript, width);
      const tag = `${language}${javascript ? '' : '-nojs'}-${width}`;
      await look(an, tag);
      address = await findOld(an, tag);
      await check(`${tag}: a day that is none is told, not guessed`, async () => {
        const answer = await an.page.goto('/quan-tri/don-vi?ngay=31%2F02%2F2025');
        expect(answer.status() === 422 && /31\/02\/2025/.test(await an.page.content()), `${answer.status()}`);
      });
      await an.leave();
    }
    await change(city, address, 'vi');
    const minh = await officer(city.base, 'minh', 'vi', true);
    await check('who does not administrate finds no units page', async () => {
      expect((await minh.page.request.get('/quan-tri/don-vi')).status() === 404, 'it opened');
      const an = await officer(city.base, 'an', 'vi', true);
      const csv = await (await an.page.request.get('/quan-tri/don-vi/bang.csv?ngay=2025-06-30')).text();
      expect(csv.includes('"31135","Phường Tân An"'), csv.slice(0, 300));
      for (const wrong of ['/quan-tri/don-vi/1', '/quan-tri/don-vi/x', '/quan-tri/don-vi/9223372036854775808/sua']) {
        expect((await an.page.request.get(wrong)).status() === 404, wrong);
      }
      await an.leave();
    });
    await minh.leave();
  } finally {
    await city.stop();
  }
}
