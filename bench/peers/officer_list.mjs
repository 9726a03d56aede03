// An officer's list as an ordinary Node service would serve it: fastify, two processes, prepared statements,
// template strings. Its own small schema, filled with as many cases as the bench gave the program.
//   node officer_list.mjs sqlite:FILE|postgres:SOCKET PORT CASES
// Of the shape of GET /viec: a session by the hash of its cookie, its positions, five counts, unread letters,
// 25 of CASES rows joined with unit and case, about 27 KB of escaped HTML, not compressed.
import cluster from 'node:cluster';
import { createHash } from 'node:crypto';
import fastify from 'fastify';

const [address, port, cases] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const onFile = address.startsWith('sqlite:');
const where = address.slice(address.indexOf(':') + 1);
export const cookie = 'peer-session-of-minh';
const hash = (text) => createHash('sha256').update(text).digest('hex');
const day_us = 86_400_000_000;

const schema = `
CREATE TABLE peer_person (id BIGINT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE peer_session (id BIGINT PRIMARY KEY, token_hash TEXT NOT NULL UNIQUE, person_id BIGINT NOT NULL,
  ends_at BIGINT NOT NULL, seen_at BIGINT NOT NULL, level BIGINT NOT NULL);
CREATE TABLE peer_position (id BIGINT PRIMARY KEY, person_id BIGINT NOT NULL, unit_id BIGINT NOT NULL,
  role TEXT NOT NULL, title TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT);
CREATE INDEX peer_position_person ON peer_position (person_id);
CREATE TABLE peer_unit (id BIGINT PRIMARY KEY, name TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT);
CREATE TABLE peer_case (id BIGINT PRIMARY KEY, unit_id BIGINT NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL,
  party TEXT NOT NULL, words TEXT NOT NULL, opened_at BIGINT NOT NULL, due_at BIGINT);
CREATE TABLE peer_task (id BIGINT PRIMARY KEY, case_id BIGINT NOT NULL, desk TEXT NOT NULL, step TEXT NOT NULL,
  opened_at BIGINT NOT NULL, step_due_at BIGINT, done_at BIGINT);
CREATE INDEX peer_task_desk ON peer_task (desk, done_at);
CREATE TABLE peer_message (id BIGINT PRIMARY KEY, person BIGINT NOT NULL, read_at BIGINT);
CREATE INDEX peer_message_person ON peer_message (person, read_at);`;

function* rows() {
  const now = Date.now() * 1000;
  yield ['INSERT INTO peer_person VALUES ($1, $2)', [7, 'Trần Văn Minh']];
  yield ['INSERT INTO peer_session VALUES ($1, $2, $3, $4, $5, $6)', [1, hash(cookie), 7, now + day_us, now, 1]];
  yield ['INSERT INTO peer_position VALUES ($1, $2, $3, $4, $5, $6, NULL)', [1, 7, 31135, 'INTAKE_OFFICER', 'Công chức một cửa', '2025-07-01']];
  yield ['INSERT INTO peer_unit VALUES ($1, $2, $3, NULL)', [31135, 'Phường Ninh Kiều', '2025-07-01']];
  for (let i = 1; i <= cases; i += 1) {
    const code = `H13.01-261130-${String(i).padStart(5, '0')}`;
    const party = ['Nguyễn Thị Lan', 'Trần Quốc Bảo', 'Thạch Thị Sa Rinh'][i % 3];
    yield ['INSERT INTO peer_case VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [i, 31135, code, 'Cấp Giấy xác nhận tình trạng hôn nhân', party, `${code} ${party}`.toLowerCase(), now, i % 4 ? null : now + (i % 9) * day_us]];
    yield ['INSERT INTO peer_task VALUES ($1, $2, $3, $4, $5, $6, NULL)', [i, i, 'INTAKE_OFFICER@31135', 'Tiếp nhận hồ sơ', now, now + day_us]];
  }
}

const sql = {
  session: `SELECT s.id, s.person_id, p.name, s.ends_at, s.seen_at FROM peer_session s JOIN peer_person p ON p.id = s.person_id
    WHERE s.token_hash = $1`,
  positions: `SELECT unit_id, role, title FROM peer_position WHERE person_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
  counts: `SELECT count(*) AS open, count(*) FILTER (WHERE c.due_at < $2) AS late,
    count(*) FILTER (WHERE c.due_at >= $2 AND c.due_at < $3) AS soon, count(*) FILTER (WHERE c.due_at IS NULL) AS stands
    FROM peer_task t JOIN peer_case c ON c.id = t.case_id WHERE t.done_at IS NULL AND t.desk = $1 AND c.words LIKE '%'`,
  done: 'SELECT count(*) AS done FROM peer_task WHERE desk = $1 AND done_at IS NOT NULL AND done_at >= $2',
  unread: 'SELECT count(*) AS unread FROM peer_message WHERE person = $1 AND read_at IS NULL',
  list: `SELECT t.id, t.step, t.step_due_at, c.code, c.title, c.party, c.due_at, u.name AS unit
    FROM peer_task t JOIN peer_case c ON c.id = t.case_id JOIN peer_unit u ON u.id = c.unit_id
    WHERE t.done_at IS NULL AND t.desk = $1 AND c.words LIKE '%' ORDER BY c.due_at NULLS LAST, t.id LIMIT 25`,
};

async function open() {
  if (onFile) {
    const { default: Database } = await import('better-sqlite3');
    const db = new Database(where);
    for (const one of ['journal_mode = WAL', 'synchronous = FULL', 'mmap_size = 268435456', 'cache_size = -8192']) db.pragma(one);
    const kept = new Map();
    const named = (values) => Object.fromEntries(values.map((value, i) => [String(i + 1), value]));
    const ask = (text, values) => {
      if (!kept.has(text)) kept.set(text, db.prepare(text));
      return kept.get(text).all(named(values));
    };
    return { ask, run: (text, values) => db.prepare(text).run(named(values)), script: (text) => db.exec(text) };
  }
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ host: where, user: 'taydo', database: 'taydo', max: 8 });
  const ask = async (text, values) => (await pool.query({ name: hash(text).slice(0, 20), text, values })).rows;
  return { ask, run: ask, script: (text) => pool.query(text) };
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const esc = (text) => String(text).replace(/[&<>"']/g, (c) => escapes[c]);
const date = (us) => {
  const d = new Date(us / 1000 + 7 * 3_600_000);
  return `${String(d.getUTCDate()).padStart(2, '0')}/${String(d.getUTCMonth() + 1).padStart(2, '0')}/${d.getUTCFullYear()}`;
};
const link = (name, href, count) => `<li><a class="side__link" href="${esc(href)}"><svg class="icon" aria-hidden="true" width="20" height="20"><use href="/assets/icons.svg#${esc(name)}"></use></svg><span class="side__label">${esc(name)}</span>${count ? `<span class="side__count">${count}</span>` : ''}</a></li>`;

function row(one, now) {
  const late = one.step_due_at && Number(one.step_due_at) < now;
  return `<tr class="work__row"><td class="work__cell" data-label="Hồ sơ"><a class="work__code" href="/can-bo/viec/${one.id}">${esc(one.code)}</a>
<span class="work__title">${esc(one.title)}</span></td><td class="work__cell" data-label="Người nộp"><strong>${esc(one.party)}</strong><span class="work__detail">${esc(one.unit)}</span></td>
<td class="work__cell" data-label="Bước">${esc(one.step)}</td><td class="work__cell" data-label="Tình trạng"><span class="tag tag--${late ? 'warn' : 'info'}"><svg class="icon" aria-hidden="true" width="16" height="16"><use href="/assets/icons.svg#clock"></use></svg>${late ? 'Quá giờ của bước' : 'Đang chờ'}</span></td>
<td class="work__cell" data-label="Hạn"><span class="due due--idle"><svg class="icon" aria-hidden="true" width="16" height="16"><use href="/assets/icons.svg#calendar"></use></svg>${one.due_at ? 'Còn hạn' : 'Chưa tính giờ'}</span><span class="work__date">${date(Number(one.due_at ?? one.step_due_at))}</span></td></tr>`;
}

function page(who, position, counts, unread, list, now) {
  const head = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Việc của tôi - Tây Đô</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/assets/officer.css"><script type="module" src="/assets/app.js"></script></head><body>`;
  const bar = `<header class="bar"><a class="bar__home" href="/viec">Tây Đô</a><form class="bar__search" action="/can-bo/ho-so"><label for="q">Tìm hồ sơ</label><input id="q" name="q"></form><span class="bar__person">${esc(who.name)}, ${esc(position.title)}, ${esc(list[0]?.unit ?? '')}</span></header>`;
  const side = `<nav class="side"><ul>${[link('Danh sách việc', '/viec', counts.open), link('Tin nhắn', '/tin-nhan', unread),
    link('Tiếp nhận', '/so-lieu/tiep-nhan'), link('Đúng hạn', '/so-lieu/dung-han'), link('Trễ hạn', '/so-lieu/tre-han'), link('Cổng dịch vụ', '/')].join('')}</ul></nav>`;
  const strip = `<ul class="strip">${Object.entries(counts).map(([name, n]) => `<li class="strip__item"><a href="/viec?han=${esc(name)}"><b>${n}</b> ${esc(name)}</a></li>`).join('')}</ul>`;
  const table = `<table class="work"><caption>${counts.open} việc</caption><thead><tr><th>Hồ sơ</th><th>Người nộp</th><th>Bước</th><th>Tình trạng</th><th>Hạn</th></tr></thead><tbody>${list.map((one) => row(one, now)).join('')}</tbody></table>`;
  return `${head}${bar}${side}<main><h1>Việc của tôi</h1>${strip}${table}</main></body></html>`;
}

if (cluster.isPrimary) {
  const db = await open();
  await db.script(schema);
  if (onFile) await db.script('BEGIN');
  for (const [text, values] of rows()) await db.run(text, values);
  if (onFile) await db.script('COMMIT');
  for (let i = 0; i < 2; i += 1) cluster.fork();
} else {
  const db = await open();
  const app = fastify();
  app.get('/viec', async (request, reply) => {
    const token = /(?:^|; )session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const now = Date.now() * 1000;
    const [who] = await db.ask(sql.session, [hash(token)]);
    if (!who || Number(who.ends_at) < now) return reply.code(303).header('location', '/dang-nhap').send();
    const [position] = await db.ask(sql.positions, [who.person_id, new Date().toISOString().slice(0, 10)]);
    const desk = `${position.role}@${position.unit_id}`;
    const list = await db.ask(sql.list, [desk]);
    const [counts] = await db.ask(sql.counts, [desk, now, now + day_us]);
    const [{ done }] = await db.ask(sql.done, [desk, now - 7 * day_us]);
    const [{ unread }] = await db.ask(sql.unread, [who.person_id]);
    return reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'private, no-store')
      .send(page(who, position, { ...counts, done }, Number(unread), list, now));
  });
  await app.listen({ port, host: '127.0.0.1' });
}
