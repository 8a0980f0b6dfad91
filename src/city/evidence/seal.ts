import { canonical } from './canonical.ts';
import { base64Of, bytesOfBase64, hexOf, sha256Of, utf8 } from './encoding.ts';
import { isSignedBy, type SigningKey } from './keys.ts';
import type { Evidence, EvidenceContent, Seal } from './shape.ts';

/** Seals a content: anyone can tell whether it is the same, and where there is a key, who says so. */
export async function sealed(content: EvidenceContent, key?: SigningKey): Promise<Evidence> {
  const bytes = utf8(canonical(content));
  const sha256 = hexOf(await sha256Of(bytes));
  if (!key) return { content, seal: { sha256 } };
  const { algorithm, publicKey, sign } = key;
  const signature = { algorithm, value: base64Of(await sign(bytes)), publicKey: base64Of(publicKey) };
  return { content, seal: { sha256, signature } };
}

type SealState = 'same' | 'changed';
/** `unknown`: this browser cannot tell, for want of the algorithm. */
type SignatureState = 'none' | 'good' | 'bad' | 'unknown';

export interface CheckedSeal {
  readonly hash: SealState;
  /** What the content comes to. */
  readonly sha256: string;
  readonly signature: SignatureState;
  /** SHA-256 of the public key in the file, by which an office tells whether it is its own; null where nothing is signed. */
  readonly fingerprint: string | null;
}

/** Whether a seal holds. A signature is one of the key in the file: whose that is the file cannot say. */
export async function checkedSeal({ content, seal, isRewritten }: Evidence): Promise<CheckedSeal> {
  const bytes = utf8(canonical(content));
  const sha256 = hexOf(await sha256Of(bytes));
  const hash = sha256 === seal.sha256 && !isRewritten ? 'same' : 'changed';
  return { hash, sha256, ...(await checkedSignature(seal, bytes)) };
}

async function checkedSignature(
  { signature }: Seal,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Pick<CheckedSeal, 'signature' | 'fingerprint'>> {
  if (signature === undefined) return { signature: 'none', fingerprint: null };
  const [publicKey, value] = [strictBytesOf(signature.publicKey), strictBytesOf(signature.value)];
  if (!publicKey || !value) return { signature: 'bad', fingerprint: null };
  const fingerprint = hexOf(await sha256Of(publicKey));
  const holds = await isSignedBy(signature.algorithm, publicKey, value, bytes);
  return { signature: holds === null ? 'unknown' : holds ? 'good' : 'bad', fingerprint };
}

/** Of a text that is the one for its bytes: bits of the last letter of Base64 may stand for nothing, and be others. */
function strictBytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = bytesOfBase64(text);
  return bytes && base64Of(bytes) === text ? bytes : null;
}
