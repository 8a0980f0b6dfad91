import { generateKeyPairSync, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { canonical } from '../../src/city/evidence/canonical.ts';
import { checkedEvidence, trueDifferences, type CheckedEvidence } from '../../src/city/evidence/check.ts';
import { publicKeyIn, signingKey } from '../../src/city/evidence/keys.ts';
import { differencesOf } from '../../src/city/evidence/differences.ts';
import { arrayRecords } from '../../src/domain/land/records/array-records.ts';
import { evidenceFile, evidencePageIn, readEvidenceFile } from '../../src/city/evidence/page.ts';
import { evidenceOfPage } from '../../src/city/evidence/read.ts';
import { sealed } from '../../src/city/evidence/seal.ts';
import type { Evidence, Unplaced } from '../../src/city/evidence/shape.ts';
import { labelsOf } from '../../src/policy/labels.ts';
import { differenceName } from '../../src/texts/evidence/differences.ts';
import { contentOf, pack, PAGE, readTest } from './test-park.ts';

const page = evidencePageIn(PAGE)!;
const program = { version: '0.1.0', sha256: '' };
let content: Unplaced;
let evidence: Evidence;
beforeAll(async () => {
  content = await contentOf(await readTest());
  evidence = await sealed({ ...content, program });
});

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const paths = ({ recomputed }: CheckedEvidence) =>
  recomputed.ok ? recomputed.value.differences.map((own) => own.path.join('.')) : [recomputed.refusal.code];

type Members = Record<string, unknown>;
/** Paths of all numbers, verdicts and truth values. */
function leaves(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'number' || typeof value === 'boolean' || at.at(-1) === 'outcome') return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, own]) =>
    leaves(own, [...at, Array.isArray(value) ? Number(name) : name]),
  );
}

const parentOf = (root: unknown, at: readonly (string | number)[]) =>
  at.slice(0, -1).reduce((own, name) => (own as Members)[name], root) as Members;

function altered(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return value === 'pass' ? 'fail' : 'pass';
  const text = String(value as number);
  // The last digit that makes another number: beyond the sixteenth some do not.
  const others = [1, 2, 3, 4, 5].map((by) => text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + by) % 10)));
  return others.map(Number).find((other) => other !== value)!;
}

test('what is made agrees with itself, and its land comes to it to the last bit', async () => {
  const checked = await checkedEvidence(evidence, '0.1.0');
  expect(checked).toMatchObject({ agrees: true, seal: { hash: 'same', signature: 'none', fingerprint: null } });
  expect(paths(checked)).toEqual([]);
});

test('one digit of any figure, one verdict: noticed by the hash, found by computing, and named', async () => {
  const { stated } = evidence.content;
  const all = leaves(stated);
  expect(all.length).toBeGreaterThan(200);
  // The land is computed once; each change is held against that.
  const anew = copy(stated);
  const labels = labelsOf(pack);
  const own = await sealed(evidence.content);
  for (const at of all) {
    const name = at.at(-1)!;
    const parent = parentOf(stated, at);
    const before = parent[name];
    parent[name] = altered(before);
    const found = differencesOf(stated, anew);
    expect(found.map(({ path: where }) => where)).toEqual([at]);
    expect(differenceName('zh', found[0], stated, labels)).not.toBe('');
    expect(canonical(evidence.content)).not.toBe(canonical({ ...evidence.content, stated: anew }));
    parent[name] = before;
  }
  expect((await sealed(evidence.content)).seal).toEqual(own.seal);
});

test.each([
  ['facts.figures.landArea.value.value', '总用地面积'],
  ['facts.figures.plotRatio.value.value', '容积率'],
  ['facts.parcels.0.area.value.value', '宗地 A 面积'],
  ['facts.parcels.1.planeM2', '宗地 B 平面面积'],
  ['facts.buildings.4.countedFloorArea.value.value', '建筑 C1 计容建筑面积'],
  ['facts.park.firms', '入园企业数'],
  ['findings.0.outcome', '结论'],
])('the whole check tells %s as %s', async (where, name) => {
  const changed = copy(evidence);
  const at = where.split('.').map((own) => (/^\d+$/.test(own) ? Number(own) : own));
  const parent = parentOf(changed.content.stated, at);
  parent[at.at(-1)!] = altered(parent[at.at(-1)!]);
  const checked = await checkedEvidence(changed, '0.1.0');
  expect(checked).toMatchObject({ agrees: false, seal: { hash: 'changed' } });
  expect(paths(checked)).toEqual([where]);
  const [difference] = checked.recomputed.ok ? checked.recomputed.value.differences : [];
  expect(differenceName('zh', difference, changed.content.stated, labelsOf(pack))).toContain(name);
  // Sealed again by whoever has no key, it is found by computing all the same.
  if (name === '结论' || where.endsWith('firms'))
    expect((await checkedEvidence(await sealed(changed.content), '0.1.0')).agrees).toBe(false);
});

test('a boundary point moved by a millimetre is another hash, and other areas even where it is sealed again', async () => {
  const changed = copy(evidence);
  const { features } = changed.content.land[0] as { features: { properties: Members; geometry: { coordinates: number[][][] } }[] }; // prettier-ignore
  const parcel = features.find(({ properties }) => properties.id === 'B')!;
  // The second corner of the ring, 1 mm northwards.
  parcel.geometry.coordinates[0][1][1] += 0.001 / 111_000;
  parcel.geometry.coordinates[0][1][1] = Math.round(parcel.geometry.coordinates[0][1][1] * 1e9) / 1e9;
  expect((await checkedEvidence(changed, '0.1.0')).seal.hash).toBe('changed');
  const again = await checkedEvidence(await sealed(changed.content), '0.1.0');
  expect(again.seal.hash).toBe('same');
  expect(again.agrees).toBe(false);
  expect(
    again.recomputed.ok && trueDifferences(again.recomputed.value).map(({ path: own }) => own.join('.')),
  ).toContain('facts.parcels.1.planeM2');
});

test('when a step was done is sealed with it', async () => {
  const done = { code: 'removed', params: { kind: 'building', ids: '1#' } } as const;
  const own = await sealed({ ...evidence.content, history: [{ ...done, at: '2026-11-30 10:31' }] });
  expect((await checkedEvidence(own, '0.1.0')).agrees).toBe(true);
  for (const history of [[{ ...done, at: '2026-11-30 10:32' }], [done]]) {
    const checked = await checkedEvidence({ ...own, content: { ...own.content, history } }, '0.1.0');
    expect(checked).toMatchObject({ agrees: false, seal: { hash: 'changed' } });
  }
});

test('a figure taken out, one put in, another policy and another park are told', async () => {
  const out = copy(evidence);
  delete (out.content.stated.facts.figures as Members).plotRatio;
  expect(paths(await checkedEvidence(out, '0.1.0'))).toEqual(['facts.figures.plotRatio']);
  const put = copy(evidence);
  (put.content.stated.facts.figures as Members).other = { state: 'value', value: { value: 1 } };
  expect(paths(await checkedEvidence(put, '0.1.0'))).toEqual(['facts.figures.other']);
  const law = copy(evidence);
  (law.content.law.policy as { version: string }).version = '9';
  expect(paths(await checkedEvidence(law, '0.1.0'))).toEqual(['law.policy.version']);
  const bound = copy(evidence);
  const files = bound.content.law.files as Record<string, string>;
  expect(files['rules.yaml']).toContain('24');
  files['rules.yaml'] = files['rules.yaml']
    .replaceAll('value: 100000', 'value: 90000')
    .replaceAll('phrase:', 'phrase: ');
  expect((await checkedEvidence(bound, '0.1.0')).agrees).toBe(false);
  const park = copy(evidence);
  (park.content.park as { id: string }).id = 'Q';
  expect(paths(await checkedEvidence(park, '0.1.0'))).toEqual(['evidence-no-park']);
  const broken = copy(evidence);
  (broken.content as { stated: unknown }).stated = { facts: 1, findings: 2 };
  expect((await checkedEvidence(broken, '0.1.0')).agrees).toBe(false);
});

test('what is left out is told whatever version the file says it is of', async () => {
  type Loose = { stated: { facts: { figures: Members }; findings: Members[] }; law: { policy: Members } } & Members;
  const told = async (change: (content: Loose) => void) => {
    const own = copy(evidence.content) as unknown as Loose;
    change(own);
    return checkedEvidence(await sealed(own as unknown as Evidence['content']), '0.1.0');
  };
  const old = { version: '0.0.9', sha256: '' };
  const findings = evidence.content.stated.findings;
  const judged = findings.findIndex(({ outcome }) => outcome === 'unknown');
  for (const member of ['outcome', 'measured', 'missing', 'margin']) {
    const checked = await told((own) => {
      own.program = old;
      delete own.stated.findings[judged][member];
    });
    expect(checked.agrees).toBe(false);
    expect(paths(checked)).toEqual([`findings.${judged}.${member}`]);
  }
  // A figure an older program did not know is listed; it is a difference where the program is the same.
  const without = (version: string) =>
    told((own) => {
      own.program = { version, sha256: '' };
      delete own.stated.facts.figures.plotRatio;
    });
  const older = await without('0.0.9');
  expect(older.recomputed.ok && older.recomputed.value.differences).toMatchObject([{ besides: true }]);
  expect(older.agrees).toBe(true);
  expect((await without('0.1.0')).agrees).toBe(false);
  expect(paths(await told((own) => (own.sample = true)))).toEqual(['sample']);
  expect(paths(await told((own) => delete own.law.policy.version))).toEqual(['law.policy.version']);
});

test('surveyed metres stay as they came, whatever digits they have and however rings turn; buildings in degrees beside them', async () => {
  const base = await readTest('a.txt', readFileSync('data/examples/parcels.txt'));
  const { surveyed } = base.parcels.layer;
  const parcels = [...base.parcels.records].map((record) => ({ ...record, parkId: 'P' }));
  // Finer than any file is written.
  surveyed!.eastNorth[2] += 0.000_012_3;
  const { buildings } = await readTest();
  const own = await contentOf({
    ...base,
    parks: [{ id: 'P', name: 'P' }],
    parcels: { ...base.parcels, records: arrayRecords(parcels) },
    buildings: {
      ...buildings,
      records: arrayRecords([...buildings.records].map((record) => ({ ...record, parcelId: parcels[0].id }))),
    },
  });
  expect(own.land).toHaveLength(2);
  expect(JSON.stringify(own.land[0])).toContain(String(surveyed!.eastNorth[2]));
  expect((await checkedEvidence(await sealed({ ...own, program }), '0.1.0')).agrees).toBe(true);
});

test('persons are not in it, nor what a file holds beside its fields; all else of the park is', () => {
  const text = JSON.stringify({ ...content, law: null });
  for (const person of ['000-0000', '某人', '请找']) expect(text).not.toContain(person);
  for (const kept of ['某开发公司', '"landCostWan":3000', '"outputWan":12', '"paymentPeriodMonths":6'])
    expect(text).toContain(kept);
});

describe('signatures', () => {
  const pairs = {
    'ECDSA-P256-SHA256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    Ed25519: generateKeyPairSync('ed25519'),
  };
  const pem = (key: { export: (as: never) => unknown }, type: 'pkcs8' | 'spki') =>
    String(key.export({ type, format: 'pem' } as never));

  test.each(['ECDSA-P256-SHA256', 'Ed25519'] as const)(
    '%s: good, told by another program, bad once touched',
    async (algorithm) => {
      const { privateKey, publicKey } = pairs[algorithm];
      const key = await signingKey(pem(privateKey, 'pkcs8'));
      if (!key.ok) throw new Error(key.refusal.code);
      const signed = await sealed({ ...content, program }, key.value);
      const signature = signed.seal.signature!;
      expect(signature.algorithm).toBe(algorithm);
      expect(await checkedEvidence(signed, '0.1.0')).toMatchObject({ agrees: true, seal: { signature: 'good' } });
      // Node's own way, apart from WebCrypto.
      const own = { key: publicKey, dsaEncoding: 'ieee-p1363' as const };
      const bytes = Buffer.from(canonical(signed.content));
      const how = algorithm === 'Ed25519' ? null : 'sha256';
      expect(verify(how, bytes, own, Buffer.from(signature.value, 'base64'))).toBe(true);
      const told = await publicKeyIn(pem(publicKey, 'spki'));
      expect(told.ok && Buffer.from(told.value).toString('base64')).toBe(signature.publicKey);
      // The hash made good again by whoever has no key.
      const changed = copy(signed);
      (changed.content as { made: string }).made = '2026-11-30';
      const resealed = { content: changed.content, seal: { ...(await sealed(changed.content)).seal, signature } };
      expect((await checkedEvidence(resealed, '0.1.0'))).toMatchObject({ agrees: false, seal: { hash: 'same', signature: 'bad' } }); // prettier-ignore
      // A key of someone else put in the place of the office's.
      const other = pairs[algorithm === 'Ed25519' ? 'ECDSA-P256-SHA256' : 'Ed25519'].publicKey;
      const spki = other.export({ type: 'spki', format: 'der' }).toString('base64');
      const swapped = { ...signed, seal: { ...signed.seal, signature: { ...signature, publicKey: spki } } };
      expect((await checkedEvidence(swapped, '0.1.0')).seal.signature).toBe('bad');
    },
  );

  test('keys that cannot sign are told apart', async () => {
    const { privateKey } = pairs['ECDSA-P256-SHA256'];
    const code = async (text: string) => {
      const key = await signingKey(text);
      return key.ok ? 'ok' : key.refusal.code;
    };
    expect(await code('nothing')).toBe('key-not-pem');
    // As `openssl ecparam -genkey` writes it.
    const sec1 = privateKey.export({ type: 'sec1', format: 'pem' }).toString();
    const named = `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${sec1}`;
    expect(await code(named)).toBe('key-not-pkcs8');
    expect(await code(sec1.replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n'))).toBe(
      'key-not-pkcs8',
    );
    expect(await code(privateKey.export({ type: 'sec1', format: 'pem' }).toString())).toBe('key-not-pkcs8');
    const locked = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' });
    expect(await code(locked.toString())).toBe('key-encrypted');
    expect(await code(pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey, 'pkcs8'))).toBe('key-kind');
    expect(await code(pem(privateKey, 'pkcs8').replace(/M/g, 'N'))).not.toBe('ok');
  });
});

test('a public key that is cut off is refused; one whose point is written short is the same key', async () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const whole = publicKey.export({ type: 'spki', format: 'der' });
  const pem = (der: Buffer) => `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`;
  expect(await publicKeyIn(pem(whole.subarray(0, 50)))).toMatchObject({ refusal: { code: 'key-not-pem' } });
  // SubjectPublicKeyInfo with the point as 02 or 03 and its x.
  const point = Buffer.concat([Buffer.from([2 + (whole[90] & 1)]), whole.subarray(27, 59)]);
  const short = Buffer.concat([Buffer.from('3039', 'hex'), whole.subarray(2, 23), Buffer.from('032200', 'hex'), point]);
  for (const der of [whole, short])
    expect(await publicKeyIn(pem(der))).toEqual({ ok: true, value: new Uint8Array(whole) });
});

describe('the canonical form', () => {
  test('is that of RFC 8785', () => {
    // The example of section 3.2.2 and the numbers of appendix B.
    const example = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    ) as unknown;
    expect(canonical(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    const bits: [bigint, string][] = [
      [0x8000000000000000n, '0'],
      [0x0000000000000001n, '5e-324'],
      [0x7fefffffffffffffn, '1.7976931348623157e+308'],
      [0x4340000000000000n, '9007199254740992'],
      [0x44b52d02c7e14af5n, '9.999999999999997e+22'],
      [0x444b1ae4d6e2ef4en, '999999999999999700000'],
      [0x3eb0c6f7a0b5ed8dn, '0.000001'],
      [0x41b3de4355555553n, '333333333.3333332'],
    ];
    for (const [pattern, text] of bits) {
      const view = new DataView(new ArrayBuffer(8));
      view.setBigUint64(0, pattern);
      expect(canonical(view.getFloat64(0))).toBe(text);
    }
    // Section 3.2.2.2: half a character is an error.
    expect(() => canonical({ a: '\ud800' })).toThrow(RangeError);
    expect(() => canonical({ '\udc00a': 1 })).toThrow(RangeError);
    expect(canonical('\ud83d\ude00')).toBe('"\ud83d\ude00"');
    // Names by UTF-16 units, as in section 3.2.3.
    const names = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.values(JSON.parse(canonical(names).replaceAll(/"([^"]*)":(\d)/g, '"k$2":$2')) as object).join('')).toBe('2467153'); // prettier-ignore
    expect(() => canonical({ a: Infinity })).toThrow(RangeError);
  });
});

describe('the page', () => {
  test('holds the content, whatever is in it, and is known again', async () => {
    const hostile = { ...content, park: { id: 'P', name: '</script><script>$&' } };
    const html = await evidenceFile(page, hostile);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    const read = await readEvidenceFile(html);
    expect(read.ok && read.value).toMatchObject({ page: 'same', evidence: { content: { park: hostile.park } } });
    // Line ends of another system are no change; a word is.
    const windows = await readEvidenceFile(html.replaceAll('\n', '\r\n'));
    expect(windows.ok && windows.value.page).toBe('same');
    const changed = await readEvidenceFile(html.replace('<p>', '<p>!'));
    expect(changed.ok && changed.value.page).toBe('changed');
  });

  const holding = (json: string) => PAGE.replace('></script>', () => `>${json}</script>`);
  test.each([
    ['"made":', '"made":"1999-01-01","made":', 'evidence-name-twice'],
    ['"format":1', '"format":1,"x":1e999', 'evidence-malformed'],
    ['"format":1', '"format":1,"x":"\\ud800"', 'evidence-malformed'],
    ['"format":1', `"format":1,"x":${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'evidence-malformed'],
    ['"history":[', '"history":[null,', 'evidence-malformed'],
    ['"title":"试验"', '"titel":"试验"', 'evidence-malformed'],
    ['"sha256":', '"signature":null,"sha256":', 'evidence-malformed'],
  ])('content that is damaged is refused and never a fault: %s → %.40s', async (from, to, code) => {
    const { seal, ...rest } = await sealed({ ...content, program });
    const read = await readEvidenceFile(holding(JSON.stringify({ seal, ...rest }).replace(from, () => to)));
    expect(read.ok ? 'read' : read.refusal.code).toBe(code);
  });

  test('a page holds evidence of its own version', async () => {
    const json = JSON.stringify(await sealed({ ...content, program }));
    expect(evidenceOfPage(json, '0.1.0').ok).toBe(true);
    expect(evidenceOfPage(json, '0.0.9')).toMatchObject({ ok: false, refusal: { code: 'evidence-other-page' } });
    const moved = await evidenceFile({ ...page, version: '0.0.9' }, content);
    expect(await readEvidenceFile(moved)).toMatchObject({ ok: true, value: { page: 'changed' } });
  });

  test.each([
    ['<html></html>', 'evidence-none'],
    [PAGE.slice(0, PAGE.indexOf('></script>') + 1), 'evidence-malformed'],
    [PAGE, 'evidence-malformed'],
    [PAGE.replace('></script>', '>{"content":{},"seal":{}}</script>'), 'evidence-malformed'],
    [PAGE.replace('></script>', '>{"content":{"format":2},"seal":{}}</script>'), 'evidence-newer'],
  ])('what is none is refused: %#', async (html, code) => {
    const read = await readEvidenceFile(html);
    expect(read.ok ? 'read' : read.refusal.code).toBe(code);
  });
});

test('a file of an earlier version is read and agrees, though the product tells more by now', async () => {
  const html = gunzipSync(readFileSync('test/evidence/earlier.html.gz')).toString();
  const read = await readEvidenceFile(html);
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value.page).toBe('same');
  expect(read.value.evidence.content.program.version).toBe('0.0.9');
  const checked = await checkedEvidence(read.value.evidence, '0.1.0');
  expect(checked.recomputed.ok && trueDifferences(checked.recomputed.value)).toEqual([]);
  expect(paths(checked)).toContain('facts.figures.buildingDensity');
  expect(checked).toMatchObject({ agrees: true, seal: { signature: 'good' } });
});

test('a name with half a character makes no file and is told', async () => {
  const base = await readTest();
  await expect(contentOf({ ...base, parks: base.parks.map((own) => ({ ...own, name: '\ud800' })) })).rejects.toThrow(
    'evidence-unwritable',
  );
});
