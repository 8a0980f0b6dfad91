import fc from 'fast-check';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { OpenLand } from '../../src/city/open-land.ts';
import { Opened } from '../../src/city/opened.ts';
import { Session } from '../../src/city/session.ts';
import type { Delta, ProjectView } from '../../src/city/view.ts';
import { applied } from '../../src/client/applied.ts';
import { keyAt } from '../../src/domain/land/parcel-columns.ts';
import { refuse } from '../../src/domain/outcome.ts';
import type { NamedBytes } from '../../src/formats/contract.ts';
import { writeFiles } from '../../src/formats/index.ts';
import { bytes, park } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';
import { randomCity } from '../policy/random-city.ts';
import { area, around } from './places-around.ts';
import { changeBy, deeds } from './random-change.ts';
import { solverHere } from '../helpers/solver-thread.ts';

const law = { pack: readPack('zhengzhou-draft'), date: '2026-01-01' };
const asking = { judging: {} };

async function sessionOf(city: FeatureCollection | readonly NamedBytes[], withPlaces: boolean): Promise<Session> {
  const session = new Session({
    lawOn: () => ({ ok: true, value: law }),
    earliestDay: () => null,
    packVersions: () => [],
    startSolver: solverHere,
    fetchSample: () => Promise.resolve(refuse('sample-unreachable', {})),
  });
  const own = withPlaces ? around : around.slice(0, 1);
  const files =
    'features' in city
      ? [{ name: 'a.geojson', bytes: bytes({ ...city, features: [...city.features, ...own] }) }]
      : city;
  const opened = await session.open({ files });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return session;
}

/** As it crosses to the page and is held there. */
const told = <T>(value: T): T => structuredClone(value);
const now = (session: Session): ProjectView => told(session.opened!.view);

/** What the page shows that does not rest on how the land came to be as it is; keys aside. */
function shown(view: ProjectView) {
  const { parcels, problems, broken, parks, districts, townships, places, borders, ownErrors } = view;
  // A name without a boundary stays where it is while the land under it is edited.
  const named = ({ name, nameEn, at, bounds }: ProjectView['districts'][number]) =>
    bounds ? { name, at, bounds } : { name, nameEn };
  return {
    ...{ places, borders, ownErrors },
    columns: { ...parcels, keys: null },
    problems: problems.map(({ parcelId, problem }) => ({ parcelId, problem })),
    broken: broken.map(({ shape }) => shape),
    parks: parks.map((line) => ({ ...line, key: 0 })),
    names: [districts.map(named), townships.map(named)],
  };
}

async function openedAnew({ city, backdrop, view }: Opened): Promise<ProjectView> {
  const land = new OpenLand(City.open(city.land.project)!, law, view);
  const opened = new Opened(land, backdrop, law);
  await opened.judgeAll();
  return told(opened.view);
}

describe('what is new of a view since a version', () => {
  it('applied to that view gives the view of now, whatever was changed, undone and done again meanwhile', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: deeds(1).map(([wanted]) => ({ wanted })) },
      { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    );
    await fc.assert(
      fc.asyncProperty(
        randomCity,
        fc.boolean(),
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        async (file, withPlaces, steps, from) => {
          const session = await sessionOf(file, withPlaces);
          // Half of them before all parks are judged.
          if (from % 2 === 0) await session.opened!.judgeAll();
          let page = now(session);
          let late = page;
          for (const [i, does] of steps.entries()) {
            const { city } = session.opened!;
            const done =
              does === 'undo' || does === 'redo'
                ? await session[does]({}, asking)
                : await session.apply(changeBy(city.land, does.wanted), asking);
            if (done && !done.ok) throw new Error(JSON.stringify(done.refusal));
            if (done) page = applied(page, told(done.value.delta));
            expect(page).toEqual(now(session));
            if (i === from) late = page;
          }
          expect(applied(late, told(session.opened!.since(late.version)))).toEqual(page);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is what opening the changed land anew shows', async () => {
    await fc.assert(
      fc.asyncProperty(randomCity, fc.boolean(), deeds(4), async (file, withPlaces, steps) => {
        const session = await sessionOf(file, withPlaces);
        await session.opened!.judgeAll();
        let page = now(session);
        for (const wanted of steps) {
          const done = await session.apply(changeBy(session.opened!.city.land, wanted), asking);
          if (!done?.ok) throw new Error(JSON.stringify(done));
          page = applied(page, told(done.value.delta));
        }
        expect(shown(page)).toEqual(shown(await openedAnew(session.opened!)));
        const keys = session.opened!.city.land.keys('parcel');
        expect(keys.map((_, row) => keyAt(page.parcels, row))).toEqual(keys);
      }),
      { numRuns: 15 },
    );
  });

  it('goes by the keys a file kept, also where they are not its rows', async () => {
    const size = { type: 'FeatureCollection' as const };
    const parcels = ['A', 'B', 'C'].map((id, i) => area('parcel', { id }, 90 * i, 0, 100, 100));
    const first = await sessionOf({ ...size, features: [park(), ...parcels] }, true);
    await first.apply({ base: 0, tables: { parcel: { remove: [0] } } }, asking);
    const saved = await writeFiles('ytp', first.opened!.city.land.project, { name: 'a' });
    if (!saved.ok) throw new Error(saved.refusal.code);
    const session = await sessionOf(saved.value.files, true);
    const page = now(session);
    const before = now(first);
    expect([page.parcels, page.problems]).toEqual([before.parcels, before.problems]);
    expect(Array.from({ length: 2 }, (_, row) => keyAt(page.parcels, row))).toEqual([1, 2]);
    expect(page.problems.map(({ key, problem }) => [key, problem.overlap?.id])).toEqual([[1, 'C'], [2, 'B']]); // prettier-ignore
    const done = await session.apply({ base: 0, tables: { parcel: { patch: [{ key: 2, fields: { name: '丙' } }] } } }, asking); // prettier-ignore
    if (!done?.ok) throw new Error('refused');
    expect(applied(page, told(done.value.delta))).toEqual(now(session));
  });

  it('leaves what is not touched as it is, object by object', async () => {
    const features = [park(), area('parcel', { id: 'A', parkId: 'P' }, 0, 0, 100, 100)];
    const session = await sessionOf({ type: 'FeatureCollection', features }, true);
    const before = now(session);
    const { land } = session.opened!.city;
    const change = { base: 0, tables: { park: { patch: [{ key: 1, fields: { firms: 3 } }] } } };
    const done = await session.apply(change, asking);
    if (!done?.ok) throw new Error('refused');
    const after = applied(before, done.value.delta);
    expect(after.parks[0]).toBe(before.parks[0]);
    expect([after.parcels, after.problems, after.borders]).toEqual([before.parcels, before.problems, before.borders]);
    expect(after.parcels).toBe(before.parcels);
    expect(land.version).toBe(after.version);
  });

  it('is refused by a view of another version', async () => {
    const session = await sessionOf({ type: 'FeatureCollection', features: [park()] }, false);
    const delta: Delta = session.opened!.since(0);
    expect(() => applied({ ...now(session), version: 3 }, delta)).toThrow(RangeError);
  });

  it('is everything where it is not known any more', async () => {
    const session = await sessionOf({ type: 'FeatureCollection', features: [park()] }, false);
    const before = now(session);
    for (let firms = 0; firms < 1001; firms++) {
      const base = session.opened!.city.version;
      await session.apply({ base, tables: { park: { patch: [{ key: 0, fields: { firms } }] } } }, asking);
    }
    const delta = session.opened!.since(before.version);
    expect(delta.whole).not.toBeNull();
    expect(applied(before, told(delta))).toEqual(now(session));
  });
});
