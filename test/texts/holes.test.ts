import { describe, expect, it } from 'vitest';
import { cliSentences } from '../../src/cli/texts.ts';
import type { BoundaryProblem, ProblemCode } from '../../src/domain/geometry/valid/problem.ts';
import type { Note } from '../../src/formats/contract.ts';
import { labelsOf } from '../../src/policy/labels.ts';
import { changeSentences } from '../../src/texts/changes.ts';
import { sayFinding } from '../../src/texts/findings.ts';
import { sayNote } from '../../src/texts/file-notes.ts';
import { sayProblem } from '../../src/texts/problems.ts';
import { sayRefusal } from '../../src/texts/refusals.ts';
import { editSentences } from '../../src/texts/repairs.ts';
import { en } from '../../src/texts/ui/en.ts';
import { zh } from '../../src/texts/ui/zh.ts';
import { holesIn } from '../helpers/holes.ts';
import { findingsOf, readCases, readPack } from '../policy/cases.ts';
import { keysOf, promised, sitesIn, type Site } from './sites.ts';

const sites = sitesIn();
const languages = ['zh', 'en'] as const;
const openings = { zh: zh.opening, en: en.opening } as unknown as Record<'zh' | 'en', object>;

/** A value a fact may have, where a sentence looks it up. */
const samples: Readonly<Record<string, string>> = {
  'foreign-file.what': 'dwg',
  'not-carried.format': 'csv',
  'format-not-written.format': 'vct',
  'misnamed.format': 'shp',
};
const filled = ({ code, params }: Site) =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value ?? samples[`${code}.${key}`] ?? 7]));

/** The notes of files, and those of where parcels lie. */
const fileNotes = [...keysOf('texts/file-notes.ts', 'notes'), ...keysOf('texts/columns.ts', 'columns')];
const notes = new Set([...fileNotes, ...keysOf('texts/placing.ts', 'placing')]);
const refusals = new Set([
  ...keysOf('texts/refusals.ts', 'sentences'),
  ...Object.keys(editSentences),
  ...Object.keys(changeSentences),
]);
/** The command has sentences of its own for what it refuses itself. */
const isSaid = ({ where, code }: Site): boolean =>
  notes.has(code) || refusals.has(code) || (where.startsWith('cli/') && Object.hasOwn(cliSentences, code));

function say(language: 'zh' | 'en', site: Site): string {
  const said = { code: site.code, params: filled(site) };
  if (notes.has(site.code)) return sayNote(language, said as unknown as Note);
  return sayRefusal(language, said, { ...cliSentences, ...editSentences, ...changeSentences, ...openings[language] });
}

describe('every place that makes a refusal or a note', () => {
  const known = sites.filter((site) => !site.open && isSaid(site));

  it('gives its sentence all that it says', () => {
    const bad = known.flatMap(
      (site) =>
      languages.flatMap((language) => holesIn(say(language, site)).map((hole) => `${site.where} ${site.code} ${language}: ${hole} in "${say(language, site)}"`)), // prettier-ignore
    );
    expect(bad).toEqual([]);
  });

  it('is found', () => expect(known.length).toBeGreaterThan(150));
});

it('every code has a sentence without a hole from what its contract promises alone', () => {
  const all = promised();
  const fileCodes = [...keysOf('texts/refusals.ts', 'sentences'), ...fileNotes];
  expect(all.map(({ code }) => code).sort()).toEqual(fileCodes.sort());
  const bad = all.flatMap((site) =>
    languages.flatMap((language) => (holesIn(say(language, site)).length > 0 ? [say(language, site)] : [])),
  );
  expect(bad).toEqual([]);
});

it('no sentence of a boundary problem has a hole, with a place or without', () => {
  const codes = keysOf('texts/problems.ts', 'words') as readonly ProblemCode[];
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes)
    for (const place of [{}, { ring: 1 }, { ring: 1, vertex: 2 }])
      for (const language of languages) {
        const problem = { code, severity: 'broken', ...place } as unknown as BoundaryProblem;
        expect(holesIn(sayProblem(language, problem))).toEqual([]);
      }
});

it('no finding of any case of the policy has a hole', () => {
  const pack = readPack('zhengzhou-draft');
  const labels = labelsOf(pack);
  let said = 0;
  for (const own of readCases())
    for (const finding of findingsOf(own, pack))
      for (const language of languages) {
        said++;
        const sentence = sayFinding(language, finding, labels);
        expect(holesIn(sentence), `${own.name}, ${finding.rule}: ${sentence}`).toEqual([]);
      }
  expect(said).toBeGreaterThan(1000);
});
