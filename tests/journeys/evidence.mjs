// What happened can be proven: Lan takes the proof of her dossier home and opens it without a server;
// An looks the journal up; anybody sees the seals; who alters the file by sqlite3 is named.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { check, expect, person, stands, startCity } from './lib.mjs';
import { officer, residentSignsIn } from './certificate.mjs';

const run = promisify(execFile);
const words = {
  vi: { signIn: 'Đăng nhập', start: 'Bắt đầu điền', go: 'Lưu và tiếp tục', submit: 'Nộp hồ sơ', proof: 'Tải bằng chứng nhật ký (HTML)',
    valid: 'Hợp lệ', invalid: 'Không hợp lệ', blind: 'Không kiểm tra được', limits: 'Không chứng minh được', entry: 'mục 1', seal: 'niêm phong', none: 'Không có hồ sơ' },
  en: { signIn: 'Sign in', start: 'Start', go: 'Save and continue', submit: 'Submit', proof: 'Download the proof of the journal (HTML)',
    valid: 'Valid', invalid: 'Not valid', blind: 'Cannot be checked here', limits: 'Not proven', entry: 'entry 1', seal: 'seal', none: 'There is no dossier' },
};
const button = (page, name) => page.getByRole('button', { name, exact: true }).click();

async function taydo(program, ...rest) {
  try {
    const { stdout } = await run(program, ['journal', ...rest]);
    return { code: 0, stdout };
  } catch (problem) {
    return { code: problem.code, stdout: problem.stdout };
  }
}

export async function submit(page, w, language) {
  await page.goto(`/thu-tuc/1.004873/nop-ho-so?lang=${language}`);
  await residentSignsIn(page, 'Nguyễn Thị Lan', w);
  await page.selectOption('[name=unit]', '31135');
  await button(page, w.start);
  await page.selectOption('[name="requester.relation"]', 'SELF');
  await page.locator('[name="requester.requester_phone"]').fill('0912345678');
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

// `browser`: what an older one lacks.
async function openProof(file, w, tag, width, verdict, browser = () => {}) {
  const reader = await person({ width });
  await reader.page.addInitScript(browser);
  await reader.page.goto(pathToFileURL(file).href);
  await reader.page.waitForFunction(() => !document.getElementById('verdict')?.innerText.includes('…'));
  const said = await reader.page.locator('#verdict').innerText();
  await check(`${tag}: the file opened from the disk says ${verdict}`, () => expect(said.startsWith(verdict), said));
  await stands(reader, tag);
  await reader.leave();
  return said;
}

async function proof(city, program, lan, code, language, width) {
  const w = words[language];
  const tag = `evidence-proof-${language}`;
  const file = path.join(city.data, `proof-${language}-${width}.html`);
  await new Promise((resolve) => setTimeout(resolve, 6_000)); // the next seal
  await lan.page.goto(`/ho-so/${code}?lang=${language}`);
  const [download] = await Promise.all([lan.page.waitForEvent('download'),
    lan.page.getByRole('link', { name: w.proof }).click()]);
  await download.saveAs(file);
  const text = fs.readFileSync(file, 'utf8');
  await check(`${tag}: no personal value is in it`, () =>
    expect(!/Nguyễn|Lan|092196000107|0912/.test(text.replace(/<script>[\s\S]*/, '')), 'there is one'));
  const says = await openProof(file, w, tag, width, w.valid);
  await check(`${tag}: and says what it cannot prove`, () => expect(says.includes(w.limits), says));
  const good = await taydo(program, 'check-proof', file);
  await check(`${tag}: the command line says the same`, () => expect(good.code === 0 && good.stdout.includes('valid') &&
    good.stdout.includes(`Dossier ${code}`) && good.stdout.includes('Not proven') && good.stdout.includes('Không chứng minh được'), good.stdout));
  const altered = file.replace('.html', '-altered.html');
  fs.writeFileSync(altered, text.replace('one_stop.submit', 'one_stop.submis'));
  const said = await openProof(altered, w, `${tag}-altered`, width, w.invalid);
  await check(`${tag}: and which entry was altered`, () => expect(said.includes(w.entry), said));
  const renamed = file.replace('.html', '-renamed.html');
  fs.writeFileSync(renamed, text.replace(`"name":"${code}"`, '"name":"H13.01-261122-9999"'));
  const called = await openProof(renamed, w, `${tag}-renamed`, width, w.invalid);
  await check(`${tag}: called by another code it is not valid`, () => expect(called.includes(w.entry), called));
  const other = await taydo(program, 'check-proof', renamed);
  await check(`${tag}: and not for the command line`, () => expect(other.code === 1 && other.stdout.includes(`it is about ${code}`), other.stdout));
  const forged = file.replace('.html', '-forged.html');
  fs.writeFileSync(forged, text.replace(/"signature":"(.)/, (whole, first) => `"signature":"${first === 'A' ? 'B' : 'A'}`));
  const told = await openProof(forged, w, `${tag}-forged`, width, w.invalid);
  await check(`${tag}: and which seal's signature`, () => expect(told.includes(w.seal), told));
  await openProof(file, w, `${tag}-before-2025`, width, w.valid, () => {
    const known = SubtleCrypto.prototype.importKey;
    SubtleCrypto.prototype.importKey = function importKey(format, key, name, ...rest) {
      if (name === 'Ed25519') throw new DOMException('not here', 'NotSupportedError');
      return known.call(this, format, key, name, ...rest);
    };
  });
  await openProof(file, w, `${tag}-blind`, width, w.blind, () =>
    Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined }));
  const bad = await taydo(program, 'check-proof', altered);
  await check(`${tag}: and so does the command line`, () => expect(bad.code === 1 && bad.stdout.includes('entry 1'), bad.stdout));
}

async function search(city, login, code, language, width, javascript) {
  const w = words[language];
  const tag = `evidence-search-${login}-${language}`;
  const an = await officer(city.base, login, language, javascript, width);
  const { page } = an;
  await page.goto(`/quan-tri/nhat-ky?lang=${language}`);
  await stands(an, tag);
  await page.goto(`/quan-tri/nhat-ky?ve=${code}`);
  await check(`${tag}: the dossier's entry is found by its code`, async () =>
    expect((await page.locator('main').innerText()).includes('one_stop.submit'), 'not there'));
  await stands(an, `${tag}-found`);
  await page.goto('/quan-tri/nhat-ky?viec=administration.search_journal');
  await check(`${tag}: that search was journalled`, async () =>
    expect((await page.locator('main').innerText()).includes('administration.search_journal'), 'not there'));
  await check(`${tag}: the file has the same entries`, async () => {
    const file = await (await page.request.get(`/quan-tri/nhat-ky.csv?ve=${code}`)).text();
    expect(file.startsWith('\uFEFFid,at,') && file.includes('"one_stop.submit"'), file.slice(0, 200));
  });
  await page.goto('/quan-tri/nhat-ky?ve=H13.99-000000-0000');
  await check(`${tag}: a code that is none is told`, async () =>
    expect((await page.locator('main').innerText()).includes(w.none), 'not told'));
  an.troubles.length = 0; // the browser counts the 422 as an error
  await stands(an, `${tag}-wrong`);
  await page.goto('/quan-tri/nhat-ky/niem-phong');
  await page.locator('main form button').last().click();
  await stands(an, `evidence-state-${language}-asked`);
  await check(`${tag}: a verification asked for is done and told`, async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      await page.goto('/quan-tri/nhat-ky/niem-phong');
      if ((await page.locator('main').innerText()).match(/Nguyên vẹn|Whole/)) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error('not told');
  });
  await stands(an, `evidence-state-${language}`);
  await an.leave();
}

async function seals(city, language, width) {
  const anybody = await person({ base: city.base, width, javascript: width > 600 });
  await anybody.page.goto(`/?lang=${language}`);
  await anybody.page.locator('footer a[href="/nhat-ky-niem-phong"]').click();
  await check(`evidence-seals-${language}: the newest seal is shown`, async () =>
    expect(/(Niêm phong số|Seal) \d+/.test(await anybody.page.locator('main').innerText()), 'no seal'));
  await stands(anybody, `evidence-seals-${language}`);
  const answer = await anybody.page.request.get('/api/v1/seals?after=0');
  const { seals: all } = await answer.json();
  await check('the seals are there for machines', () =>
    expect(all.length > 0 && all[0].number === '1' && all[0].hash.length === 64, JSON.stringify(all[0])));
  await anybody.leave();
}

// The second holder has the seals; then somebody cuts the tail in the file itself.
async function tamper(city, program) {
  const held = path.join(city.data, 'held');
  const { stdout } = await taydo(program, 'export-seals', ...city.where);
  fs.writeFileSync(held, stdout);
  const whole = await taydo(program, 'verify', '--seals', held, ...city.where);
  await check('the journal of the walk is whole', () => expect(whole.code === 0 && whole.stdout.includes('whole'), whole.stdout));
  const file = path.join(city.data, 'taydo.db');
  const late = await run('sqlite3', ['-cmd', '.timeout 5000', file,
    `SELECT count(*), max(s.at - e.at) FROM journal_entry e JOIN journal_leaf l ON l.entry_id = e.id
     JOIN journal_seal s ON s.number = l.seal WHERE e.at > (SELECT min(at) FROM journal_seal)`]);
  const [count, longest] = late.stdout.trim().split('|').map(Number);
  await check('no entry of the walk waited ten seconds for its seal', () =>
    expect(count > 10 && longest <= 10_000_000, late.stdout));
  await run('sqlite3', ['-cmd', '.timeout 5000', file, "UPDATE journal_entry SET law = 'x' WHERE verb = 'one_stop.submit'"]);
  const altered = await taydo(program, 'verify', ...city.where);
  await check('an altered entry is named', () =>
    expect(altered.code === 1 && altered.stdout.includes('changed after it was sealed'), altered.stdout));
}

export async function evidence({ taydo: program }) {
  const city = await startCity({ taydo: program });
  try {
    for (const [language, width] of [['vi', 1280], ['en', 390]]) {
      const w = words[language];
      const lan = await person({ base: city.base, width });
      const code = await submit(lan.page, w, language);
      await proof(city, program, lan, code, language, width);
      await lan.leave();
      await search(city, 'an', code, language, width, true);
      await search(city, 'hanh', code, language, width, false);
      await seals(city, language, width);
    }
    await tamper(city, program);
  } finally {
    await city.stop();
  }
}
