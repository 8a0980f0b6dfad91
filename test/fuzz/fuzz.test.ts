import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../src/domain/geometry/valid/validity.ts';
import { holesIn } from '../helpers/holes.ts';
import { readFiles } from '../../src/formats/index.ts';
import type { NamedBytes, ReadResult } from '../../src/formats/contract.ts';
import { sayNote } from '../../src/texts/file-notes.ts';
import { sayProblem } from '../../src/texts/problems.ts';
import { sayRefusal } from '../../src/texts/refusals.ts';
import expected from './expected.json' with { type: 'json' };
import { mutations, randomOf } from './mutate.ts';

const folder = new URL('corpus/', import.meta.url);
const corpus = readdirSync(folder)
  .sort()
  .map((name): NamedBytes => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }));
const casesPerMutation = 12;

/** What becomes of a file: the refusal's code, or how many parcels were read. Every outcome has its sentences. */
async function outcomeOf(...files: NamedBytes[]): Promise<string> {
  const read = await readFiles(files, {});
  for (const language of ['zh', 'en'] as const) {
    const said = read.ok
      ? read.value.notes.map((note) => [sayNote(language, note), note.params] as const)
      : [[sayRefusal(language, read.refusal), read.refusal.params] as const];
    for (const [sentence, params] of said) {
      expect(sentence.length).toBeGreaterThan(0);
      expect(holesIn(sentence, params), sentence).toEqual([]);
    }
    if (read.ok)
      for (const sentence of problemsSaid(language, read.value)) expect(holesIn(sentence), sentence).toEqual([]);
  }
  if (!read.ok) return read.refusal.code;
  const { records, layer } = read.value.project.parcels;
  expect(layer.size).toBe(records.length);
  expect(layer.lonLat.every(Number.isFinite)).toBe(true);
  return `reads ${records.length}`;
}

/** The boundary problems of what was read, in words. */
function problemsSaid(language: 'zh' | 'en', { project: { parcels } }: ReadResult): readonly string[] {
  return [...parcels.records].flatMap((_, row) =>
    problemsOf(parcels.layer, row).map((problem) => sayProblem(language, problem)),
  );
}

describe('the saved corpus', () => {
  it.each(corpus.map((file) => [file.name, file] as const))('%s ends as written down', async (name, file) => {
    expect(await outcomeOf(file)).toBe((expected as Record<string, string>)[name]);
  });

  it('has an entry for every file and a file for every entry', () => {
    expect(corpus.map(({ name }) => name)).toEqual(Object.keys(expected).sort());
  });
});

describe('changed files', () => {
  /** Changes below the packing: above it the checksum would catch nearly all of them. */
  const plain = ({ name, bytes }: NamedBytes): NamedBytes =>
    name.endsWith('.gz') && bytes.length > 18
      ? { name: name.replace(/\.gz$/, ''), bytes: gunzipSync(bytes) }
      : { name, bytes };
  const seeds = corpus.filter(({ name }) => (expected as Record<string, string>)[name]?.startsWith('reads')).map(plain);

  it.each(seeds.map((file) => [file.name, file] as const))(
    '%s ends in a refusal or in parcels, whatever changes',
    async (name, { bytes }) => {
      const seed = [...name].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7);
      for (const [m, mutate] of mutations.entries())
        for (let n = 0; n < casesPerMutation; n++) {
          const random = randomOf(seed + 1000 * m + n);
          let changed = mutate(bytes, random);
          if (random(4) === 0 && changed.length > 0) changed = mutations[random(mutations.length)](changed, random);
          await expect(outcomeOf({ name, bytes: changed }), `mutation ${m}, case ${n}`).resolves.toMatch(/./);
        }
    },
    60_000,
  );

  /** Packed again, so that what changed inside reaches its reader. */
  it.each(['plots.shp.zip', 'plots.xlsx'])('%s ends so too where one of the files in it changes', async (name) => {
    const parts = unzipSync(corpus.find((file) => file.name === name)!.bytes);
    for (const [p, part] of Object.keys(parts).entries())
      for (const [m, mutate] of mutations.entries())
        for (let n = 0; n < 4; n++) {
          const changed = { ...parts, [part]: mutate(parts[part], randomOf(7919 * p + 1000 * m + n)) };
          const bytes = zipSync(changed, { level: 0 });
          await expect(outcomeOf({ name, bytes }), `${part}, mutation ${m}, case ${n}`).resolves.toMatch(/./);
        }
  });
});
