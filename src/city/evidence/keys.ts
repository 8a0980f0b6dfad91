import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import { bytesOfBase64 } from './encoding.ts';
import type { SignatureAlgorithm } from './shape.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export type KeyRefusalCode =
  | 'key-not-pem' // no PEM of such a key
  | 'key-encrypted' // a private key under a password
  | 'key-not-pkcs8' // an EC PRIVATE KEY or RSA PRIVATE KEY of the older form
  | 'key-kind'; // neither ECDSA P-256 nor Ed25519

/** What signs for an office. */
export interface SigningKey {
  readonly algorithm: SignatureAlgorithm;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Bytes;
  readonly sign: (bytes: Bytes) => Promise<Bytes>;
}

const parameters: Readonly<
  Record<SignatureAlgorithm, { readonly key: EcKeyImportParams | Algorithm; readonly use: EcdsaParams | Algorithm }>
> = {
  'ECDSA-P256-SHA256': {
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    use: { name: 'ECDSA', hash: 'SHA-256' },
  },
  Ed25519: { key: { name: 'Ed25519' }, use: { name: 'Ed25519' } },
};

/** How the algorithm is named in the key itself: object identifiers as DER has them. */
const identifiers: readonly (readonly [SignatureAlgorithm, string])[] = [
  ['ECDSA-P256-SHA256', '6,8,42,134,72,206,61,3,1,7'],
  ['Ed25519', '6,3,43,101,112'],
];

function algorithmOf(der: Bytes): SignatureAlgorithm | null {
  // It stands in front of the key.
  const front = der.subarray(0, 40).join();
  return identifiers.find(([, identifier]) => front.includes(identifier))?.[0] ?? null;
}

type Read = Result<{ readonly der: Bytes; readonly algorithm: SignatureAlgorithm }, Refusal<KeyRefusalCode>>;

function readPem(pem: string, label: 'PRIVATE KEY' | 'PUBLIC KEY'): Read {
  const blocks = [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^]*?)-----END \1-----/g)];
  const body = blocks.find(([, kind]) => kind === label)?.[2];
  if (body === undefined && label === 'PRIVATE KEY') {
    if (blocks.some(([, kind]) => kind === 'ENCRYPTED PRIVATE KEY')) return refuse('key-encrypted');
    if (blocks.some(([, kind]) => kind.endsWith(' PRIVATE KEY'))) return refuse('key-not-pkcs8');
  }
  const der = body === undefined ? null : bytesOfBase64(body.replace(/\s/g, ''));
  if (!der) return refuse('key-not-pem', { label });
  const algorithm = algorithmOf(der);
  return algorithm ? ok({ der, algorithm }) : refuse('key-kind');
}

/** A private key of PKCS #8 in PEM. Its public key is told from it. */
export async function signingKey(pem: string): Promise<Result<SigningKey, Refusal<KeyRefusalCode>>> {
  const read = readPem(pem, 'PRIVATE KEY');
  if (!read.ok) return read;
  const { der, algorithm } = read.value;
  const { key, use } = parameters[algorithm];
  try {
    const own = await crypto.subtle.importKey('pkcs8', der, key, true, ['sign']);
    const { d, key_ops, ...open } = await crypto.subtle.exportKey('jwk', own);
    void [d, key_ops];
    const publicKey = await crypto.subtle.importKey('jwk', open, key, true, ['verify']);
    return ok({
      algorithm,
      publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)),
      sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(use, own, bytes)),
    });
  } catch {
    return refuse('key-not-pem', { label: 'PRIVATE KEY' });
  }
}

/** A public key in PEM, as the DER that signatures carry, however its point is written. */
export async function publicKeyIn(pem: string): Promise<Result<Bytes, Refusal<KeyRefusalCode>>> {
  const read = readPem(pem, 'PUBLIC KEY');
  if (!read.ok) return read;
  const { der, algorithm } = read.value;
  try {
    const key = await crypto.subtle.importKey('spki', der, parameters[algorithm].key, true, ['verify']);
    return ok(new Uint8Array(await crypto.subtle.exportKey('spki', key)));
  } catch {
    return refuse('key-not-pem', { label: 'PUBLIC KEY' });
  }
}

/** Whether a signature is that of the key over the bytes; null where this browser does not know the algorithm. */
export async function isSignedBy(
  algorithm: SignatureAlgorithm,
  publicKey: Bytes,
  signature: Bytes,
  bytes: Bytes,
): Promise<boolean | null> {
  if (!Object.hasOwn(parameters, algorithm) || algorithmOf(publicKey) !== algorithm) return false;
  // Its DER tells how long it is: what follows is none of it, and some that import keys leave it unread.
  if (publicKey.length !== 2 + publicKey[1]) return false;
  const { key, use } = parameters[algorithm];
  let own: CryptoKey;
  try {
    own = await crypto.subtle.importKey('spki', publicKey, key, false, ['verify']);
  } catch (error) {
    return (error as Error).name === 'NotSupportedError' ? null : false;
  }
  return crypto.subtle.verify(use, own, signature, bytes);
}
