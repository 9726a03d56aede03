// What a proof says and whether it holds: the same rules as src/engines/journal/proof.cpp, by
// the SHA-2 of WebCrypto and the Ed25519 of a small library.
import { verifyAsync } from '@noble/ed25519';

export interface Seal {
  number: string; at: string; entries: string; root: string; previous: string; hash: string;
  signature: string; public_key: string; next_key: string;
}
export interface Entry { text: string; seal: string; path: { side: string; hash: string }[] }
export interface Proof {
  format: string; name: string; lang?: string; made_at: string; unsealed: string;
  entries: Entry[]; seals: Seal[];
}
export type State = 'good' | 'bad';

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (buffer: ArrayBuffer) =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
export const sha256 = async (data: Uint8Array) => hex(await crypto.subtle.digest('SHA-256', data));

function fromBase64(text: string) {
  const plain = text.replace(/-/g, '+').replace(/_/g, '/');
  return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
}
const der = (pem: string) => fromBase64(pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, ''));

export const keyName = async (pem: string) => (await sha256(der(pem))).slice(0, 16);

const sealText = (seal: Seal) =>
  `taydo-seal-${seal.next_key ? 2 : 1}\n${seal.number}\n${seal.at}\n${seal.entries}\n` +
  `${seal.root}\n${seal.previous}\n${seal.next_key}`;

export async function checkEntry(entry: Entry, seals: Seal[]): Promise<State> {
  let hash = await sha256(bytes('leaf:' + (await sha256(bytes(entry.text)))));
  for (const step of entry.path) {
    const both = step.side === 'left' ? step.hash + hash : hash + step.hash;
    hash = await sha256(bytes('node:' + both));
  }
  return seals.some((seal) => seal.number === entry.seal && seal.root === hash) ? 'good' : 'bad';
}

export const checkSealHash = async (seal: Seal): Promise<State> =>
  (await sha256(bytes(sealText(seal)))) === seal.hash ? 'good' : 'bad';

// What the sound entries say together: all about one thing, none of them twice, and is what the
// proof is called told by them? Says what is wrong with each, by its place.
export type Fault = 'twice' | 'other' | 'name';
export function checkMatter(sound: (string | null)[], name: string) {
  const faults = new Map<number, Fault>();
  const seen = new Set<string>();
  let about = '';
  let named = false;
  for (const [i, text] of sound.entries()) {
    if (text === null) continue;
    const entry = JSON.parse(text);
    const of = `${entry.subject_kind} ${entry.subject}`;
    about ||= of;
    const code = entry.facts?.code;
    if (seen.has(entry.id)) faults.set(i, 'twice');
    else if (of !== about) faults.set(i, 'other');
    else if (code && code !== name) faults.set(i, 'name');
    else if (code) named = true;
    seen.add(entry.id);
  }
  return { faults, named: named && faults.size === 0 };
}

// An Ed25519 key as X.509 has it (RFC 8410) is these bytes and its own 32.
const prefix = '302a300506032b6570032100';
const rawKey = (pem: string) => {
  const bytes = der(pem);
  if (bytes.length !== 44 || hex(bytes.slice(0, 12).buffer) !== prefix) throw new Error('no key');
  return bytes.slice(12);
};

// Not by WebCrypto, whose Ed25519 browsers before 2025 do not have.
export async function checkSignature(seal: Seal): Promise<State> {
  try {
    const signature = fromBase64(seal.signature);
    const key = rawKey(seal.public_key);
    const strict = { zip215: false }; // RFC 8032, as taydo does
    return (await verifyAsync(signature, bytes(seal.hash), key, strict)) ? 'good' : 'bad';
  } catch {
    return 'bad';
  }
}
