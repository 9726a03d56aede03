// Signing in and out, and looking after one's account: residents, officers, the first administrator;
// and a session that ends in the middle of a form.
import { check, expect, person, stands, startCity } from './lib.mjs';

const words = {
  vi: { signIn: 'Đăng nhập', turnBack: 'Quay lại', signOut: 'Đăng xuất', end: 'Kết thúc', wrong: 'không đúng',
    stopped: 'đã dừng lại', seen: 'Ai đã xem dữ liệu của tôi', ended: 'Đã kết thúc nơi đăng nhập đó.' },
  en: { signIn: 'Sign in', turnBack: 'Go back', signOut: 'Sign out', end: 'End', wrong: 'not right',
    stopped: 'was stopped', seen: 'Who has seen my data', ended: 'That session has ended.' },
};

const button = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
const at = (page) => new URL(page.url()).pathname;

async function choose(page, name, w) {
  await page.locator('a[href^="/dang-nhap/cong-dan"]').click();
  await page.getByLabel(name).check();
  await button(page, w.signIn);
}

async function resident(city, language, width) {
  const w = words[language];
  const tag = `in-${language}`;
  const lan = await person({ base: city.base, width });
  const { page } = lan;
  await page.goto(`/tai-khoan?lang=${language}`);
  await check(`${tag}: who is not known is asked to sign in`, () => expect(at(page) === '/dang-nhap', page.url()));
  await stands(lan, `${tag}-choose`);
  await page.locator('a[href^="/dang-nhap/cong-dan"]').click();
  await stands(lan, `${tag}-provider`);
  await button(page, w.signIn);
  await page.locator('.govuk-error-summary').waitFor();
  lan.troubles.length = 0; // the browser counts the 422 as an error
  await stands(lan, `${tag}-nobody-chosen`);
  await button(page, w.turnBack);
  await check(`${tag}: turning back at the provider is understood`, async () =>
    expect((await page.locator('main').innerText()).includes(w.stopped), await page.locator('main').innerText()));
  lan.troubles.length = 0;
  await stands(lan, `${tag}-turned-back`);
  await page.goto('/dang-nhap?ve=/tai-khoan');
  await choose(page, 'Nguyễn Thị Lan', w);
  await check(`${tag}: signing in leads where the person wanted to go`, () => expect(at(page) === '/tai-khoan', page.url()));
  await stands(lan, `${tag}-own`);
  await check(`${tag}: one's own data is there, and who has seen it`, async () => {
    const text = await page.locator('main').innerText();
    expect(text.includes('092196000107') && text.includes('14/03/1996') && text.includes(w.seen), text);
  });
  const phone = await person({ base: city.base, width });
  await phone.page.goto(`/dang-nhap?lang=${language}&ve=/tai-khoan`);
  await choose(phone.page, 'Nguyễn Thị Lan', w);
  await stands(phone, `${tag}-two-sessions`);
  await button(phone.page, w.end);
  await check(`${tag}: the other session is ended`, async () => {
    expect((await phone.page.locator('main').innerText()).includes(w.ended), 'not said');
    await page.goto('/tai-khoan');
    expect(at(page) === '/dang-nhap', page.url());
  });
  await button(phone.page, w.signOut);
  await check(`${tag}: after signing out the account is closed`, async () => {
    await phone.page.goto('/tai-khoan');
    expect(at(phone.page) === '/dang-nhap', phone.page.url());
  });
  await lan.leave();
  await phone.leave();
}

async function officer(city, language, width) {
  const w = words[language];
  const tag = `in-${language}-officer`;
  const minh = await person({ base: city.base, width });
  const { page } = minh;
  const submit = async (password) => {
    await page.locator('[name=login]').fill('minh');
    await page.locator('[name=password]').fill(password);
    await button(page, w.signIn);
  };
  await page.goto(`/dang-nhap/can-bo?lang=${language}&ve=/tai-khoan`);
  await page.locator('summary').last().click();
  await stands(minh, `${tag}-form`);
  await submit('sai mat khau');
  await check(`${tag}: a wrong password is refused, the login stays`, async () => {
    expect((await page.locator('.govuk-error-summary').innerText()).includes(w.wrong), 'not said');
    expect(await page.locator('[name=login]').inputValue() === 'minh', 'the login is gone');
  });
  await page.locator('.govuk-error-summary').waitFor();
  minh.troubles.length = 0;
  await stands(minh, `${tag}-wrong`);
  await submit('taydo-demo-minh');
  await check(`${tag}: the right one leads on`, () => expect(at(page) === '/tai-khoan', page.url()));
  await stands(minh, `${tag}-own`);
  await page.goto('/tai-khoan/mat-khau');
  await stands(minh, `${tag}-password`);
  await page.locator('[name=old]').fill('taydo-demo-minh');
  await page.locator('[name=new]').fill('ngắn');
  await page.locator('main form button').first().click();
  await page.locator('.govuk-error-summary').waitFor();
  minh.troubles.length = 0;
  await stands(minh, `${tag}-password-short`);
  await minh.leave();
}

// Her phone ends the session of the desk where she is filling in a form.
async function interrupted(city) {
  const w = words.vi;
  const desk = await person({ base: city.base });
  const phone = await person({ base: city.base, width: 390 });
  const { page } = desk;
  await page.goto('/thu-tuc/1.004873');
  await page.getByRole('link', { name: 'Nộp hồ sơ trực tuyến' }).click();
  await choose(page, 'Nguyễn Thị Lan', w);
  await page.selectOption('[name=unit]', '31135');
  await button(page, 'Bắt đầu điền');
  await page.selectOption('[name="requester.relation"]', 'SELF');
  await page.locator('[name="requester.requester_phone"]').fill('0912 999 888');
  await phone.page.goto('/dang-nhap?ve=/tai-khoan');
  await choose(phone.page, 'Nguyễn Thị Lan', w);
  await button(phone.page, w.end);
  await button(page, 'Lưu và tiếp tục');
  await check('interrupted: who posts after the session ended is asked to sign in', () =>
    expect(at(page) === '/dang-nhap', page.url()));
  await choose(page, 'Nguyễn Thị Lan', w);
  await check('interrupted: what was typed is there again, not yet saved', async () => {
    const typed = await page.locator('[name="requester.requester_phone"]').inputValue();
    expect(typed === '0912 999 888', `${page.url()}: ${typed}`);
  });
  await stands(desk, 'in-interrupted');
  await button(page, 'Lưu và tiếp tục');
  await check('interrupted: the form goes on', async () =>
    expect(await page.locator('[name="subject.subject_status"]').count() > 0, page.url()));
  await desk.leave();
  await phone.leave();
}

// Two tabs begin to sign in; each ends where it wanted to, and the answer may be loaded again.
async function twoTabs(city) {
  const w = words.vi;
  const lan = await person({ base: city.base });
  const first = lan.page;
  const second = await first.context().newPage();
  let answer = '';
  second.on('request', (request) => {
    if (request.url().includes('/dang-nhap/tro-lai')) answer = request.url();
  });
  for (const [page, to] of [[first, '/tai-khoan'], [second, '/ho-so']]) {
    await page.goto(`/dang-nhap?ve=${to}`);
    await page.locator('a[href^="/dang-nhap/cong-dan"]').click();
  }
  for (const [page, to] of [[first, '/tai-khoan'], [second, '/ho-so']]) {
    await page.getByLabel('Nguyễn Thị Lan').check();
    await button(page, w.signIn);
    await check(`two tabs: one ends at ${to}`, () => expect(at(page) === to, page.url()));
  }
  await second.goto(answer);
  await check('two tabs: whoever loads the answer again is led on', () => expect(at(second) === '/ho-so', second.url()));
  await lan.leave();
}

export async function signIn({ taydo, database }) {
  const city = await startCity({ taydo, database });
  try {
    await resident(city, 'vi', 1280);
    await resident(city, 'en', 390);
    await officer(city, 'vi', 390);
    await officer(city, 'en', 1280);
    await interrupted(city);
    await twoTabs(city);
  } finally {
    await city.stop();
  }
}
