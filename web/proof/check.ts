// What a proof says and whether it holds: the same rules as src/engines/journal/proof.cpp, by
// WebCrypto alone.
export interface Seal {
  number: string; at: string; entries: string; root: string; previous: string; hash: string;
  signature: string; public_key: string; next_key: string;
}
export interface Entry { text: string; seal: string; path: { side: string; hash: string }[] }
export interface Proof {
  format: string; name: string; lang?: string; made_at: string; unsealed: string;
  entries: Entry[]; seals: Seal[];
}
export type State = 'good' | 'bad' | 'unknown'; // unknown: this browser cannot tell

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

export async function checkSignature(seal: Seal): Promise<State> {
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('spki', der(seal.public_key), 'Ed25519', false, ['verify']);
  } catch (problem) {
    return (problem as Error).name === 'NotSupportedError' ? 'unknown' : 'bad';
  }
  const signature = fromBase64(seal.signature);
  return (await crypto.subtle.verify('Ed25519', key, signature, bytes(seal.hash))) ? 'good' : 'bad';
}
