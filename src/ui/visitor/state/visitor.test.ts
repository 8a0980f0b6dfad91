import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../domain/outcome.ts';
import type { Published } from '../../../client/published.ts';
import { spokenIn } from '../../../texts/visitor.ts';
import { openingLanguage } from '../../state/language.ts';
import { firstFile } from '../test-first.ts';
import { formatVisitorAddress, parseVisitorAddress } from './address.ts';
import { Place } from './place.svelte.ts';
import { VisitorSettings } from './settings.svelte.ts';
import { Visitor } from './visitor.svelte.ts';

/** A browser's address and history, as far as the page uses them. */
function page(address: string) {
  const entries = [new URL(address, 'https://map.example/')];
  const go = (to: string, push: boolean) => {
    const next = new URL(to, entries.at(-1));
    if (push) entries.push(next);
    else entries[entries.length - 1] = next;
  };
  return {
    entries,
    get location() {
      return entries.at(-1)!;
    },
    history: {
      pushState: (_: unknown, __: string, to: string) => go(to, true),
      replaceState: (_: unknown, __: string, to: string) => go(to, false),
    },
  };
}

const asked: string[] = [];
const published = {
  version: 'v1',
  search: () => (asked.push('search'), Promise.resolve(ok({ parkPinyin: ['yiyuan yy', 'jiayuan jy', '', ''], parkAddress: [], townshipPinyin: [], industryPinyin: [] }))),
  park: (slug: string) => (asked.push(slug), Promise.resolve(ok({ slug }))),
} as unknown as Published; // prettier-ignore

async function open(address = '') {
  const window = page(address);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  const { searchParams } = window.location;
  const settings = new VisitorSettings(await spokenIn(openingLanguage(searchParams.get('lang'))));
  const visitor = new Visitor(firstFile(), published, settings, window as never);
  return { visitor, window, hash: () => decodeURIComponent(window.location.hash) };
}

beforeEach(() => void (asked.length = 0));

describe('the address of a visitor', () => {
  it('leads to the same place again', () => {
    const address = {
      park: 'p1',
      view: 'table',
      township: '0101',
      chosen: { stage: ['building', 'operating'], industry: ['智能装备'] },
      query: '柳溪',
      compared: ['p1', 'p3'],
    } as const;
    expect(parseVisitorAddress(formatVisitorAddress(address))).toEqual(address);
    expect(formatVisitorAddress(parseVisitorAddress('#view=nothing&with=,,&stage='))).toBe('');
  });

  it('is read: park, view, township, filters, words', async () => {
    const { visitor } = await open('#park=p3&view=table&township=0102&stage=building&q=园&with=p1,p1,none,p2');
    expect([visitor.row, visitor.view, visitor.place.township]).toEqual([2, 'table', 1]);
    expect(visitor.compared).toEqual([0, 1]);
    // Nearest first of those that pass.
    await vi.waitFor(() => expect(visitor.listing.rows).toEqual([1, 2]));
    expect(asked).toContain('p3');
  });

  it('has words nothing is quite like; where filters leave none of what is like them, nothing is told as like them', async () => {
    const { visitor } = await open('#q=柳西镇');
    await vi.waitFor(() => expect([visitor.listing.isLike, visitor.listing.rows]).toEqual([true, [2, 0]]));
    visitor.toggle('outcome', 'fail');
    expect([visitor.listing.isLike, visitor.listing.rows]).toEqual([false, []]);
  });

  it('can be gone back from, but not letter by letter', async () => {
    const { visitor, window, hash } = await open();
    visitor.search('园');
    visitor.search('甲园');
    expect([window.entries.length, hash()]).toEqual([1, '#q=甲园']);
    visitor.open(1);
    visitor.show('idle');
    expect(window.entries.map(({ hash }) => decodeURIComponent(hash))).toEqual([
      '#q=甲园',
      '#park=p2&q=甲园',
      '#view=idle&q=甲园',
    ]);
    window.entries.pop();
    visitor.read();
    expect([visitor.row, visitor.view]).toEqual([1, 'list']);
  });

  it('with a park in its query opens that park and has it in its hash from then on', async () => {
    const { visitor, window } = await open('?park=p3&embed#view=table');
    expect([visitor.row, visitor.view]).toEqual([2, 'table']);
    expect([window.location.search, window.location.hash]).toEqual(['?embed', '#view=table&park=p3']);
    visitor.open(null);
    expect(window.location.href).not.toContain('p3');
    expect((await open('?park=none')).visitor.unknown).toBe('none');
  });

  it('has the language in its query, where a link to the English page has it', async () => {
    const { visitor, window } = await open('?embed#park=p1');
    expect([visitor.embedded, visitor.settings.language]).toEqual([true, 'zh']);
    await visitor.toggleLanguage();
    expect(window.location.search).toBe('?embed&lang=en');
    expect((await open('?lang=en')).visitor.nameOf(1)).toBe('甲园');
    expect((await open('?lang=en')).visitor.nameLanguage(1)).toBe('zh-Hans-CN');
    await visitor.toggleLanguage();
  });
});

describe('a visitor', () => {
  it('who types has the words of pinyin fetched, and the list in front', async () => {
    const { visitor } = await open('#park=p1&view=supply');
    expect(asked).not.toContain('search');
    visitor.search('jiayuan');
    expect([visitor.row, visitor.view]).toEqual([null, 'list']);
    await Promise.resolve();
    await vi.waitFor(() => expect(visitor.listing.rows).toEqual([1]));
  });

  it('compares up to four parks', async () => {
    const { visitor, hash } = await open();
    for (const row of [0, 1, 2, 3]) visitor.toggleCompared(row);
    visitor.toggleCompared(1);
    expect(hash()).toBe('#with=p1,p3,p4');
  });

  it('says a park in one sentence of either language', async () => {
    const { visitor } = await open();
    expect(visitor.sentenceOf(2)).toBe('柳溪镇，在建，生产制造类，一园两址。主导产业：智能装备、食品。');
    await visitor.settings.speak('en');
    expect(visitor.sentenceOf(2)).toBe(
      'Manufacturing, Liuxi Town, being built, 2 sites. For intelligent equipment, food.',
    );
  });
});

describe('where a visitor is', () => {
  it('is, until it is told, the township with most parks, of which the address says nothing', async () => {
    const { visitor, hash } = await open();
    expect([visitor.place.picked, visitor.place.told, visitor.place.from]).toEqual([0, null, [113.5, 34.5]]);
    expect(visitor.listing.rows).toEqual([0, 1, 2, 3]);
    // Distances are told from a place that was told.
    expect(visitor.place.metres).toEqual([null, null, null, null]);
    visitor.write('replace');
    expect(hash()).toBe('');
  });

  const at = (longitude: number, latitude: number) =>
    ({ getCurrentPosition: (done) => done({ coords: { longitude, latitude } } as GeolocationPosition) }) as Geolocation;
  const without = (code: number) =>
    ({ getCurrentPosition: (_, fail) => fail?.({ code } as GeolocationPositionError) }) as Geolocation;

  it('is asked for when it is wanted, sorts the list and is in no address', async () => {
    const { visitor, hash } = await open('#township=0101');
    await visitor.place.locate(at(113.62, 34.5));
    visitor.write('replace');
    expect(visitor.listing.rows).toEqual([1, 0, 2, 3]);
    expect(visitor.place.township).toBeNull();
    expect(hash()).toBe('');
  });

  it('is not counted from where no park is near it', async () => {
    const { visitor } = await open();
    expect(await visitor.place.locate(at(121.47, 31.23))).toBe(false);
    expect([visitor.place.failed, visitor.place.here]).toEqual(['away', null]);
  });

  it.each([
    ['refused', without(1)],
    ['unknown', without(2)],
    ['unknown', undefined],
  ])('that is %s falls back to a township', async (why, geolocation) => {
    const place = new Place(firstFile());
    vi.stubGlobal('navigator', {});
    expect(await place.locate(geolocation)).toBe(false);
    vi.unstubAllGlobals();
    expect(place.failed).toBe(why);
    place.choose(1);
    expect([place.failed, Math.round(place.metres[1]! / 10)]).toEqual([null, 92]);
  });
});
