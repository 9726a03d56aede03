// The page that checks the proof it carries, without a server: entries, seals, signatures, verdict.
import { checkEntry, checkMatter, checkSealHash, checkSignature, keyName, type Fault, type Proof, type State } from './check';

const vi = {
  title: 'Bằng chứng hồ sơ {name}', untitled: 'Bằng chứng từ nhật ký',
  stated: 'Tệp tự ghi tên {name}; không mục nào chứng minh tên này.',
  made: 'Tệp tự ghi lập lúc {time}. Trang tự kiểm tra trong trình duyệt, không gửi gì đi đâu.',
  valid: 'Hợp lệ', validMore: 'Chứng minh được: {count} mục này có trong nhật ký đã niêm phong và chưa bị sửa, mọi chữ ký đều đúng.',
  limits: 'Không chứng minh được: rằng không còn mục nào khác về hồ sơ này.',
  nothing: 'Chưa chứng minh được gì', nothingMore: 'Trong tệp không có mục nhật ký nào đã niêm phong.',
  invalid: 'Không hợp lệ', invalidMore: 'Sai ở: {what}.',
  twice: 'Lặp lại', other: 'Thuộc việc khác', name: 'Mang mã khác với tên của tệp',
  blind: 'Không kiểm tra được', blindMore: 'Trình duyệt này không có WebCrypto. Hãy chạy: taydo journal check-proof.',
  broken: 'Phần dữ liệu của trang không đọc được.',
  waiting: 'Còn {count} mục mới chưa niêm phong, không nằm trong bằng chứng này.',
  entries: 'Các mục nhật ký', seals: 'Niêm phong', entry: 'mục {n}', seal: 'niêm phong {n}',
  good: 'Đúng', bad: 'Đã bị sửa',
  sealLine: 'Niêm phong {n} lúc {time}, {count} mục, khóa {key}',
  compare: 'Hãy so tên khóa và mã gốc với danh sách công khai tại /nhat-ky-niem-phong của cổng, hoặc với bản do bên giữ thứ hai lưu.',
  text: 'Nội dung gốc được băm', law: 'Căn cứ: {law}',
};
const en: typeof vi = {
  title: 'Proof of dossier {name}', untitled: 'Proof from the journal',
  stated: 'The file calls itself {name}; this is stated, not proven: no entry tells it.',
  made: 'The file says it was made {time}. The page checks itself in the browser and sends nothing anywhere.',
  valid: 'Valid', validMore: 'Proven: what is shown here (entries: {count}) stands in the sealed journal unaltered, and every signature fits.',
  limits: 'Not proven: that there are no other entries about this dossier.',
  nothing: 'Nothing is proven yet', nothingMore: 'There is no sealed journal entry in this file.',
  invalid: 'Not valid', invalidMore: 'Wrong: {what}.',
  twice: 'Here twice', other: 'About another matter', name: 'Bears another code than the name of the file',
  blind: 'Cannot be checked here', blindMore: 'This browser has no WebCrypto. Run: taydo journal check-proof.',
  broken: 'The data of this page cannot be read.',
  waiting: 'Waiting for their seal, and not in this proof: {count}.',
  entries: 'Journal entries', seals: 'Seals', entry: 'entry {n}', seal: 'seal {n}',
  good: 'As sealed', bad: 'Altered',
  sealLine: 'Seal {n}, {time}, {count} entries, key {key}',
  compare: 'Compare the names of keys and the roots with the public list at /nhat-ky-niem-phong of the portal, or with what the second holder keeps.',
  text: 'The text that was hashed', law: 'Law: {law}',
};

// The verbs of a dossier as people say them; another verb is shown as it is.
const verbs: Record<string, [string, string]> = {
  'one_stop.submit': ['Nộp hồ sơ trực tuyến', 'Submitted online'],
  'one_stop.accept': ['Tiếp nhận', 'Received'],
  'one_stop.refuse': ['Không tiếp nhận', 'Not received'],
  'one_stop.take_fee': ['Nộp phí, lệ phí', 'Fees paid'],
  'one_stop.propose': ['Thẩm định, trình ký', 'Appraised, sent for signature'],
  'one_stop.send_back': ['Yêu cầu xem lại', 'Sent back for another look'],
  'one_stop.approve': ['Ký duyệt', 'Approved and signed'],
  'one_stop.number': ['Vào số', 'Numbered'],
  'one_stop.seal': ['Đóng dấu', 'Sealed'],
  'one_stop.return_result': ['Trả kết quả', 'Result returned'],
  'one_stop.confirm_unit': ['Xác nhận đơn vị giải quyết', 'Responsible unit confirmed'],
  'one_stop.move_due': ['Tính lại hạn trả', 'Due time counted anew'],
};

const page = document.getElementById('page')!;
let words = vi;
const fill = (text: string, values: Record<string, unknown>) =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));

function add(parent: Element, tag: string, text = '', css = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  if (css) made.className = css;
  parent.append(made);
  return made;
}

const time = (micros: unknown) =>
  new Date(Number(micros) / 1000).toLocaleString(words === vi ? 'vi-VN' : 'en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
  });

function verdict(kind: string, title: string, ...more: string[]) {
  const box = document.getElementById('verdict') ?? add(page, 'div');
  box.id = 'verdict';
  box.setAttribute('role', 'status');
  box.className = kind;
  box.textContent = '';
  add(box, 'strong', title);
  for (const line of more) add(box, 'div', line);
}

const css = { good: 'ok', bad: 'bad' };

function showEntry(list: Element, text: string, number: number, state: State, fault?: Fault) {
  const row = add(list, 'li');
  let facts: Record<string, unknown> = {};
  try {
    facts = JSON.parse(text);
  } catch {
    // shown as it is, below
  }
  const verb = String(facts.verb ?? '?');
  const told = verbs[verb]?.[words === vi ? 0 : 1] ?? verb;
  add(row, 'b', `${number}. ${time(facts.at)} · ${told} `);
  add(row, 'span', fault ? words[fault] : words[state], css[fault ? 'bad' : state]);
  if (facts.law) add(row, 'div', fill(words.law, { law: facts.law }));
  const more = add(row, 'details');
  add(more, 'summary', words.text);
  add(more, 'code', text);
}

async function check(proof: Proof) {
  words = proof.lang === 'en' ? en : vi;
  document.documentElement.lang = proof.lang ?? 'vi';
  document.title = words.untitled;
  const heading = add(page, 'h1', words.untitled);
  const made = add(page, 'p', fill(words.made, { time: time(proof.made_at) }));
  verdict('warn', '…');
  if (!globalThis.crypto?.subtle) return verdict('warn', words.blind, words.blindMore);

  const wrong: string[] = [];
  add(page, 'h2', words.entries);
  const entries = add(page, 'ol');
  const states: State[] = [];
  for (const entry of proof.entries) states.push(await checkEntry(entry, proof.seals));
  const matter = checkMatter(proof.entries.map((entry, i) => (states[i] === 'good' ? entry.text : null)), proof.name);
  for (const [i, entry] of proof.entries.entries()) {
    const fault = matter.faults.get(i);
    if (states[i] === 'bad' || fault) wrong.push(fill(words.entry, { n: i + 1 }));
    showEntry(entries, entry.text, i + 1, states[i]!, fault);
  }
  if (proof.unsealed !== '0') add(page, 'p', fill(words.waiting, { count: proof.unsealed }));
  add(page, 'h2', words.seals);
  const seals = add(page, 'ul');
  for (const seal of proof.seals) {
    const whole = await checkSealHash(seal);
    const state = whole === 'bad' ? whole : await checkSignature(seal);
    if (state === 'bad') wrong.push(fill(words.seal, { n: seal.number }));
    const row = add(seals, 'li');
    const key = await keyName(seal.public_key).catch(() => '?');
    const line = { n: seal.number, time: time(seal.at), count: seal.entries, key };
    add(row, 'b', fill(words.sealLine, line) + ' ');
    add(row, 'span', words[state], css[state]);
    add(add(row, 'div'), 'code', seal.root);
  }
  add(page, 'p', words.compare);
  if (wrong.length) return verdict('bad', words.invalid, fill(words.invalidMore, { what: wrong.join(', ') }));
  if (!proof.entries.length) return verdict('warn', words.nothing, words.nothingMore);
  if (matter.named) heading.textContent = document.title = fill(words.title, { name: proof.name });
  else made.before(add(page, 'p', fill(words.stated, { name: proof.name })));
  verdict('ok', words.valid, fill(words.validMore, { count: proof.entries.length }), words.limits);
}

try {
  const proof = JSON.parse(document.getElementById('proof')!.textContent!) as Proof;
  check(proof).catch((problem) => verdict('bad', words.invalid, String(problem)));
} catch {
  verdict('bad', words.invalid, words.broken);
}
