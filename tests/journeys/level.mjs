// Nam's session is of level 1; a procedure asks for 2: he signs in again, surer, and is back at the form.
import { check, expect, person, stands, startCity } from './lib.mjs';

const words = {
  vi: { apply: 'Nộp hồ sơ trực tuyến', signIn: 'Đăng nhập', needed: 'Cần đăng nhập ở mức cao hơn', by: /^Đăng nhập bằng/ },
  en: { apply: 'Apply online', signIn: 'Sign in', needed: 'A surer sign-in is needed', by: /^Sign in with/ },
};

async function walk(city, language, width) {
  const w = words[language];
  const tag = `level-${language}`;
  const nam = await person({ base: city.base, width });
  const { page } = nam;
  const choose = async () => {
    await page.getByLabel('Lê Hoàng Nam').check();
    await page.getByRole('button', { name: w.signIn, exact: true }).click();
  };
  await page.goto(`/dang-nhap?lang=${language}&ve=/thu-tuc/1.004873`);
  await page.locator('a[href^="/dang-nhap/cong-dan"]').click();
  await choose();
  await page.getByRole('link', { name: w.apply }).click();
  await check(`${tag}: a session of level 1 is told that more is needed`, async () =>
    expect((await page.locator('h1').innerText()) === w.needed, await page.locator('main').innerText()));
  await stands(nam, `${tag}-needed`);
  await page.getByRole('link', { name: w.by }).or(page.getByRole('button', { name: w.by })).click();
  await choose();
  await check(`${tag}: after the surer sign-in the form is there`, async () => {
    expect(new URL(page.url()).pathname.startsWith('/to-khai/') || await page.locator('[name=unit]').count() === 1, page.url());
  });
  await stands(nam, `${tag}-back`);
  await nam.leave();
}

export async function level({ taydo, database }) {
  const city = await startCity({ taydo, database });
  try {
    await walk(city, 'vi', 390);
    await walk(city, 'en', 1280);
  } finally {
    await city.stop();
  }
}
