// Lan reads who opened her data, takes it along, has it corrected, is told why it cannot be erased,
// agrees and withdraws; the office answers.
import { execFileSync } from 'node:child_process';
import { residentSignsIn } from './certificate.mjs';
import { check, expect, person, stands, startCity } from './lib.mjs';

const words = {
  vi: { signIn: 'Đăng nhập', nobody: 'Chưa có cơ quan nào', purpose: 'Tìm một người theo số', none: 'Không có lần xem nào',
    noField: 'Chọn dữ liệu cần sửa', wrong: 'Nhập số điện thoại', sent: 'Đã gửi yêu cầu', answer: 'Viết câu trả lời',
    done: 'Đã thực hiện', number: 'Số định danh cá nhân', tick: 'Đánh dấu vào ô', agreed: 'Đã đồng ý từ', before: 'Những lần trước',
    reason: 'Viết lý do', secret: 'Luật Bảo vệ bí mật nhà nước', told: 'Trả lời yêu cầu', refused: 'Không thực hiện', withdrawn: 'Đã rút yêu cầu' },
  en: { signIn: 'Sign in', nobody: 'No agency has looked', purpose: 'Find a person', none: 'Nobody looked in these days',
    noField: 'Choose what is to be corrected', wrong: 'Enter a phone number', sent: 'is sent', answer: 'Write the answer',
    done: 'Carried out', number: 'Personal number', tick: 'Tick the box', agreed: 'Agreed since', before: 'Before',
    reason: 'Write the reason', secret: 'Luật Bảo vệ bí mật nhà nước', told: 'The answer to request', refused: 'Declined', withdrawn: 'is withdrawn' },
};
// One empty page, as a scanner without letters makes it.
const paper = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;
const lanNumber = '092196000107';

const main = (page) => page.locator('main').innerText();
async function says(page, name, what) {
  await check(name, async () => {
    const text = await main(page);
    expect(text.includes(what), `“${what}” is not in: ${text.slice(0, 1500)}`);
  });
}
// The page answers 422, which the browser counts as an error of its own.
async function refused(someone, name, what) {
  await someone.page.locator('.govuk-error-summary').waitFor();
  someone.troubles.length = 0;
  await says(someone.page, name, what);
  await stands(someone, name);
}

async function signInLan(city, language, options) {
  const lan = await person({ base: city.base, ...options });
  await lan.page.goto(`/dang-nhap?lang=${language}&ve=/tai-khoan`);
  await residentSignsIn(lan.page, 'Nguyễn Thị Lan', words[language]);
  return lan;
}

async function signInAn(city, language, options) {
  const an = await person({ base: city.base, ...options });
  await an.page.goto(`/dang-nhap/can-bo?lang=${language}&ve=/tai-khoan`);
  await an.page.locator('[name=login]').fill('an');
  await an.page.locator('[name=password]').fill('taydo-demo-an');
  await an.page.getByRole('button', { name: words[language].signIn, exact: true }).first().click();
  return an;
}

async function whoSaw(lan, an, tag, w, first) {
  const { page } = lan;
  await page.locator('main a[href="/tai-khoan/du-lieu/ai-da-xem"]').click();
  if (first) await says(page, `${tag}: nobody has looked yet`, w.nobody);
  await stands(lan, `${tag}-01-nobody`);
  await an.page.goto(`/quan-tri/nguoi?q=${lanNumber}`);
  await check(`${tag}: the administrator finds Lan`, async () => expect((await main(an.page)).includes('Nguyễn Thị Lan'), 'not found'));
  await page.reload();
  await says(page, `${tag}: Lan reads the purpose`, w.purpose);
  await check(`${tag}: and no officer's name`, async () => expect(!(await main(page)).includes('Lý Thành An'), 'named'));
  await page.locator('[name=tu]').fill('1/1/2100');
  await page.locator('main form button').first().click();
  await says(page, `${tag}: nobody in the year 2100`, w.none);
}

// Posts a form as the browser would and reads the file that comes back.
async function fileOf(page, form) {
  const target = page.locator(`form[action="${form}"]`);
  const fields = {};
  for (const input of await target.locator('input[type=hidden]').all()) {
    fields[await input.getAttribute('name')] = await input.getAttribute('value');
  }
  return (await page.request.post(form, { form: fields })).body();
}

async function takesAlong(lan, tag, w) {
  const { page } = lan;
  await page.goto('/tai-khoan/du-lieu');
  await stands(lan, `${tag}-02-kept`);
  const zip = await fileOf(page, '/tai-khoan/du-lieu/tai-ve');
  await check(`${tag}: all of it in one file`, () => {
    expect(zip.subarray(0, 2).toString() === 'PK', 'no ZIP');
    expect(zip.includes(lanNumber) && zip.includes(w.number), 'her number is not in it');
    expect(zip.includes('du-lieu-cua-toi.html') && zip.includes('du-lieu-cua-toi.json'), 'files are missing');
  });
}

async function asksCorrection(lan, tag, w) {
  const { page } = lan;
  await page.goto('/tai-khoan/du-lieu/sua');
  await stands(lan, `${tag}-03-correction`);
  await page.locator('main form button').last().click();
  await refused(lan, `${tag}-04-no-field`, w.noField);
  await page.locator('[name=field]').selectOption('phone');
  await page.locator('[name=wanted]').fill('chín một hai');
  await page.locator('[name=words]').fill('Đã đổi số điện thoại');
  await page.locator('main form button').last().click();
  await refused(lan, `${tag}-05-wrong`, w.wrong);
  await check(`${tag}: what was typed is still there`, async () =>
    expect((await page.locator('[name=words]').inputValue()) === 'Đã đổi số điện thoại', 'gone'));
  await page.locator('[name=wanted]').fill('0912 000 108');
  await page.locator('[name=secret]').check();
  await page.locator('main form button').last().click();
  await refused(lan, `${tag}-05b-secret`, w.secret);
  await check(`${tag}: the tick is kept too`, async () => expect(await page.locator('[name=secret]').isChecked(), 'gone'));
  await page.locator('[name=secret]').uncheck();
  await page.locator('[name=paper]').setInputFiles({ name: 'hop-dong.pdf', mimeType: 'application/pdf', buffer: Buffer.from(paper) });
  await page.locator('main form button').last().click();
  await says(page, `${tag}: the request is sent`, w.sent);
  await stands(lan, `${tag}-06-sent`);
}

async function asksErasure(lan, tag, w) {
  const { page } = lan;
  await page.goto('/tai-khoan/du-lieu/xoa');
  await stands(lan, `${tag}-07-erasure`);
  await page.locator('main form button').last().click();
  await refused(lan, `${tag}-08-no-reason`, w.reason);
  await page.locator('[name=words]').fill('Không dùng nữa');
  await page.locator('main form button').last().click();
  await says(page, `${tag}: erasure is asked for`, w.sent);
}

async function agrees(lan, tag, w) {
  const { page } = lan;
  await page.goto('/tai-khoan/du-lieu/dong-y');
  await check(`${tag}: nothing is ticked beforehand`, async () =>
    expect((await page.locator('input[type=checkbox]:checked').count()) === 0, 'ticked'));
  await stands(lan, `${tag}-09-consents`);
  await page.locator('main form button').first().click();
  await refused(lan, `${tag}-10-not-ticked`, w.tick);
  await page.locator('input[type=checkbox]').check();
  await page.locator('main form button').first().click();
  await says(page, `${tag}: Lan has agreed`, w.agreed);
  await stands(lan, `${tag}-11-agreed`);
  await page.locator('main form button').first().click();
  await says(page, `${tag}: and withdrawn`, w.before);
  await stands(lan, `${tag}-12-withdrawn`);
}

async function officeAnswers(an, tag, w) {
  const { page } = an;
  await page.goto('/quan-tri/du-lieu-ca-nhan');
  await check(`${tag}: the list names nobody`, async () => expect(!(await main(page)).includes('Lan'), 'named'));
  await stands(an, `${tag}-13-requests`);
  await page.locator('main table a').first().click();
  await says(page, `${tag}: what should be`, '0912000108');
  await stands(an, `${tag}-14-request`);
  const paper = await page.request.get(await page.locator('a[href$="/giay-to"]').getAttribute('href'));
  await check(`${tag}: the paper opens`, async () => expect((await paper.body()).toString().startsWith('%PDF'), 'no PDF'));
  await page.locator('.td-action button').first().click();
  await refused(an, `${tag}-15-no-answer`, w.answer);
  await page.locator('[name=answer]').fill('Đã sửa số điện thoại');
  await page.locator('.td-action button').first().click();
  await says(page, `${tag}: it is carried out`, w.done);
  await stands(an, `${tag}-16-done`);
  await page.goto('/quan-tri/du-lieu-ca-nhan');
  await page.locator('main table a').first().click();
  await stands(an, `${tag}-17-erasure`);
  await page.locator('[name=answer]').fill('Đề nghị giữ tài khoản');
  await page.locator('.td-action button').last().click();
  await says(page, `${tag}: the erasure is declined`, w.refused);
}

async function walk(city, language, options, first) {
  const tag = `privacy-${language}${options.javascript === false ? '-plain' : ''}`;
  const w = words[language];
  const lan = await signInLan(city, language, options);
  const an = await signInAn(city, language, options);
  await whoSaw(lan, an, tag, w, first);
  await takesAlong(lan, tag, w);
  await asksCorrection(lan, tag, w);
  await asksErasure(lan, tag, w);
  await agrees(lan, tag, w);
  await officeAnswers(an, tag, w);
  await lan.page.goto('/tai-khoan/du-lieu');
  await says(lan.page, `${tag}: Lan reads the answer`, 'Đã sửa số điện thoại');
  await stands(lan, `${tag}-18-answer`);
  await lan.page.goto('/tin-nhan');
  await says(lan.page, `${tag}: and is told`, w.told);
  await lan.leave();
  await an.leave();
}

// Lan, who keeps nothing open, is erased; her sessions end and nobody finds her.
async function erased(city, taydo) {
  const tag = 'privacy-erased';
  const lan = await signInLan(city, 'vi', { width: 1280 });
  const an = await signInAn(city, 'vi', { width: 1280 });
  await lan.page.goto('/tai-khoan/du-lieu/xoa');
  await lan.page.locator('[name=words]').fill('Không dùng nữa');
  await lan.page.locator('main form button').last().click();
  await an.page.goto('/quan-tri/du-lieu-ca-nhan');
  await an.page.locator('main table a').first().click();
  await an.page.locator('[name=answer]').fill('Đã xóa theo yêu cầu');
  await an.page.locator('.td-action button').first().click();
  await says(an.page, `${tag}: it is carried out`, 'Đã thực hiện');
  await stands(an, `${tag}-01-office`);
  await lan.page.goto('/tai-khoan/du-lieu');
  await check(`${tag}: Lan's session has ended`, async () => expect(lan.page.url().includes('/dang-nhap'), lan.page.url()));
  await an.page.goto(`/quan-tri/nguoi?q=${lanNumber}`);
  await check(`${tag}: nobody finds her`, async () => expect(!(await main(an.page)).includes('Nguyễn Thị Lan'), 'found'));
  await check(`${tag}: and the journal still proves`, () => {
    execFileSync(taydo, ['journal', 'verify', '--data', city.data]);
  });
  await lan.leave();
  await an.leave();
}

export async function privacy({ taydo }) {
  const city = await startCity({ taydo });
  await walk(city, 'vi', { width: 1280 }, true);
  await walk(city, 'en', { width: 390 }, false);
  await walk(city, 'vi', { width: 390, javascript: false }, false);
  await erased(city, taydo);
  await city.stop();
}
