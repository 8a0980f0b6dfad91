import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { signingKey, type SigningKey } from '../../src/city/evidence/keys.ts';
import { evidenceFile, evidencePageIn, readEvidenceFile } from '../../src/city/evidence/page.ts';
import { checkedSeal } from '../../src/city/evidence/seal.ts';
import type { Unplaced } from '../../src/city/evidence/shape.ts';
import { contentOf, PAGE, readTest } from './test-park.ts';

const page = evidencePageIn(PAGE)!;
let content: Unplaced;
let key: SigningKey;
beforeAll(async () => {
  content = await contentOf(await readTest());
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const read = await signingKey(String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
  if (!read.ok) throw new Error(read.refusal.code);
  key = read.value;
});

/** Why a file is not taken for what it was; null: nothing was noticed. */
async function noticed(html: string): Promise<string | null> {
  const read = await readEvidenceFile(html);
  if (!read.ok) return read.refusal.code;
  if (read.value.page === 'changed') return 'page';
  const { hash, signature } = await checkedSeal(read.value.evidence);
  if (hash === 'changed') return 'hash';
  return signature === 'good' ? null : signature;
}

/** Numbers in a text, each by where it stands: coordinates, areas, dates, versions, digits of hashes and of names. */
const figuresIn = (text: string) => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(({ 0: figure, index }) => ({ figure, at: index })); // prettier-ignore

/** The digit there is another one. */
const changed = (text: string, at: number) => `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`;

/** Where lines with members of the content begin and end in the file: each has its own. */
function memberLines(html: string): ReadonlyMap<string, readonly [from: number, to: number]> {
  const start = html.indexOf('{"seal":');
  let at = start;
  const lines = html.slice(start, html.indexOf('</script>', start)).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const from = at;
      at += line.length + 1;
      const name = /^\{?"(\w+)":/.exec(line)?.[1];
      return name === undefined ? [] : [[name, [from, from + line.length]] as const];
    }),
  );
}

test('every number in a signed file, wherever it stands: one digit of it changed is noticed', async () => {
  // The text of the policy, in which a digit is one as any other, has a test of its own: it makes the file large.
  const html = await evidenceFile(page, { ...content, law: { ...content.law, files: {} } }, key);
  expect(await noticed(html)).toBeNull();
  const members = memberLines(html);
  const counted = new Map<string, number>();
  for (const [name, [from, to]] of members) {
    const figures = figuresIn(html.slice(from, to));
    counted.set(name, figures.length);
    for (const [n, { figure, at }] of figures.entries()) {
      // First, last, and each digit between in turn.
      const digits = [...figure].flatMap((c, i) => (c === '.' ? [] : [i]));
      const digit = n % 2 === 0 ? digits.at(-1)! : digits[n % digits.length];
      const where = from + at + digit;
      expect([name, figure, digit, await noticed(changed(html, where))]).not.toEqual([name, figure, digit, null]);
    }
  }
  const least = { seal: 10, made: 3, law: 4, history: 2, land: 100, stated: 400, program: 10 };
  for (const [name, count] of Object.entries(least)) expect([name, counted.get(name)! >= count]).toEqual([name, true]);
  // Nothing stands between the members: these are all.
  const all = [...members.values()];
  const whole = html.slice(all[0][0], all.at(-1)![1]);
  expect([...counted.values()].reduce((sum, own) => sum + own, 0)).toBe(figuresIn(whole).length);
});

/** Of Base64, digits of a hash among them; what fills the end up comes before the first. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

test('every sign of the hash and of the signature', async () => {
  const html = await evidenceFile(page, { ...content, law: { ...content.law, files: {} } }, key);
  const [from, to] = memberLines(html).get('seal')!;
  const line = html.slice(from, to);
  const { seal } = JSON.parse(`${line.replace(/,$/, '')}}`) as { seal: { sha256: string; signature: { value: string; publicKey: string } } }; // prettier-ignore
  for (const text of [seal.sha256, seal.signature.value, seal.signature.publicKey]) {
    const start = from + line.indexOf(text);
    for (const [n, sign] of [...text].entries()) {
      const other = LETTERS[(LETTERS.indexOf(sign) + 1) % LETTERS.length];
      const told = await noticed(html.slice(0, start + n) + other + html.slice(start + n + 1));
      expect([text, n, told]).not.toEqual([text, n, null]);
    }
  }
});

test('a digit in each file of the policy, from its beginning to its end', async () => {
  const html = await evidenceFile(page, content, key);
  const files = Object.entries(content.law.files);
  expect(files.length).toBeGreaterThan(5);
  for (const [name, text] of files) {
    const start = html.indexOf(JSON.stringify(text).slice(1, 200).replaceAll('<', '\\u003c'));
    expect([name, start > 0]).toEqual([name, true]);
    const figures = figuresIn(html.slice(start, start + text.length));
    expect([name, figures.length > 0]).toEqual([name, true]);
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      const { at } = figures[Math.round(share * (figures.length - 1))];
      expect([name, share, await noticed(changed(html, start + at))]).toEqual([name, share, 'hash']);
    }
  }
});

test('a number that is written with other digits for the same value is told as changed', async () => {
  const html = await evidenceFile(page, content);
  const own = /"landArea".*?"value":(\d+\.\d+)/.exec(html)![1];
  for (const other of [`${own}0`, `${own}0000000000000001`, `${own}e0`, `0${own}`])
    expect([other, await noticed(html.replace(`:${own}`, `:${other}`))]).toEqual([
      other,
      other.startsWith('0') ? 'evidence-malformed' : 'hash',
    ]);
});
