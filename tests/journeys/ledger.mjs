// Who used my data: officers open Lan's dossier, and she reads which agency did, why, when and for which
// dossier, never which officer; she takes the list home. In both languages, on a phone, without JavaScript.
import { check, expect, person, stands, startCity } from './lib.mjs';
import { officer, residentSignsIn } from './certificate.mjs';
import { submit } from './evidence.mjs';

const words = {
  vi: { signIn: 'Đăng nhập', start: 'Bắt đầu điền', go: 'Lưu và tiếp tục', submit: 'Nộp hồ sơ', nobody: 'Chưa có cơ quan nào xem', ward: 'Phường Ninh Kiều', purpose: 'Giải quyết hồ sơ',
    bad: 'Ngày chưa đúng được bỏ qua', none: 'Không có lần xem nào trong khoảng ngày này', clear: 'Bỏ lọc', heading: 'Ai đã xem dữ liệu của tôi' },
  en: { signIn: 'Sign in', start: 'Start', go: 'Save and continue', submit: 'Submit', nobody: 'No agency has looked', ward: 'Ninh Kiều ward', purpose: 'Work on a dossier',
    bad: 'was left out', none: 'Nobody looked in these days', clear: 'Clear the filter', heading: 'Who has seen my data' },
};
const ledger_page = '/tai-khoan/du-lieu/ai-da-xem';
const text = (page) => page.locator('main').innerText();
const says = async (page, what) => expect((await text(page)).includes(what), `not said: ${what}\n${await text(page)}`);
// Rows of the table: one a look.
const looks = async (page, what) => (await page.locator('main tbody tr').allInnerTexts()).filter((row) => row.includes(what)).length;

// Minh has the dossier on his desk; Hòa only may see it.
async function officersLook(city, code) {
  for (const login of ['minh', 'hoa']) {
    const someone = await officer(city.base, login, 'vi', true);
    for (let i = 0; i < 2; i += 1) {
      const answer = await someone.page.goto(`/can-bo/ho-so/${code}`);
      await check(`ledger: ${login} opens the dossier`, () => expect(answer.status() === 200, String(answer.status())));
    }
    await someone.leave();
  }
}

async function read(city, lan, code, language, width, javascript) {
  const w = words[language];
  const tag = `ledger-${language}-${javascript ? 'js' : 'plain'}`;
  const { page } = lan;
  await page.goto(`/tai-khoan?lang=${language}`);
  await page.locator(`main a[href="${ledger_page}"]`).click();
  await check(`${tag}: the page is hers`, () => says(page, w.heading));
  await check(`${tag}: the agency, the purpose and the dossier stand there`, async () => {
    await says(page, w.ward); await says(page, w.purpose); await says(page, code);
  });
  await check(`${tag}: no officer's name does`, async () => {
    const all = await page.content();
    for (const name of ['Phạm Văn Minh', 'Nguyễn Văn Hòa']) expect(!all.includes(name), name);
  });
  await stands(lan, `${tag}-1-list`);
  await check(`${tag}: the file has the same looks`, async () => {
    const rows = await page.locator('main tbody tr').count();
    const file = await (await page.request.get(await page.locator('main a[href*="bang.csv"]').getAttribute('href'))).text();
    const lines = file.trim().split('\n');
    expect(file.startsWith('\uFEFF"') && file.includes(w.purpose) && lines.length === rows + 1, file);
  });
  await page.goto(`${ledger_page}?tu=hôm qua`);
  await check(`${tag}: a day that is none is told`, () => says(page, w.bad));
  await stands(lan, `${tag}-2-bad-day`);
  await page.goto(`${ledger_page}?den=01/01/2026`);
  await check(`${tag}: days in which nobody looked say so`, () => says(page, w.none));
  await stands(lan, `${tag}-3-none`);
  await page.locator('main').getByRole('link', { name: w.clear }).last().click();
  await page.locator(`main a[href="/ho-so/${code}"]`).first().click();
  await check(`${tag}: a line leads to its dossier`, () => says(page, code));
}

async function walk(city, language, width, javascript) {
  const w = words[language];
  const lan = await person({ base: city.base, width, language, javascript });
  const code = await submit(lan.page, w, language);
  lan.troubles.length = 0;
  await officersLook(city, code);
  await lan.page.goto(ledger_page);
  await check(`ledger-${language}: one line a day for whose work it is, one each time for others`, async () =>
    expect(await looks(lan.page, w.purpose) >= 3, await text(lan.page)));
  await read(city, lan, code, language, width, javascript);
  await lan.leave();
}

async function nobodyLooked(city) {
  const bao = await person({ base: city.base });
  await bao.page.goto(`/dang-nhap?ve=${ledger_page}`);
  await residentSignsIn(bao.page, 'Trần Quốc Bảo', words.vi);
  await bao.page.goto(ledger_page);
  await check('ledger: who was never looked at reads that', () => says(bao.page, words.vi.nobody));
  await stands(bao, 'ledger-vi-nobody');
  await bao.leave();
  const an = await officer(city.base, 'an', 'vi', true);
  await an.page.goto(ledger_page);
  await check('ledger: an officer reads their own', () => says(an.page, words.vi.heading));
  await stands(an, 'ledger-vi-officer');
  await an.leave();
}

export async function ledger({ taydo: program }) {
  const city = await startCity({ taydo: program });
  try {
    await nobodyLooked(city);
    await walk(city, 'vi', 1280, true);
    await walk(city, 'en', 390, true);
    await walk(city, 'vi', 390, false);
  } finally {
    await city.stop();
  }
}
