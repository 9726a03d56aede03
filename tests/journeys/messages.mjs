// Lan is told that her dossier is refused and reads it; she changes how she is told and confirms an
// address with the code of a letter; An looks at the letters.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { check, expect, person, stands, startCity } from './lib.mjs';
import { officer, residentSignsIn } from './certificate.mjs';

const words = {
  vi: { signIn: 'Đăng nhập', start: 'Bắt đầu điền', go: 'Lưu và tiếp tục', submit: 'Nộp hồ sơ', confirm: 'Xác nhận', empty: 'Chưa có tin nhắn', unread: 'Tin nhắn (1)',
    refused: 'không được tiếp nhận', reason: 'Lý do: Nộp sai nơi cư trú', open: 'Mở hồ sơ', how: 'Cách nhận tin', send: 'Gửi mã xác nhận',
    confirmAddress: 'Xác nhận địa chỉ', confirmed: 'Địa chỉ đã được xác nhận.', wrong: 'Mã không đúng', bad: 'Nhập một địa chỉ thư điện tử', save: 'Lưu lựa chọn', saved: 'Đã lưu lựa chọn.', sent: 'Đã gửi trong 24 giờ' },
  en: { signIn: 'Sign in', start: 'Start', go: 'Save and continue', submit: 'Submit', confirm: 'Confirm', empty: 'No messages yet', unread: 'Messages (1)',
    refused: 'has not been accepted', reason: 'Reason: Nộp sai nơi cư trú', open: 'Open the dossier', how: 'How you are told', send: 'Send the code',
    confirmAddress: 'Confirm the address', confirmed: 'The address is confirmed.', wrong: 'That is not the code', bad: 'Enter an e-mail address', save: 'Save the choices', saved: 'Your choices are saved.', sent: 'Sent in 24 hours' },
};

const button = (page, name) => page.getByRole('button', { name, exact: true }).click();
const says = async (page, text) => expect((await page.locator('main').innerText()).includes(text), await page.locator('main').innerText());

async function submits(page, w) {
  await page.goto('/thu-tuc/1.004873/nop-ho-so');
  await page.selectOption('[name=unit]', '31135');
  await button(page, w.start);
  await page.selectOption('[name="requester.relation"]', 'SELF');
  await page.locator('[name="requester.requester_phone"]').fill('0912 345 678');
  await button(page, w.go);
  await page.locator('[name="subject.subject_status"][value=SINGLE]').check();
  await page.locator('[name="subject.certify"][value=NOW]').check();
  await button(page, w.go);
  await page.locator('[name="purpose.purpose"][value=LOAN]').check();
  await button(page, w.go);
  await page.locator('[name="delivery.return_channel"][value=ONLINE]').check();
  await page.locator('[name="delivery.commitment"]').check();
  await button(page, w.go);
  await button(page, w.submit);
  await page.waitForURL(/\/ho-so\//);
  return decodeURIComponent(new URL(page.url()).pathname.split('/')[2]);
}

async function refuses(city, code, w, language) {
  const minh = await officer(city.base, 'minh', language, true);
  await minh.page.locator(`a:has-text("${code}")`).first().click();
  await minh.page.locator('input[type=radio][value=refuse]').check();
  await minh.page.locator('[name=words]').fill('Nộp sai nơi cư trú');
  await button(minh.page, w.confirm);
  await minh.leave();
}

// The letters of the demonstration lie in a folder; waits until one fits.
async function letter(city, fits) {
  const folder = path.join(city.data, 'mail');
  for (let tries = 0; tries < 100; tries += 1) {
    const all = fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8')) : [];
    const found = all.find(fits);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no such letter after 10 s');
}

// What the subject says, its encoded words put together again.
const subject = (text) => Buffer.concat([...text.replaceAll('\r\n ', ' ').match(/^Subject: .*$/m)[0]
  .matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)].map((one) => Buffer.from(one[1], 'base64'))).toString() || text.match(/^Subject: (.*)$/m)[1];

async function inbox(lan, code, w, tag) {
  const { page } = lan;
  await check(`${tag}: the header counts what is unread`, async () => {
    expect(await page.locator('a[href="/tin-nhan"]', { hasText: w.unread }).count() >= 1, await page.locator('header').innerHTML());
  });
  await page.goto('/tin-nhan');
  await stands(lan, `${tag}-2-inbox`);
  await page.locator('main table a').first().click();
  await check(`${tag}: she reads why`, async () => {
    await says(page, w.refused);
    await says(page, w.reason);
  });
  await stands(lan, `${tag}-3-message`);
  await page.getByRole('button', { name: w.open }).or(page.getByRole('link', { name: w.open })).first().click();
  await check(`${tag}: the message leads to the dossier`, () => expect(page.url().endsWith(`/ho-so/${code}`), page.url()));
}

async function address(lan, city, w, tag) {
  const { page } = lan;
  const mine = `lan.${tag}@example.vn`;
  await page.goto('/tai-khoan/tin-nhan');
  await stands(lan, `${tag}-4-choices`);
  await page.locator('[name=address]').fill('không phải địa chỉ');
  await page.locator('form[action$="dia-chi"] [name=address]').evaluate((one) => { one.form.noValidate = true; }).catch(() => {});
  await button(page, w.send);
  await check(`${tag}: what is no address is refused`, () => says(page, w.bad));
  lan.troubles.length = 0; // the browser counts the 422 as an error
  await stands(lan, `${tag}-5-wrong`);
  await page.locator('[name=address]').fill(mine);
  await button(page, w.send);
  await stands(lan, `${tag}-6-code`);
  const code = subject(await letter(city, (text) => text.includes(`To: <${mine}>`))).slice(-6);
  await page.locator('[name=code]').fill(code === '111111' ? '222222' : '111111');
  await button(page, w.confirmAddress);
  await check(`${tag}: a wrong code is refused`, () => says(page, w.wrong));
  lan.troubles.length = 0;
  await page.locator('[name=code]').fill(code);
  await button(page, w.confirmAddress);
  await check(`${tag}: the code of the letter confirms the address`, async () => {
    await says(page, w.confirmed);
    await says(page, mine);
  });
  await page.locator('[name=ngon-ngu][value=en]').check();
  await page.selectOption('[name=kind-one_stop-ready]', 'nothing');
  await button(page, w.save);
  await check(`${tag}: her choices are kept`, async () => {
    await says(page, w.saved);
    expect(await page.locator('[name=kind-one_stop-ready]').inputValue() === 'nothing', 'not kept');
    expect(await page.locator('[name=kind-one_stop-refused] option').count() === 2, 'the law’s notice can be switched off');
  });
  await stands(lan, `${tag}-7-saved`);
}

async function walk(city, name, language, width, javascript) {
  const w = words[language];
  const tag = `messages-${language}${javascript ? '' : '-nojs'}`;
  const lan = await person({ base: city.base, width, javascript });
  const { page } = lan;
  await page.goto(`/dang-nhap?lang=${language}&ve=/tin-nhan`);
  await residentSignsIn(page, name, w);
  await page.goto('/tin-nhan');
  await check(`${tag}: an empty inbox says so`, () => says(page, w.empty));
  await stands(lan, `${tag}-1-empty`);
  const code = await submits(page, w);
  await refuses(city, code, w, language);
  await page.goto('/ho-so');
  await inbox(lan, code, w, tag);
  await address(lan, city, w, tag);
  await lan.leave();
}

async function administrator(city, language, width) {
  const w = words[language];
  const an = await officer(city.base, 'an', language, true, width);
  await an.page.goto('/quan-tri/thu?trang-thai=sent');
  await check(`messages-${language}: the administrator sees letters, addresses masked`, async () => {
    await says(an.page, w.sent);
    expect((await an.page.content()).includes('•••@example.vn'), 'no masked address');
    expect(!(await an.page.content()).includes('lan.messages'), 'an address in clear');
  });
  await stands(an, `messages-${language}-8-letters`);
  await an.page.goto('/quan-tri/thu?trang-thai=trouble');
  await stands(an, `messages-${language}-9-no-trouble`);
  await an.leave();
}

// Two messages that once could not be written: one for want of a template, one whose values are lost.
function spoil(city) {
  execFileSync('sqlite3', [path.join(city.data, 'taydo.db'), '.timeout 5000',
    `UPDATE messages_message SET template = 0, in_inbox = FALSE, trouble = 'no template is published'
       WHERE id = (SELECT min(id) FROM messages_message WHERE kind = 'one_stop.refused');
     UPDATE messages_message SET template = 0, in_inbox = FALSE, trouble = 'code is missing', given = ''
       WHERE id = (SELECT max(id) FROM messages_message WHERE kind = 'one_stop.refused');`]);
}

async function writesAgain(city) {
  spoil(city);
  const an = await officer(city.base, 'an', 'vi', true, 390);
  await an.page.goto('/quan-tri/thu?trang-thai=trouble');
  await stands(an, 'messages-vi-10-trouble');
  const again = an.page.getByRole('button', { name: 'Soạn lại', exact: true });
  await again.last().click();
  await check('messages: what can be written now reaches its reader', () => says(an.page, 'Đã soạn lại'));
  await again.first().click();
  await check('messages: what still lacks a value stays, and An is told', () => says(an.page, 'vẫn không soạn được'));
  an.troubles.length = 0; // the browser counts the 422 as an error
  await stands(an, 'messages-vi-11-still');
  await an.leave();
}

export async function messages({ taydo, database }) {
  const city = await startCity({ taydo, database });
  try {
    await walk(city, 'Nguyễn Thị Lan', 'vi', 1280, true);
    await walk(city, 'Trần Quốc Bảo', 'en', 390, true);
    await administrator(city, 'vi', 390);
    await administrator(city, 'en', 1280);
    if (!database) await writesAgain(city);
  } finally {
    await city.stop();
  }
}
