import { muOf } from '../../domain/quantity/units.ts';
import type { LedgerComparison } from '../../supply/ledger/shape.ts';
import type { Block, TextDocument } from '../../formats/report/text.ts';
import { fixed } from '../figures.ts';
import { planStateWords } from '../ledger-words.ts';
import { formAsked, type LedgerFileInput } from './asked.ts';
import { formOf, isByUse, type FormAsked } from './form.ts';
import { linesOf, mostOf, sharesBy, totalOf, usesOf, type Share } from './plan-figures.ts';
import { fileWords } from './words.ts';
import { planWords } from './plan-words.ts';

type Words = (typeof planWords)['zh'];
type Chapter = readonly [head: keyof Words['heads'], blocks: readonly Block[]];

interface Writing extends LedgerFileInput {
  readonly words: Words;
  readonly asked: FormAsked;
  readonly year: number;
}

const paragraph = (text: string): Extract<Block, { is: 'paragraph' }> => ({
  is: 'paragraph',
  text,
  isPattern: text.includes('【'),
});

/** A line, and what it leads to: its first on the same page, of few all. */
const listUnder = (head: string, items: readonly string[], isWhole = false): Block[] => [
  { ...paragraph(head), leadsOn: items.length > 0 },
  ...items.map((text, n): Block => ({ ...paragraph(text), leadsOn: isWhole && n < items.length - 1 })),
];

/** The text of the annual plan with its customary parts; every figure is one of the tables. */
export function planText(input: LedgerFileInput): TextDocument {
  const { ledger, language, isSample } = input;
  const words = planWords[language];
  const { plan, date } = ledger;
  const year = plan?.plan.year ?? Number(date.slice(0, 4));
  const writing = { ...input, words, year, asked: formAsked(input, ledger.names) };
  const version = plan?.plan.version ?? 1;
  const chapters: readonly Chapter[] = [
    ['general', generalOf(writing)],
    ['execution', executionOf(writing)],
    ['amount', amountOf(writing)],
    ['structure', structureOf(writing)],
    ['layout', layoutOf(writing)],
    ['timing', timingOf(writing)],
    ['mode', modesOf(writing)],
    ['parks', parksOf(writing)],
    ['guidance', words.guidance.map(paragraph)],
    ['safeguards', words.safeguards.map(paragraph)],
  ];
  const annexes = annexesOf(writing);
  const list = words.annexList(annexes.map(({ title }) => title));
  return {
    title: plan?.plan.name ?? words.title(year),
    titleBreak: words.titleBreak,
    about: [
      plan && words.state(planStateWords[plan.state][language], plan.stateOn),
      plan?.plan.documentNo,
      version > 1 && words.version(version),
      isSample && words.sample,
    ].filter((line): line is string => Boolean(line)),
    blocks: [
      { is: 'paragraph', text: words.pattern, isPattern: true },
      ...chapters.flatMap(([head, blocks], n): Block[] => [
        { is: 'heading', level: 1, text: `${words.level(n + 1)}${words.heads[head]}` },
        ...blocks,
      ]),
      ...(annexes.length === 0 ? [] : listUnder(words.annexes, list, true)),
    ],
    annexes,
    annexTitle: words.annex,
  };
}

function generalOf({ ledger: { plan }, comparison, words, year }: Writing): Block[] {
  const { version = 1, reason = '' } = plan?.plan ?? {};
  const parts = [
    [words.subheads.purpose, words.purpose('', year)],
    [words.subheads.thought, words.thought],
    [words.subheads.principles, words.principles],
    [words.subheads.scope, words.scope(year)],
    ...(version > 1
      ? [
          [
            words.subheads.adjusted,
            words.adjusted(version, reason),
            ...(comparison ? [changesIn(words, comparison)] : []),
          ],
        ]
      : []),
  ];
  return parts.flatMap(([head, ...texts], n) => [
    { is: 'heading', level: 2, text: `${words.sublevel(n + 1)}${head}` } as const,
    ...texts.map(paragraph),
  ]);
}

/** What is otherwise than in the version before. */
function changesIn(words: Words, { rows, uses }: LedgerComparison): string {
  const place = rows.columns.findIndex(({ id }) => id === 'change');
  const count = (change: string) => rows.rows.filter(({ cells }) => cells[place] === change).length;
  const area = (id: 'before-area' | 'after-area') => areaText(words, totalOf(uses, id));
  const changes = (['added', 'removed', 'changed'] as const)
    .filter((change) => count(change) > 0)
    .map((change) => words.changes[change](count(change)));
  return words.adjustedBy(area('before-area'), area('after-area'), changes);
}

function executionOf({ ledger: { tables, lastPlan }, words, year, asked }: Writing): Block[] {
  if (!lastPlan) return [paragraph(words.noLast)];
  const table = tables.execution;
  const area = (id: Parameters<typeof totalOf>[1]) => areaText(words, totalOf(table, id));
  const [planned, supplied] = [totalOf(table, 'planned-area'), totalOf(table, 'supplied-area')];
  const counts = [totalOf(table, 'rows'), totalOf(table, 'supplied-rows')].map(String);
  const said = words.execution(
    lastPlan.plan.year ?? year - 1,
    areaText(words, planned),
    counts[0],
    areaText(words, supplied),
    counts[1],
    shareText(supplied, planned),
  );
  const ended = (['failed-area', 'withdrawn-area', 'carried-area'] as const)
    .filter((id) => totalOf(table, id) > 0)
    .map((id) => words.ended[id](area(id)));
  return [
    paragraph(said),
    ...(ended.length === 0 ? [] : [paragraph(words.notSupplied(ended))]),
    { is: 'table', table: formOf(table, { ...asked, about: '', areaUnit: 'hectare', isDense: true }) },
  ];
}

function amountOf({ ledger: { tables }, words, year }: Writing): Block[] {
  const { summary, parcels, reserve } = tables;
  const area = (id: Parameters<typeof totalOf>[1]) => areaText(words, totalOf(summary, id));
  const most = mostOf(summary, 'area');
  return [
    paragraph(words.amount(year, parcels.rows.length, area('area'), area('new-area'), area('stock-area'))),
    ...(most === null ? [] : [paragraph(words.most(areaText(words, most)))]),
    ...(reserve.rows.length === 0 ? [] : [paragraph(words.reserve(reserve.rows.length, areaText(words, totalOf(reserve, 'area'))))]), // prettier-ignore
  ];
}

function structureOf({ ledger: { tables }, words, year, asked, language }: Writing): Block[] {
  const whole = totalOf(tables.summary, 'area');
  const uses = usesOf(tables.summary).map(({ use, areaM2, newM2, stockM2 }, n) => {
    const own = asked.useNames.get(use) ?? words.noUse;
    const name = asked.partUses.has(use) ? fileWords[language].ofWhich(own) : own;
    return words.listed(
      n + 1,
      words.use(name, areaText(words, areaM2), shareText(areaM2, whole), freshText(words, areaM2, newM2, stockM2)),
    );
  });
  return listUnder(words.structure(year), uses);
}

function layoutOf({ ledger: { tables }, words, asked }: Writing): Block[] {
  const whole = totalOf(tables.summary, 'area');
  const units = linesOf(tables.summary, 'unit').map(({ code, rows, areaM2 }, n) => {
    const name = code === null ? words.noUnit : asked.wordOf('unit', code);
    return words.listed(n + 1, words.unit(name, rows, areaText(words, areaM2), shareText(areaM2, whole)));
  });
  return listUnder(words.layout, units);
}

function timingOf(writing: Writing): Block[] {
  const { words } = writing;
  return listOf(writing, words.timing, 'quarter', ({ code, rows, areaM2 }, share) =>
    words.quarter(
      code === null ? words.noQuarter : words.quarterName(Number(code)),
      rows,
      areaText(words, areaM2),
      share,
    ),
  );
}

function modesOf(writing: Writing): Block[] {
  const { words, asked } = writing;
  return listOf(writing, words.mode, 'mode', ({ code, rows, areaM2 }, part) =>
    words.modeOf(code === null ? words.noMode : asked.wordOf('mode', code), rows, areaText(words, areaM2), part),
  );
}

/** The rows of the plan by one of their columns, a line each; quarters in their order, all else as it comes up. */
function listOf(
  { ledger: { tables }, words }: Writing,
  head: string,
  by: 'quarter' | 'mode',
  line: (share: Share, part: string) => string,
): Block[] {
  const shares = sharesBy(tables.parcels, by);
  const ordered = by === 'quarter' ? shares.toSorted((a, b) => Number(a.code ?? 5) - Number(b.code ?? 5)) : shares;
  const whole = shares.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const lines = ordered.map((own, n) => words.listed(n + 1, line(own, shareText(own.areaM2, whole))));
  return listUnder(head, lines);
}

function parksOf({ ledger: { tables }, words }: Writing): Block[] {
  const table = tables['small-parks'];
  const said = table.rows.length === 0 ? words.noParks : words.parks(totalOf(table, 'rows') || table.rows.length, areaText(words, totalOf(table, 'area'))); // prettier-ignore
  return [paragraph(said)];
}

/** 附表: as offices add them; wide ones in 公顷. */
function annexesOf({ ledger: { tables }, asked }: Writing): ReturnType<typeof formOf>[] {
  const all = [tables.summary, tables.business, tables.parcels, tables.housing, tables.reserve, tables['small-parks']];
  return all
    .filter((table) => table.rows.length > 0)
    .map((table) => formOf(table, { ...asked, isDense: true, ...(isByUse(table) && { areaUnit: 'hectare' }) }));
}

/** Sums in another order differ by less. */
const SUMMED_M2 = 0.005;

function freshText({ fresh, ...words }: Words, areaM2: number, newM2: number, stockM2: number): string {
  if (areaM2 - stockM2 < SUMMED_M2) return fresh.none;
  return areaM2 - newM2 < SUMMED_M2 ? fresh.all : fresh.some(areaText(words, newM2));
}

const areaText = (words: Pick<Words, 'area'>, m2: number): string =>
  words.area(fixed(m2 / 10_000, 4), fixed(muOf(m2), 2));

const shareText = (part: number, whole: number): string => (whole > 0 ? `${fixed((part / whole) * 100, 1)}%` : '—');
