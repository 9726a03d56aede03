// Officers' accounts: an administrator turns on the second factor and signs in with it; another is
// asked to confirm its reset; an account is locked under somebody's hands. In both languages.
import crypto from 'node:crypto';
import { check, expect, person, stands, startCity } from './lib.mjs';

const words = {
  vi: { signIn: 'Đăng nhập', turnOn: 'Bật xác thực hai lớp', kept: 'Đã cất mã, tiếp tục', lock: 'Khóa tài khoản', unlock: 'Mở khóa',
    reset: 'Đề nghị đặt lại xác thực hai lớp', confirm: 'Xác nhận và thực hiện', password: 'Cấp mật khẩu dùng một lần', changed: 'vừa thay đổi',
    noDevice: 'Không có điện thoại bên mình', wrong: 'không đúng', lockedOut: 'đang bị khóa',
    askPassword: 'Đề nghị cấp mật khẩu dùng một lần', first: 'Nửa đầu', second: 'Nửa sau' },
  en: { signIn: 'Sign in', turnOn: 'Turn it on', kept: 'I have kept them, continue', lock: 'Lock the account', unlock: 'Unlock',
    reset: 'Ask to reset the second factor', confirm: 'Confirm and carry out', password: 'Give a one-time password', changed: 'has just changed',
    noDevice: 'I do not have my phone', wrong: 'not right', lockedOut: 'is locked',
    askPassword: 'Ask for a one-time password', first: 'First half', second: 'Second half' },
};

const at = (page) => new URL(page.url()).pathname;
const button = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
const text = (page) => page.locator('main').innerText();

// RFC 6238, as a phone would compute it.
function code(secret, ahead = 0) {
  const bits = [...secret.replaceAll(' ', '')].map((c) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = crypto.createHmac('sha1', key).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function signIn(someone, login, language, path = '/quan-tri/tai-khoan') {
  const { page } = someone;
  await page.goto(`/dang-nhap/can-bo?lang=${language}&ve=${path}`);
  await page.locator('[name=login]').fill(login);
  await page.locator('[name=password]').fill(`taydo-demo-${login}`);
  await button(page, words[language].signIn);
}

// An enrols; what is left is a secret on the phone and ten codes on paper.
async function enrol(an, w, tag) {
  const { page } = an;
  await page.goto('/tai-khoan/xac-thuc');
  await stands(an, `${tag}-enrol`);
  const secret = await page.locator('.td-qr code, code').first().innerText();
  await page.locator('#code').fill('000000');
  await button(page, w.turnOn);
  await page.locator('.govuk-error-summary').waitFor();
  an.troubles.length = 0; // the browser counts the 422 as an error
  await stands(an, `${tag}-enrol-wrong`);
  await check(`${tag}: after a wrong code the key is the same`, async () =>
    expect(await page.locator('code').first().innerText() === secret, 'another key'));
  await page.locator('#code').fill(code(secret));
  await button(page, w.turnOn);
  const codes = await page.locator('main ol li').allInnerTexts();
  await check(`${tag}: ten recovery codes are shown`, () => expect(codes.length === 10, codes.join()));
  await stands(an, `${tag}-codes`);
  await page.emulateMedia({ media: 'print' });
  await stands({ ...an, javascript: false }, `${tag}-codes-print`);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: w.kept }).or(page.getByRole('button', { name: w.kept })).click();
  await check(`${tag}: and the way leads on`, () => expect(at(page) === '/tai-khoan', page.url()));
  await stands(an, `${tag}-own`);
  await page.goto('/tai-khoan/xac-thuc');
  await stands(an, `${tag}-enrolled`);
  return { secret, codes };
}

async function secondStep(city, { secret, codes }, language, width, tag) {
  const w = words[language];
  const an = await person({ base: city.base, width });
  const { page } = an;
  await signIn(an, 'an', language);
  await check(`${tag}: the password alone leads to the second step`, () => expect(at(page) === '/dang-nhap/ma', page.url()));
  await page.getByText(w.noDevice).click();
  await stands(an, `${tag}-second`);
  await page.locator('#code').fill('123456');
  await button(page, w.signIn);
  await check(`${tag}: a wrong code is refused`, async () => expect((await text(page)).includes(w.wrong), await text(page)));
  an.troubles.length = 0;
  await stands(an, `${tag}-second-wrong`);
  await page.locator('#code').fill(code(secret, 1)); // the one before was spent by enrolling
  await button(page, w.signIn);
  await check(`${tag}: the phone's code leads on`, () => expect(at(page) === '/quan-tri/tai-khoan', page.url()));
  const paper = await person({ base: city.base, width });
  await signIn(paper, 'an', language);
  await paper.page.getByText(w.noDevice).click();
  await paper.page.locator('#recovery').fill(codes[0].toUpperCase());
  await button(paper.page, w.signIn);
  await check(`${tag}: so does a recovery code`, () => expect(at(paper.page) === '/quan-tri/tai-khoan', paper.page.url()));
  await paper.leave();
  return an;
}

// Yến locks Minh while An looks at the same page.
async function locking(city, an, yen, language, tag) {
  const w = words[language];
  const minh = await person({ base: city.base });
  await signIn(minh, 'minh', language, '/viec');
  for (const someone of [an, yen]) {
    await someone.page.goto(`/quan-tri/tai-khoan?lang=${language}&q=minh`);
    if (someone === yen) await stands(yen, `${tag}-list`);
    await someone.page.locator('td a, th a').first().click();
  }
  await stands(yen, `${tag}-one`);
  await button(yen.page, w.lock);
  await stands(yen, `${tag}-locked`);
  await minh.page.goto('/viec');
  await check(`${tag}: whose account is locked is signed out`, () => expect(at(minh.page) === '/dang-nhap', minh.page.url()));
  await button(an.page, w.password);
  await check(`${tag}: the second administrator is told, and nothing is lost`, async () =>
    expect((await text(an.page)).includes(w.changed), await text(an.page)));
  an.troubles.length = 0;
  await stands(an, `${tag}-changed`);
  await signIn(minh, 'minh', language, '/viec');
  await check(`${tag}: who knows the password is told why`, async () =>
    expect((await text(minh.page)).includes(w.lockedOut), await text(minh.page)));
  minh.troubles.length = 0;
  await button(an.page, w.unlock);
  await button(an.page, w.password);
  await stands(an, `${tag}-one-time`);
  await minh.leave();
}

// An has lost the phone: Yến asks, a third would confirm; An herself may not.
async function twoPeople(city, an, yen, language, tag) {
  const w = words[language];
  await yen.page.goto(`/quan-tri/tai-khoan?lang=${language}&q=an&tt=`);
  await yen.page.getByRole('link', { name: 'Lý Thành An' }).click();
  await yen.page.getByText(w.reset).first().click();
  await button(yen.page, w.reset);
  await yen.page.locator('.govuk-error-summary').waitFor();
  yen.troubles.length = 0;
  await yen.page.getByText(w.reset).first().click();
  await stands(yen, `${tag}-no-reason`);
  await yen.page.locator('[name=reason_ask_reset]').fill('Mất điện thoại, đã gặp trực tiếp');
  await button(yen.page, w.reset);
  await stands(yen, `${tag}-asked`);
  await yen.page.goto('/quan-tri/hai-nguoi');
  await stands(yen, `${tag}-own-request`);
  await check(`${tag}: who asked cannot confirm`, async () =>
    expect(await yen.page.getByRole('button', { name: w.confirm }).count() === 0, 'there is the button'));
  await an.page.goto(`/quan-tri/hai-nguoi?lang=${language}`);
  await stands(an, `${tag}-concerned`);
  await check(`${tag}: whom it concerns cannot confirm`, async () =>
    expect(await an.page.getByRole('button', { name: w.confirm }).count() === 0, 'there is the button'));
  const chi = await person({ base: city.base, width: an.width });
  await signIn(chi, 'chi', language, '/quan-tri/hai-nguoi');
  await stands(chi, `${tag}-to-confirm`);
  await button(chi.page, w.confirm);
  await stands(chi, `${tag}-confirmed`);
  await an.page.goto('/quan-tri');
  await check(`${tag}: who had a second factor is signed out`, () => expect(at(an.page) === '/dang-nhap', an.page.url()));
  await halves(an, yen, chi, tag, w);
  await chi.leave();
}

// An has forgotten the password too: Yến and Chi each hand over half of a new one.
async function halves(an, yen, chi, tag, w) {
  await yen.page.goto('/quan-tri/tai-khoan?q=an&tt=');
  await yen.page.getByRole('link', { name: 'Lý Thành An' }).click();
  await check(`${tag}: nobody locks or resets an administrator alone`, async () =>
    expect(await yen.page.getByRole('button', { name: w.password, exact: true }).count() === 0, 'there is the button'));
  await yen.page.getByText(w.askPassword).first().click();
  await stands(yen, `${tag}-administrator`);
  await yen.page.locator('[name=reason_ask_password]').fill('Quên mật khẩu, đã gặp trực tiếp');
  await button(yen.page, w.askPassword);
  await chi.page.goto('/quan-tri/hai-nguoi');
  await button(chi.page, w.confirm);
  const parts = [];
  for (const [who, title] of [[yen, w.first], [chi, w.second]]) {
    await who.page.goto('/quan-tri/hai-nguoi');
    await stands(who, `${tag}-half-${parts.length + 1}`);
    await check(`${tag}: ${title} is shown`, async () => expect((await text(who.page)).includes(title), await text(who.page)));
    parts.push(await who.page.locator('main code').first().innerText());
  }
  const { page } = an;
  await page.goto('/dang-nhap/can-bo');
  for (const [typed, where] of [[parts[0], '/dang-nhap/can-bo'], [parts.join('-'), '/tai-khoan/mat-khau']]) {
    await page.locator('[name=login]').fill('an');
    await page.locator('[name=password]').fill(typed);
    await button(page, w.signIn);
    await check(`${tag}: ${typed.length} letters lead to ${where}`, () => expect(at(page) === where, page.url()));
  }
  an.troubles.length = 0;
}

async function walk(city, language, width) {
  const w = words[language];
  const tag = `accounts-${language}`;
  const first = await person({ base: city.base, width });
  await signIn(first, 'an', language);
  await check(`${tag}: an administrator lands at the accounts`, () => expect(at(first.page) === '/quan-tri/tai-khoan', first.page.url()));
  const proofs = await enrol(first, w, tag);
  await first.leave();
  const an = await secondStep(city, proofs, language, width, tag);
  const yen = await person({ base: city.base, width });
  await signIn(yen, 'yen', language);
  await locking(city, an, yen, language, tag);
  await twoPeople(city, an, yen, language, tag);
  await an.leave();
  await yen.leave();
}

export async function accounts({ taydo, database }) {
  for (const [language, width] of [['vi', 1280], ['en', 390]]) {
    const city = await startCity({ taydo, database });
    try {
      await walk(city, language, width);
    } finally {
      await city.stop();
    }
  }
}
