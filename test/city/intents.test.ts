import fc from 'fast-check';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { judgedPark, parkLine, parkView } from '../../src/city/park-views.ts';
import { tryIntent, type Tried } from '../../src/city/sketching/tried.ts';
import { TriedTelling, type ToldTried } from '../../src/city/sketching/tried-telling.ts';
import { triedFrom } from '../../src/client/tried-from.ts';
import { History } from '../../src/desk/history.ts';
import { editOf } from '../../src/desk/intents/intents.ts';
import type { Change } from '../../src/domain/land/change.ts';
import type { Project } from '../../src/domain/land/model.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { readPacked } from '../../src/formats/packed/read.ts';
import { writeFiles } from '../../src/formats/index.ts';
import { sayChangeNote } from '../../src/texts/change-notes.ts';
import { intentSentences } from '../../src/texts/intents.ts';
import { sayEditNote } from '../../src/texts/repairs.ts';
import { sayRefusal } from '../../src/texts/refusals.ts';
import { bytes } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';
import { randomCity } from '../policy/random-city.ts';
import { around } from './places-around.ts';
import { intentOf, wish } from './random-intent.ts';

const law = { pack: readPack('zhengzhou-draft'), date: '2026-01-01' };

function projectOf(city: FeatureCollection): Project {
  const read = readExchange('city.geojson', bytes({ ...city, features: [...city.features, ...around] }), {
    fields: law.pack.fields,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value.project;
}

async function packed(city: City): Promise<Buffer> {
  const written = await writeFiles('ytp', city.land.project, { name: 'city' });
  if (!written.ok) throw new Error(written.refusal.code);
  return Buffer.concat(written.value.files.map((file) => file.bytes));
}

/** Whatever is said of it is said in both languages. */
const isSaid = (text: string) => expect(text).not.toMatch(/undefined|NaN|^$/);

describe('what a person wants', () => {
  it('tried gives what it gives once done; refused changes nothing; all of it undone gives the first file', async () => {
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(randomCity, fc.array(wish, { minLength: 200, maxLength: 200 }), async (file, wishes) => {
        const city = City.open(projectOf(file))!;
        city.overlaps();
        const judgement = city.judge(law);
        const history = new History();
        const apply = (change: Change) => city.apply(change);
        const first = await packed(city);
        const telling = new TriedTelling();
        let held: { readonly as: number; readonly tried: Tried } | null = null;
        const view = (key: number) => (city.park(key) ? parkView(judgedPark(judgement, key)) : null);
        for (const own of wishes) {
          const intent = intentOf(city.land, own);
          const { version } = city;
          const park = city.parks[own.other % Math.max(1, city.parks.length)] ?? null;
          const tried = tryIntent(city, judgement, { park, intent });
          const edit = editOf(city.placed, intent);
          expect(city.version).toBe(version);
          expect(tried.ok).toBe(edit.ok);
          const outcome = `${own.do} ${edit.ok ? 'done' : edit.refusal.code}`;
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          if (!edit.ok || !tried.ok) {
            if (!edit.ok)
              for (const language of ['zh', 'en'] as const) isSaid(sayRefusal(language, edit.refusal, intentSentences));
            continue;
          }
          for (const language of ['zh', 'en'] as const) {
            isSaid(sayChangeNote(language, edit.value.change.note!, {}));
            for (const note of edit.value.notes) isSaid(sayEditNote(language, note));
          }
          expect(history.do(edit.value.change, apply).ok).toBe(true);
          const key = edit.value.park ?? park;
          const now = key === null ? null : view(key);
          const answer: ToldTried = structuredClone(telling.tell(tried.value, { as: version, held: held?.as }));
          const whole = triedFrom(answer, held?.tried ?? null);
          expect(whole).toEqual(tried.value);
          // Now and then an answer does not arrive.
          if (own.other % 5 > 0) held = { as: version, tried: whole };
          // Keys given out to what is tried are others than those given out to what is done.
          expect(withoutKeys(tried.value.park)).toEqual(withoutKeys(now));
          expect(tried.value.sites).toEqual(now && key !== null ? parkLine(judgedPark(judgement, key)).sites : null);
          const drawn = edit.value.change.tables.parcel?.put ?? [];
          const over = drawn.map(({ key: own }) => city.overlapsOf(own));
          // Of parcels piled up not every pair is named.
          if (over.every(({ unasked }) => unasked === undefined))
            expect(tried.value.overlaps.map(({ areaM2 }) => areaM2)).toEqual(
              over.flatMap(({ shared }) => shared.map(({ areaM2 }) => areaM2)),
            );
        }
        // Whatever was done, the file of it is opened again.
        const read = readPacked('city.ytp', await packed(city));
        expect(read, read.ok ? '' : JSON.stringify(read.refusal)).toMatchObject({ ok: true });
        while (history.depth.undo > 0) history.undo(apply);
        expect((await packed(city)).equals(first)).toBe(true);
      }),
      { numRuns: 1 },
    );
    // Most of what can be wanted was done, and much was refused.
    const done = [...outcomes.keys()].filter((name) => name.endsWith(' done'));
    expect(done.length, JSON.stringify([...outcomes])).toBeGreaterThan(7);
    expect(outcomes.size - done.length).toBeGreaterThan(4);
  }, 60_000);
});

/** A view of a park with keys by their first appearance. */
const withoutKeys = (view: unknown): unknown =>
  JSON.parse(JSON.stringify(view, (name, value: unknown) => (name === 'key' ? undefined : value)) ?? 'null');
