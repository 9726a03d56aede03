// A ward's own server, without a proxy: Minh signs in over the program's TLS. And what is wrong in taydo.json
// is named before anything is served.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { check, expect, freePort, startCity } from './lib.mjs';

function certificate(data) {
  fs.mkdirSync(path.join(data, 'tls'), { recursive: true });
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
    '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', path.join(data, 'tls/key.pem'),
    '-out', path.join(data, 'tls/chain.pem')], { stdio: 'ignore' });
  fs.chmodSync(path.join(data, 'tls/key.pem'), 0o600);
}

// A browser that keeps cookies.
class Browser {
  constructor(port, ca) { Object.assign(this, { port, ca, cookies: {}, set: [] }); }

  ask(address, { method = 'GET', body = '', cookie } = {}) {
    const headers = { cookie: cookie ?? Object.entries(this.cookies).map(([name, value]) => `${name}=${value}`).join('; '),
      origin: `https://localhost:${this.port}`, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      https.request({ host: '127.0.0.1', servername: 'localhost', port: this.port, ca: this.ca, path: address, method, headers, agent: false }, (answer) => {
        let text = '';
        this.set = answer.headers['set-cookie'] ?? [];
        for (const one of this.set) {
          const [, name, value] = one.match(/^([^=]+)=([^;]*)/);
          this.cookies[name] = value;
        }
        answer.on('data', (some) => { text += some; }).on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
      }).on('error', reject).end(body);
    });
  }
}

async function overTls(taydo) {
  const port = await freePort();
  const redirect = await freePort();
  const city = await startCity({ taydo, settings: (_, data) => {
    certificate(data);
    return { public_url: `https://localhost:${port}`,
      tls: { certificate: 'tls/chain.pem', key: 'tls/key.pem', port, listen: ['127.0.0.1'], redirect_port: redirect } };
  } });
  try {
    const minh = new Browser(port, fs.readFileSync(path.join(city.data, 'tls/chain.pem')));
    await check('over TLS every cookie is __Host- and Secure, and the browser is told to stay with https', async () => {
      const page = await minh.ask('/dang-nhap/can-bo?lang=vi');
      const hidden = (name) => page.text.match(new RegExp(`name="${name}" value="([^"]*)"`))[1];
      expect(page.headers['strict-transport-security'] === 'max-age=31536000', 'no HSTS');
      const set = [...minh.set];
      const body = new URLSearchParams({ login: 'minh', password: 'taydo-demo-minh', act: hidden('act'), token: hidden('token') }).toString();
      const answer = await minh.ask('/dang-nhap/can-bo', { method: 'POST', body });
      expect(answer.status === 303, `${answer.status}`);
      set.push(...minh.set);
      expect(set.length >= 3 && set.every((one) => /^__Host-[a-z_]+=.*; Path=\/;.*; Secure$/.test(one)), set.join('\n'));
      expect((await minh.ask('/viec')).status === 200, 'Minh is not in');
    });
    await check('a session under another name, as a sister site could plant it, is none', async () => {
      const cookie = `taydo_session=${minh.cookies['__Host-taydo_session']}`;
      expect((await minh.ask('/viec', { cookie })).status === 303, 'it was taken');
    });
    await check('plain http leads to https', async () => {
      const answer = await new Promise((resolve, reject) => { http.get(`http://127.0.0.1:${redirect}/thu-tuc?q=a`, resolve).on('error', reject); });
      expect(answer.statusCode === 308 && answer.headers.location === `https://localhost:${port}/thu-tuc?q=a`, answer.headers.location);
    });
  } finally {
    await city.stop();
  }
}

async function mistakes(taydo) {
  const city = await startCity({ taydo });
  city.child.kill('SIGTERM');
  await new Promise((resolve) => { city.child.once('exit', resolve); });
  const tls = { certificate: 'tls/chain.pem', key: 'tls/key.pem' };
  const secure = { public_url: 'https://localhost' };
  certificate(city.data);
  const table = [
    [{ tls }, 'must begin with https://'],
    [{ ...secure, tls: { ...tls, port: 0 } }, '"port" must be 1 to 65535'],
    [{ ...secure, tls: { ...tls, key: 'tls/none.pem' } }, 'tls/none.pem: no key that fits the certificate'],
    [{ ...secure, tls: { ...tls, certificate: 'tls/key.pem' } }, 'tls/key.pem: no certificate can be read'],
    [{ listen: 'all' }, '"listen" must be a list of addresses'],
    [{ listen: ['not-an-address'] }, 'cannot listen on not-an-address'],
    [{ proxies: { trusted: ['10.0.0.0/8'] } }, '"tells" must be'],
    [{ proxies: { trusted: ['10.0.0.0/99'], tells: 'forwarded' } }, '"10.0.0.0/99" is no address or network'],
    [{ proxies: { tells: 'forwarded' } }, '"trusted" must be a list of addresses'],
  ];
  try {
    for (const [settings, told] of table) {
      await check(`taydo.json ${JSON.stringify(settings)} is refused with a reason`, () => {
        fs.writeFileSync(path.join(city.data, 'taydo.json'), JSON.stringify(settings));
        const { status, stdout, stderr } = spawnSync(taydo, ['serve', '--port', String(city.port), ...city.where], { timeout: 20_000, encoding: 'utf8' });
        expect(status > 0 && (stdout + stderr).includes(told), `${status}\n${stdout}${stderr}`);
      });
    }
  } finally {
    await city.stop();
  }
}

export async function edge({ taydo }) {
  await overTls(taydo);
  await mistakes(taydo);
}
