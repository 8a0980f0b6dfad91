import type { Outcome } from '../../policy/shape/outcome.ts';
import { outcomeOrder, outcomeWord } from '../../texts/outcomes.ts';
import { feedWords, pageWords } from '../../texts/publish-pages.ts';
import type { Language } from '../../texts/language.ts';
import type { ParkFile, Words } from '../shape/published.ts';
import { inBoth } from '../words/words.ts';
import { areaText } from './description.ts';

/** Something of the map that became otherwise with a version. */
export interface Entry {
  /** Version and day with which it came. */
  readonly version: string;
  readonly day: string;
  /** Of which park; null: of the map. */
  readonly slug: string | null;
  readonly title: Words;
  readonly said: readonly Words[];
}

/** What a visitor reads in a card, by what it is called. */
type Read = readonly (readonly [what: Words, value: Words | null])[];

interface Changed {
  /** Each in a sentence; empty where a visitor reads the same. */
  readonly said: readonly Words[];
  /** Something is told no longer, so that what was told of it before had better be forgotten. */
  readonly isWithdrawn: boolean;
}

/** What a park says otherwise than before. */
export function changesBetween(before: ParkFile, after: ParkFile): Changed {
  const [was, is] = [readOf(before), readOf(after)].map(
    (read) => new Map(read.map(([what, value]) => [what.zh, { what, value }])),
  );
  const changed = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const { what } = (is.get(key) ?? was.get(key))!;
    const [old, now] = [was.get(key)?.value ?? null, is.get(key)?.value ?? null];
    return old?.zh === now?.zh ? [] : [{ what, old, now }];
  });
  const said = changed.map(({ what, old, now }) => (now === null ? withdrawn(what) : became(what, old, now)));
  const isRedrawn = JSON.stringify(before.outline) !== JSON.stringify(after.outline);
  const outline = inBoth((language) => `${feedWords.outline[language]} ${feedWords.changed[language]}`);
  return { said: isRedrawn ? [...said, outline] : said, isWithdrawn: changed.some(({ now }) => now === null) };
}

/** What it was is not repeated: it may have been told by mistake. */
const withdrawn = (what: Words): Words => cameOrWent(what, 'gone');

const cameOrWent = (name: Words, how: 'added' | 'gone'): Words =>
  inBoth((language) => `${name[language]}${language === 'zh' ? '：' : ': '}${feedWords[how][language]}`);

const became = (what: Words, before: Words | null, after: Words): Words =>
  inBoth((language) =>
    feedWords.became[language]({
      what: what[language],
      before: before?.[language] ?? feedWords.none[language],
      after: after[language],
    }),
  );

function readOf({ name, kinds, address, offer, industries, contact, figures, law }: ParkFile): Read {
  const { freeM2, rentYuanPerM2Month: rent } = offer;
  const same = (text: string | null): Words | null => (text === null ? null : { zh: text, en: text });
  const word = (
    of: keyof typeof pageWords & ('address' | 'free' | 'rent' | 'industries' | 'operator' | 'phone' | 'website'),
  ) => inBoth((language) => pageWords[of][language]);
  return [
    [inBoth((language) => feedWords.name[language]), name],
    [
      inBoth((language) => feedWords.kinds[language]),
      inBoth((language) => kinds.map((kind) => kind[language]).join(' · ')),
    ],
    [word('address'), address],
    [word('free'), freeM2 === 0 ? pageWords.noneFree : same(freeM2 === null ? null : areaText(freeM2))],
    [word('rent'), rent === null ? null : inBoth((language) => pageWords.perMonth[language]({ rent }))],
    [
      word('industries'),
      industries.length === 0
        ? null
        : inBoth((language) => industries.map((own) => own[language]).join(pageWords.and[language])),
    ],
    [word('operator'), same(contact.operator)],
    [word('phone'), same(contact.phone)],
    [word('website'), same(contact.website)],
    ...figures.map(({ name: what, value }) => [what, value] as const),
    [inBoth((language) => feedWords.verdicts[language]), inBoth((language) => verdicts(law.counts, language))],
  ];
}

const verdicts = (counts: ParkFile['law']['counts'], language: Language): string =>
  outcomeOrder
    .filter((outcome: Outcome) => outcome !== 'not-applicable' && counts[outcome])
    .map((outcome) => `${outcomeWord(language, outcome)} ${counts[outcome]}`)
    .join(language === 'zh' ? '，' : ', ');

export const addedEntry = ({ name, slug }: ParkFile): Pick<Entry, 'slug' | 'title' | 'said'> =>
  aboutPark(name, slug, 'added');
export const goneEntry = ({ name, slug }: ParkFile): Pick<Entry, 'slug' | 'title' | 'said'> =>
  aboutPark(name, slug, 'gone');

const aboutPark = (name: Words, slug: string, how: 'added' | 'gone') => ({
  slug,
  title: cameOrWent(name, how),
  said: [],
});

/** The first version tells of no changes. */
export const begunEntry = (count: number): Pick<Entry, 'slug' | 'title' | 'said'> => ({
  slug: null,
  title: inBoth((language) => feedWords.begun[language]({ count })),
  said: [],
});
