// Somebody opens a thousand connections and says nothing, or begins forms and never ends them; the server
// has few file descriptors. Lan files, the ward signs and seals: all of it during the flood, and again after.
// Then the server is stopped while people send forms: what was sent is answered, and the last seal is there.
import { execFile } from 'node:child_process';
import net from 'node:net';
import { promisify } from 'node:util';
import { check, expect, startCity } from './lib.mjs';
import { walk } from './certificate.mjs';

const run = promisify(execFile);
const rest = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

// Connections that come back `again_ms` after they are closed. `says`: what each sends first.
export function flood(port, count, says = '', again_ms = 1000) {
  const open = new Set();
  let on = true;
  const one = () => {
    const socket = net.connect(port, '127.0.0.1', () => says && socket.write(says));
    open.add(socket);
    socket.on('error', () => {}).on('close', () => {
      open.delete(socket);
      if (on) setTimeout(one, again_ms);
    });
    socket.resume();
  };
  for (let i = 0; i < count; i += 1) one();
  return { open, stop: () => { on = false; open.forEach((socket) => socket.destroy()); } };
}

const half = (bytes) => `POST /dang-nhap/can-bo HTTP/1.1\r\nHost: x\r\nContent-Length: ${bytes + 10}\r\n` +
  `Content-Type: application/x-www-form-urlencoded\r\n\r\na=${'x'.repeat(bytes)}`;

// Ten visitors, each with a connection of their own.
async function visitors(city, tag) {
  await check(`${tag}: ten visitors of ten see the home page`, async () => {
    const seen = [];
    for (let i = 0; i < 10; i += 1) {
      const answer = await fetch(city.base, { headers: { connection: 'close' }, signal: AbortSignal.timeout(10_000) });
      seen.push(answer.status);
    }
    expect(seen.every((status) => status === 200), seen.join(' '));
  });
}

async function withDescriptors(taydo, descriptors) {
  const tag = `flood at ${descriptors}`;
  const city = await startCity({ taydo, descriptors });
  const floods = [flood(city.port, 1100), flood(city.port, 31, half(200_000))];
  try {
    await rest(1000);
    await visitors(city, `${tag}, during`);
    await walk(city, 'vi', false, 1280);
    floods.forEach((one) => one.stop());
    await rest(500);
    await visitors(city, `${tag}, after`);
    await walk(city, 'vi', false, 390);
    await check(`${tag}: the log says that there are few descriptors, and no page failed`, () => {
      expect(city.log().includes(`only ${descriptors} file descriptors`), 'nothing is said');
      expect(!/failed, reference|failure |Too many open files/.test(city.log()), city.log());
    });
  } finally {
    floods.forEach((one) => one.stop());
    await city.stop();
  }
}

// Marks in a row, which must change places to be normalised: 16,000 of them cost a second, once.
async function marks(city) {
  const field = `=${'%CC%80'.repeat(10_000)}${'%CC%B4'.repeat(10_000)}&`;
  const body = `a${field}b${field}`;
  await check('sixteen forms full of marks: a visitor beside them waits less than 3 s', async () => {
    const sent = Array.from({ length: 16 }, () => fetch(`${city.base}/dang-nhap/can-bo`, { method: 'POST', body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' } }));
    await rest(100);
    const began = performance.now();
    expect((await fetch(city.base)).status === 200, 'no page');
    const waited = performance.now() - began;
    expect(waited < 3000, `${waited} ms`);
    const statuses = (await Promise.all(sent)).map((answer) => answer.status);
    expect(statuses.every((status) => status === 403), statuses.join(' '));
  });
}

async function manyIdle(taydo) {
  const city = await startCity({ taydo });
  await marks(city);
  const idle = flood(city.port, 10_500, '', 20_000);
  try {
    await rest(4000);
    await visitors(city, '10,500 idle connections');
  } finally {
    idle.stop();
    await city.stop();
  }
}

// A form that anybody may send, as a browser would; resolves to the status, 0 when it was cut.
function post(port) {
  return new Promise((resolve) => {
    let said = '';
    const body = 'login=nobody&password=x';
    const socket = net.connect(port, '127.0.0.1', () => socket.write('POST /dang-nhap/can-bo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n' +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`));
    socket.on('data', (some) => { said += some; }).on('error', (error) => resolve(error.code === 'ECONNREFUSED' ? -1 : 0))
      .on('close', () => resolve(Number(said.slice(9, 12)) || 0));
  });
}

async function stops(taydo) {
  const city = await startCity({ taydo });
  try {
    await check('SIGTERM: every form on its way is answered, and nothing is left without a seal', async () => {
      const sent = [];
      let on = true;
      const sending = (async () => {
        while (on) {
          sent.push(post(city.port));
          await rest(2);
        }
      })();
      await rest(500);
      city.child.kill('SIGTERM');
      const gone = new Promise((resolve) => { city.child.once('exit', resolve); });
      await rest(200);
      on = false;
      await sending;
      expect(await gone === 0, 'it did not end by itself');
      const statuses = (await Promise.all(sent)).filter((status) => status >= 0);
      const cut = statuses.filter((status) => status === 0).length;
      expect(statuses.length > 10 && cut === 0, `${cut} of ${statuses.length} were cut`);
      const { stdout } = await run('sqlite3', [`${city.data}/taydo.db`,
        'SELECT (SELECT count(*) FROM journal_entry) || " " || (SELECT count(*) FROM journal_entry e ' +
        'WHERE NOT EXISTS (SELECT 1 FROM journal_leaf l WHERE l.entry_id = e.id))']);
      const [all, unsealed] = stdout.trim().split(' ').map(Number);
      expect(all > 0 && unsealed === 0, `${unsealed} of ${all} entries without a seal`);
    });
  } finally {
    await city.stop();
  }
}

// The stops first: what a browser walks through may break off.
export async function floods({ taydo }) {
  for (let i = 0; i < 3; i += 1) await stops(taydo);
  await manyIdle(taydo);
  await withDescriptors(taydo, 256);
  await withDescriptors(taydo, 1024);
}
