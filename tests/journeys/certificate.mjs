// Lan asks for a marital-status certificate; the ward receives, appraises, signs, numbers, seals and
// returns it; she downloads a result that pdfsig finds valid. In both languages, and without JavaScript.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { check, expect, light, person, stands, startCity } from './lib.mjs';

const run = promisify(execFile);

// What is written on buttons and in choices, in the language of the walk.
const words = {
  vi: { start: 'Bắt đầu điền', go: 'Lưu và tiếp tục', submit: 'Nộp hồ sơ', signIn: 'Đăng nhập', accept: 'Đủ thành phần, tiếp nhận', confirm: 'Xác nhận',
    paid: 'Đã nhận đủ tiền', propose: 'Trình ký', approve: 'Duyệt và ký số', seal: 'Vào số và đóng dấu', hand: 'Trả kết quả', apply: 'Nộp hồ sơ trực tuyến',
    search: 'Tìm', returned: 'Đã trả kết quả', result: 'Tải kết quả', slip: 'Tải giấy tiếp nhận' },
  en: { start: 'Start', go: 'Save and continue', submit: 'Submit', signIn: 'Sign in', accept: 'Complete: receive', confirm: 'Confirm', paid: 'Money received',
    propose: 'Send for signature', approve: 'Approve and sign', seal: 'Number and seal', hand: 'Return the result', apply: 'Apply online', search: 'Search',
    returned: 'Result returned', result: 'Download the result', slip: 'Download the receipt slip' },
};

const button = (page, name) => page.getByRole('button', { name, exact: true }).click();

async function findProcedure(lan, w, tag) {
  const { page } = lan;
  await stands(lan, `${tag}-01-home`);
  await page.locator('#q').fill('tinh trang hon nhan');
  await button(page, w.search);
  await stands(lan, `${tag}-02-search`);
  await page.locator('a[href="/thu-tuc/1.004873"]').first().click();
  await stands(lan, `${tag}-03-procedure`);
  await page.getByRole('link', { name: w.apply }).click();
  await stands(lan, `${tag}-04-sign-in`);
}

export async function residentSignsIn(page, name, w) {
  await page.locator('a[href^="/dang-nhap/cong-dan"]').first().click();
  await page.getByLabel(name).check();
  await button(page, w.signIn);
}

const fillDate = async (page, name, day, month, year) => {
  await page.locator(`[name="${name}-day"]`).fill(day);
  await page.locator(`[name="${name}-month"]`).fill(month);
  await page.locator(`[name="${name}-year"]`).fill(year);
};

async function fillForm(lan, w, tag) {
  const { page } = lan;
  await page.selectOption('[name=unit]', '31135');
  await stands(lan, `${tag}-05-start`);
  await button(page, w.start);
  await page.selectOption('[name="requester.relation"]', 'SELF');
  await page.locator('[name="requester.requester_phone"]').fill('091234567');
  await button(page, w.go);
  await check(`${tag}: a wrong phone is refused and kept`, async () => {
    expect(await page.locator('.govuk-error-summary').count() === 1, 'no error summary');
    expect(await page.locator('[name="requester.requester_phone"]').inputValue() === '091234567', 'what was typed is gone');
  });
  lan.troubles.length = 0; // the browser counts the 422 as an error
  await stands(lan, `${tag}-06-wrong`);
  await page.locator('[name="requester.requester_phone"]').fill('0912 345 678');
  await button(page, w.go);
  await page.locator('[name="subject.subject_status"][value=SINGLE]').check();
  await page.locator('[name="subject.certify"][value=PAST]').check();
  await stands(lan, `${tag}-07-subject`);
  await button(page, w.go);
  await fillDate(page, 'periods.0.period_from', '14', '3', '2014');
  await fillDate(page, 'periods.0.period_to', '20', '11', '2026');
  await page.selectOption('[name="periods.0.period_residence-commune"]', '31135');
  await page.locator('[name="periods.0.period_residence-line"]').fill("12 đường Hai Bà Trưng, hẻm 'A & B' 🌸");
  await page.locator('[name="periods.0.period_status"][value=SINGLE]').check();
  await stands(lan, `${tag}-08-periods`);
  await button(page, w.go);
  await check(`${tag}: a sign that no font has is refused where it was typed, and kept`, async () => {
    expect((await page.locator('.govuk-error-summary').innerText()).includes('🌸'), 'the sign is not named');
    expect((await page.locator('[name="periods.0.period_residence-line"]').inputValue()).includes('🌸'), 'what was typed is gone');
  });
  lan.troubles.length = 0;
  await page.locator('[name="periods.0.period_residence-line"]').fill("12 đường Hai Bà Trưng, hẻm 'A & B'");
  await button(page, w.go);
  await page.locator('[name="purpose.purpose"][value=LOAN]').check();
  await button(page, w.go);
  await page.locator('[name="delivery.return_channel"][value=ONLINE]').check();
  await page.locator('[name="delivery.commitment"]').check();
  await button(page, w.go);
  await stands(lan, `${tag}-09-check`);
}

async function submit(lan, w, tag) {
  const { page } = lan;
  const other = { ...lan, page: await page.context().newPage() };
  await other.page.goto(page.url().replace('kiem-tra', '1'));
  await button(page, w.submit);
  await page.waitForURL(/\/ho-so\//);
  const code = decodeURIComponent(new URL(page.url()).pathname.split('/')[2]);
  await stands(lan, `${tag}-10-submitted`);
  await check(`${tag}: there is no slip before the ward has received it`, async () => {
    expect(await page.getByRole('link', { name: w.slip }).count() === 0, 'a slip is offered');
    expect((await page.request.get(`/ho-so/${code}/giay-tiep-nhan.pdf`)).status() === 404, 'a slip is given');
  });
  await lateTab(other, code, w, tag);
  return code;
}

// A second tab was open on the form all the while; now its answers are saved, too late.
async function lateTab(lan, code, w, tag) {
  const { page } = lan;
  await page.locator('[name="requester.requester_phone"]').fill('0987 654 321');
  await button(page, w.go);
  await stands(lan, `${tag}-10-late`);
  await check(`${tag}: a tab saved too late shows what was typed and leads to the dossier`, async () => {
    expect((await page.locator('main').innerText()).includes('0987 654 321'), 'what was typed is gone');
    expect(await page.locator(`main a[href="/ho-so/${code}"]`).count() === 1, 'no way to the dossier');
  });
  await page.close();
}

// An officer signs in on a browser of their own.
export async function officer(base, login, language, javascript, width = 1280) {
  const someone = await person({ base, javascript, width });
  const { page } = someone;
  await page.goto(`/dang-nhap/can-bo?lang=${language}`);
  await page.locator('[name=login]').fill(login);
  await page.locator('[name=password]').fill(`taydo-demo-${login}`);
  await page.locator('main form button').last().click();
  await page.goto('/viec');
  return someone;
}

const steps = [
  ['minh', async (page, w) => { await page.getByRole('radio', { name: w.accept }).check(); await button(page, w.confirm); }, 'receive'],
  ['minh', (page, w) => button(page, w.paid), 'fee'],
  ['duyen', async (page, w) => { await page.locator('[name=words]').fill('Đã tra cứu sổ hộ tịch, đủ điều kiện cấp.'); await button(page, w.propose); }, 'appraise'],
  ['hoa', async (page, w) => { await page.getByRole('radio', { name: w.approve }).check(); await button(page, w.confirm); }, 'sign'],
  ['thu', (page, w) => button(page, w.seal), 'seal'],
  ['minh', (page, w) => button(page, w.hand), 'return'],
];

async function walkOffice(city, code, language, javascript, width, tag) {
  const w = words[language];
  let number = 11;
  for (const [login, decide, name] of steps) {
    const someone = await officer(city.base, login, language, javascript, width);
    await stands(someone, `${tag}-${number++}-${name}-list`);
    await someone.page.locator(`a:has-text("${code}")`).first().click();
    await stands(someone, `${tag}-${number++}-${name}`);
    await decide(someone.page, w);
    await check(`${tag}: after ${name} the officer is back at the list`, () => {
      expect(new URL(someone.page.url()).pathname === '/viec', someone.page.url());
    });
    await someone.leave();
  }
}

async function fetchPdf(page, href, file) {
  const answer = await page.request.get(href);
  expect(answer.ok(), `${href}: ${answer.status()}`);
  fs.writeFileSync(file, await answer.body());
}

async function result(lan, city, code, w, tag) {
  const { page } = lan;
  await page.goto(`/ho-so/${code}`);
  await stands(lan, `${tag}-30-returned`);
  const file = path.join(city.data, 'result.pdf');
  await check(`${tag}: pdfsig finds both signatures valid, the last over the whole document`, async () => {
    expect((await page.content()).includes(w.returned), 'the state is not shown');
    await fetchPdf(page, `/ho-so/${code}/ket-qua.pdf`, file);
    const { stdout } = await run('pdfsig', ['-nocert', file]).catch((error) => error);
    expect((stdout.match(/Signature is Valid/g) ?? []).length === 2, stdout);
    expect(/Signature #2[\s\S]*Total document signed/.test(stdout), stdout);
    const text = (await run('pdftotext', ['-layout', file, '-'])).stdout;
    // Hòa is a deputy with an assignment. [law: NĐ 30/2020 PL I.II.3, 7; TT 04/2020/TT-BTP Đ.33]
    const line = text.replace(/\s+/g, ' ');
    for (const words of ['NGUYỄN THỊ LAN', 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH', 'UBND PHƯỜNG NINH KIỀU', 'từ ngày 14 tháng 3 năm 2014',
      'Tình trạng hôn nhân: chưa đăng ký kết hôn với ai', 'Làm thủ tục vay vốn ngân hàng (Không có giá trị đăng ký kết hôn).']) {
      expect(line.includes(words), `${words} is missing: ${text}`);
    }
    expect(/Số: 0[1-9]\/UBND-XNTTHN/.test(line), text);
  });
  for (const slip of ['giay-tiep-nhan.pdf', 'xac-nhan-thu-tien.pdf']) {
    await check(`${tag}: ${slip} is a paper with the dossier's code`, async () => {
      await fetchPdf(page, `/ho-so/${code}/${slip}`, file);
      expect((await run('pdftotext', [file, '-'])).stdout.includes(code), 'no code on it');
    });
  }
}

// The figure on the home page opens the dossiers behind it, for an officer of the ward.
async function figures(city, code) {
  const minh = await officer(city.base, 'minh', 'vi', true);
  await minh.page.goto('/');
  await minh.page.locator('a[href="/so-lieu/tiep-nhan"]').first().click();
  await stands(minh, 'figure-received');
  await check('the figure opens the dossiers behind it', async () => {
    expect((await minh.page.content()).includes(code), `${code} is not among them`);
  });
  await minh.leave();
}

export async function walk(city, language, javascript, width) {
  const tag = `${language}${javascript ? '' : '-nojs'}-${width}`;
  const w = words[language];
  const lan = await person({ base: city.base, javascript, width });
  await lan.page.goto(`/?lang=${language}`);
  await findProcedure(lan, w, tag);
  await residentSignsIn(lan.page, 'Nguyễn Thị Lan', w);
  await fillForm(lan, w, tag);
  const code = await submit(lan, w, tag);
  await walkOffice(city, code, language, javascript, width, tag);
  await result(lan, city, code, w, tag);
  await lan.leave();
  return code;
}

export async function certificate({ taydo, database }) {
  const city = await startCity({ taydo, database });
  try {
    for (const address of ['/', '/thu-tuc/1.004873', '/tra-cuu']) await light('citizen', city.base, address);
    await figures(city, await walk(city, 'vi', true, 1280));
    await walk(city, 'en', true, 390);
    await walk(city, 'vi', true, 390);
    await walk(city, 'en', true, 1280);
    await walk(city, 'vi', false, 390);
    await check('the journal verifies after all of it', async () => {
      const { stdout } = await run(taydo, ['journal', 'verify', ...city.where]);
      expect(stdout.includes('whole'), stdout);
    });
  } finally {
    await city.stop();
  }
}
