// An administrator looks after people and offices: finds, appoints, ends, delegates, hands over,
// registers an organisation; and an officer arranges who acts while they are away.
import { check, expect, person, stands, startCity } from './lib.mjs';

const words = {
  vi: { signIn: 'Đăng nhập', acting: 'làm thay', overlaps: 'đã giữ vai trò', empty: 'không còn ai giữ',
    changed: 'Người khác vừa sửa', alike: 'Đã có người trùng', nobody: 'Không có cán bộ nào', took: 'Đã rút lại',
    nine: '9 số', ward: 'Phường Ninh Kiều', check: 'Chữ số thứ mười', moved: 'Chuyển sang người nhận', revoked: 'Đã thu hồi ủy quyền.' },
  en: { signIn: 'Sign in', acting: 'acting for', overlaps: 'holds the role', empty: 'nobody in',
    changed: 'Somebody else changed', alike: 'somebody of this name', nobody: 'No officer matches', took: 'taken back',
    nine: '9-digit', ward: 'Ninh Kiều ward', check: 'tenth digit', moved: 'Pass to the receiver', revoked: 'The delegation is revoked.' },
};

const at = (page) => new URL(page.url()).pathname;
const main = (page) => page.locator('main').innerText();
const submit = (page, form) => page.locator(`${form} button`).last().click();
const says = async (page, what) => {
  const text = await main(page);
  expect(text.includes(what), `“${what}” is not in: ${text.slice(0, 1500)}`);
};

async function officer(city, login, options) {
  const one = await person({ base: city.base, ...options });
  await one.page.goto(`/dang-nhap/can-bo?lang=${options.lang}&ve=/tai-khoan`);
  await one.page.locator('[name=login]').fill(login);
  await one.page.locator('[name=password]').fill(`taydo-demo-${login}`);
  await one.page.getByRole('button', { name: words[options.lang].signIn, exact: true }).first().click();
  return one;
}

const local = (days) => new Date(Date.now() + 7 * 3600e3 + days * 86400e3).toISOString().slice(0, 10).split('-');
async function day(page, name, days, form = 'main') {
  const [year, month, date] = local(days);
  const root = page.locator(form);
  await root.locator(`[name="${name}-day"]`).fill(date);
  await root.locator(`[name="${name}-month"]`).fill(month);
  await root.locator(`[name="${name}-year"]`).fill(year);
}

async function choose(page, name, part) {
  const options = await page.locator(`select[name="${name}"] option`).allInnerTexts();
  const label = options.find((one) => one.trim() === part) ?? options.find((one) => one.includes(part));
  expect(label, `${name} has no ${part}: ${options.slice(0, 8).join(' | ')}`);
  await page.locator(`select[name="${name}"]`).selectOption({ label });
}

// The page answers 422, which the browser counts as an error of its own.
async function refused(someone, name, what) {
  await someone.page.locator('.govuk-error-summary').waitFor();
  someone.troubles.length = 0;
  await check(`${name}: says what is wrong`, () => says(someone.page, what));
  await stands(someone, name);
}

async function open(page, name) {
  await page.goto(`/quan-tri/nguoi?q=${encodeURIComponent(name)}`);
  await page.locator('main table a').first().click();
}

async function finding(an, tag, w) {
  const { page } = an;
  await page.goto('/quan-tri/nguoi');
  await check(`${tag}: everybody is there`, () => says(page, 'Nguyễn Văn Hòa'));
  await stands(an, `${tag}-list`);
  await page.locator('main [name=q]').fill('nguyen van hoa');
  await choose(page, 'don-vi', w.ward);
  await page.locator('main form button').first().click();
  await check(`${tag}: found without marks, in the ward`, async () => {
    const text = await main(page);
    expect(text.includes('Nguyễn Văn Hòa') && !text.includes('Đỗ Minh Tâm'), text);
  });
  await check(`${tag}: the table is exported as filtered`, async () => {
    const href = await page.locator('a[href*="bang.csv"]').getAttribute('href');
    const csv = await (await page.request.get(href)).text();
    expect(csv.includes('Nguyễn Văn Hòa') && csv.trim().split('\n').length === 2, csv);
  });
  await page.goto('/quan-tri/nguoi?q=%25&ngay=31/02/2026');
  await check(`${tag}: nothing found says so, and what to do`, () => says(page, w.nobody));
  await stands(an, `${tag}-none`);
  await page.goto('/quan-tri/nguoi?ngay=30/06/2025');
  await check(`${tag}: before the day of their appointment nobody is there`, () => says(page, w.nobody));
}

async function appointing(an, tag, w, name) {
  const { page } = an;
  await page.goto('/quan-tri/nguoi/moi');
  await stands(an, `${tag}-new`);
  await page.locator('[name=number]').fill('362512345');
  await page.locator('[name=name]').fill('x'.repeat(10_000));
  await submit(page, 'main form');
  await refused(an, `${tag}-new-wrong`, w.nine);
  await page.locator('[name=number]').fill('');
  await page.locator('[name=name]').fill(name.normalize('NFD'));
  await page.locator('[name="birth-year"]').fill('1984');
  await choose(page, 'unit', w.ward);
  await page.locator('[name=role]').selectOption('CLERK');
  await page.locator('[name=title_vi]').fill('Văn thư kiêm thủ quỹ');
  await submit(page, 'main form');
  await page.waitForURL('**/quan-tri/nguoi/*?xong=bo-nhiem');
  await check(`${tag}: the name is kept as it is written`, () => says(page, name));
  await stands(an, `${tag}-person`);
  await page.goto('/quan-tri/nguoi/moi');
  await page.locator('[name=name]').fill(name);
  await page.locator('[name="birth-year"]').fill('1984');
  await choose(page, 'unit', w.ward);
  await page.locator('[name=role]').selectOption('CLERK');
  await page.locator('[name=title_vi]').fill('Văn thư');
  await submit(page, 'main form');
  await refused(an, `${tag}-alike`, w.alike);
  await open(page, name);
  await page.locator('main table a').first().click();
  await stands(an, `${tag}-position`);
  await page.locator('form:has([value="rut-lai"]) button').click();
  await check(`${tag}: a mistaken appointment is taken back`, () => says(page, w.took));
}

async function offices(an, tag, w) {
  const { page } = an;
  await open(page, 'Nguyễn Văn Hòa');
  const hoa = at(page);
  await page.goto(`${hoa}/bo-nhiem`);
  await choose(page, 'unit', w.ward);
  await page.locator('[name=role]').selectOption('LEADER');
  await page.locator('[name=title_vi]').fill('Chủ tịch');
  await submit(page, 'main form');
  await refused(an, `${tag}-overlap`, w.overlaps);
  await page.goto(hoa);
  await page.locator('main table a').first().click();
  const office = page.url();
  await submit(page, 'form:has([value="ket-thuc"])');
  await refused(an, `${tag}-empty`, w.empty);
  // Two windows on one position: the second is told, and keeps what was typed.
  const second = await page.context().newPage();
  await second.goto(office);
  await page.goto(office);
  const end = 'form:has([value="sua"])';
  await page.locator(`${end} [name=title_en]`).fill('Vice chair');
  await submit(page, end);
  await page.waitForURL('**?xong=sua');
  await second.locator(`${end} [name=title_en]`).fill('Deputy');
  await submit(second, end);
  await check(`${tag}: the second of two is told, and nothing is lost`, async () => {
    await says(second, w.changed);
    expect(await second.locator(`${end} [name=title_en]`).inputValue() === 'Deputy', 'what was typed is gone');
  });
  await second.close();
  an.troubles.length = 0;
}

async function identity(an, tag, w) {
  const { page } = an;
  await open(page, 'Phạm Văn Minh');
  await page.goto(`${at(page)}/dinh-danh`);
  await stands(an, `${tag}-closed`);
  await page.goto(`${page.url()}?ly-do=check`);
  const form = 'form:has([value="giay-to"])';
  await page.locator(`${form} [name=kind]`).selectOption('old_card');
  await page.locator(`${form} [name=paper_number]`).fill('36251234');
  await submit(page, form);
  await refused(an, `${tag}-paper-wrong`, '362512345');
  await page.locator(`${form} [name=paper_number]`).fill(tag.includes('vi') ? '362 512 345' : '362 512 346');
  await submit(page, form);
  await page.waitForURL('**xong=1');
  await stands(an, `${tag}-open`);
  await page.goto(`/quan-tri/nguoi?q=${tag.includes('vi') ? '362512345' : '362512346'}`);
  await check(`${tag}: an old number leads to the person`, () => says(page, 'Phạm Văn Minh'));
}

async function absence(city, tag, w, options) {
  const hoa = await officer(city, 'hoa', options);
  const { page } = hoa;
  await page.goto('/tai-khoan/uy-quyen');
  await stands(hoa, `${tag}-own`);
  await choose(page, 'to', 'Lê Thị Mỹ Duyên');
  await day(page, 'first', 2);
  await day(page, 'last', 0);
  await page.locator('[name=signing][value=KT]').check();
  await submit(page, 'main form:has([name=signing])');
  await page.locator('.govuk-error-summary').waitFor();
  hoa.troubles.length = 0;
  await day(page, 'first', 0);
  await day(page, 'last', 2);
  await page.locator('[name=reason]').fill('Đi công tác');
  await submit(page, 'main form:has([name=signing])');
  await page.waitForURL('**?xong=uy-quyen');
  await stands(hoa, `${tag}-delegated`);
  const duyen = await officer(city, 'duyen', options);
  await duyen.page.goto('/viec');
  await check(`${tag}: who acts is told for whom`, async () => {
    const text = await duyen.page.locator('body').textContent();
    expect(text.includes(`${w.acting} Nguyễn Văn Hòa`), 'nowhere');
  });
  await stands(duyen, `${tag}-acting`);
  await duyen.page.goto('/tai-khoan/uy-quyen');
  await choose(duyen.page, 'to', 'Nguyễn Văn Hòa');
  await day(duyen.page, 'first', 0);
  await day(duyen.page, 'last', 1);
  await duyen.page.locator('[name=signing][value=TUQ]').check();
  await submit(duyen.page, 'main form:has([name=signing])');
  await check(`${tag}: never in a circle`, () => says(duyen.page, 'Nguyễn Văn Hòa'));
  await check(`${tag}: a circle is refused`, () => duyen.page.locator('.govuk-error-summary').waitFor());
  await duyen.leave();
  await hoa.leave();
}

async function revoking(an, tag, w) {
  const { page } = an;
  await page.goto('/quan-tri/uy-quyen?trang-thai=in_force');
  await check(`${tag}: what is in force is listed`, () => says(page, 'Lê Thị Mỹ Duyên'));
  await stands(an, `${tag}-list`);
  await page.locator('main table a[href*="/quan-tri/uy-quyen/"]').first().click();
  await stands(an, `${tag}-revoke`);
  await submit(page, 'main form');
  await check(`${tag}: revoked at once`, () => says(page, w.revoked));
  await page.goto('/quan-tri/uy-quyen?trang-thai=in_force');
  await stands(an, `${tag}-none`);
}

async function handingOver(an, tag, w, from, to) {
  const { page } = an;
  await open(page, from);
  await page.goto(`${at(page)}/ban-giao`);
  await choose(page, 'to', to);
  await day(page, 'day', 30);
  await page.locator('button[value=xem]').click();
  await check(`${tag}: everything is listed before`, () => says(page, w.moved));
  await stands(an, `${tag}-preview`);
  await page.locator('button[value=lam]').click();
  await page.waitForURL('**?xong=ban-giao');
  await stands(an, `${tag}-done`);
}

async function organisations(city, an, tag, w, code) {
  const { page } = an;
  await page.goto('/quan-tri/to-chuc?q=khong-co');
  await stands(an, `${tag}-none`);
  await page.goto('/quan-tri/to-chuc/moi');
  await page.locator('[name=name]').fill("Công ty TNHH Tôm Sông Hậu & D'Or");
  await page.locator('[name=kind]').selectOption('company');
  await page.locator('[name=tax_code]').fill('1800156802');
  await day(page, 'from', -1000);
  await submit(page, 'main form');
  await refused(an, `${tag}-wrong`, w.check);
  await page.locator('[name=tax_code]').fill(code);
  await submit(page, 'main form');
  await page.waitForURL('**?xong=1');
  const form = 'form:has([value="dai-dien"])';
  await page.locator(`${form} [name=number]`).fill('092 196 000 999');
  await page.locator(`${form} [name=capacity]`).fill('Giám đốc');
  await submit(page, form);
  await page.locator('.govuk-error-summary').waitFor();
  an.troubles.length = 0;
  await stands(an, `${tag}-one`);
  const lan = await person({ base: city.base });
  await lan.page.goto('/dang-nhap?ve=/tai-khoan');
  await lan.page.locator('a[href^="/dang-nhap/cong-dan"]').click();
  await lan.page.getByLabel('Nguyễn Thị Lan').check();
  await lan.page.getByRole('button', { name: 'Đăng nhập', exact: true }).first().click();
  await page.locator(`${form} [name=number]`).fill('092 196 000 107');
  await page.locator(`${form} [name=evidence]`).fill('Giấy chứng nhận đăng ký doanh nghiệp');
  await day(page, 'since', -10, form);
  await submit(page, form);
  await page.waitForURL('**?xong=dai-dien');
  await stands(an, `${tag}-represented`);
  await lan.page.goto('/tai-khoan');
  await check(`${tag}: the resident reads for whom they may speak`, () => says(lan.page, "Tôm Sông Hậu & D'Or"));
  await stands(lan, `${tag}-resident`);
  await lan.leave();
}

async function walk(city, options, tag, own) {
  const w = words[options.lang];
  const an = await officer(city, 'an', options);
  await finding(an, `people-${tag}-find`, w);
  await appointing(an, `people-${tag}-appoint`, w, own.name);
  await offices(an, `people-${tag}-office`, w);
  await identity(an, `people-${tag}-identity`, w);
  await absence(city, `people-${tag}-absence`, w, options);
  await revoking(an, `people-${tag}-delegation`, w);
  await handingOver(an, `people-${tag}-handover`, w, own.leaver, own.receiver);
  await organisations(city, an, `people-${tag}-organisation`, w, own.code);
  await an.leave();
}

export async function people({ taydo }) {
  const city = await startCity({ taydo });
  try {
    await walk(city, { lang: 'vi' }, 'vi',
      { name: "K'Brôi H’Niê 🌸", leaver: 'Trần Thị Thu', receiver: 'Phạm Văn Minh', code: '1800156801' });
    await walk(city, { lang: 'en', width: 390 }, 'en',
      { name: "Đặng O'Neill Ngọc", leaver: 'Bùi Thị Ngọc', receiver: 'Đỗ Minh Tâm', code: '1800278630' });
    const plain = await officer(city, 'an', { lang: 'vi', width: 390, javascript: false });
    await open(plain.page, 'Nguyễn Văn Hòa');
    await stands(plain, 'people-plain');
    await plain.leave();
  } finally {
    await city.stop();
  }
}
