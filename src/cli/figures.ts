import { muOf } from '../domain/quantity/units.ts';
import { figuresDocument } from './figures-document.ts';
import { CommandRefused, printJson, readingOptions, type Context, type Exit } from './context.ts';
import { notesBetween } from '../formats/between.ts';
import type { ReadResult } from '../formats/contract.ts';
import { printNotes, readOne, withoutTables } from './files.ts';
import { defaultFields } from './pack.ts';
import { precisionOption } from './precision.ts';
import { sayNote } from '../texts/problems.ts';

/** `yuantu figures FILE…`: every parcel's areas, perimeter and boundary problems. */
export async function figures({ files, options, language }: Context): Promise<Exit> {
  if (files.length === 0)
    throw new CommandRefused({ code: 'file-expected', params: { usage: 'yuantu figures FILE…' } });
  const fields = defaultFields();
  const reading = readingOptions(options);
  const reads: { file: string; read: ReadResult }[] = [];
  const precision = precisionOption(options);
  const [tables, drawn] = await withoutTables(files);
  // Tables of attributes belong to the first file of boundaries.
  for (const [f, file] of drawn.entries())
    reads.push({ file, read: await readOne(file, { ...reading, fields }, language, f === 0 ? tables : []) });
  const document = figuresDocument(reads, language, precision?.vertexSigmaM);
  for (const { file, read } of reads) printNotes(language, file, read.notes);
  for (const { name, note } of notesBetween(reads.map(({ file, read }) => ({ name: file, read }))))
    console.error(`${name}: ${sayNote(language, note)}`);
  if (options.json) printJson(document);
  else printTable(document, language === 'zh');
  return 0;
}

function printTable(document: ReturnType<typeof figuresDocument>, zh: boolean): void {
  const head = zh
    ? ['编号', '平面 m²', '椭球 m²', '登记 m²', '亩', '周长 m', '部件', '孔']
    : ['id', 'plane m²', 'ellipsoid m²', 'stated m²', 'mu', 'perimeter m', 'parts', 'holes'];
  console.log(`${zh ? '坐标系' : 'CRS'} ${document.crs.code}`);
  const withSigma = document.parcels.some((p) => p.area.planeSigmaM2 !== undefined);
  console.log([...head, ...(withSigma ? [zh ? '平面中误差 m²' : 'σ of plane m²'] : [])].join('\t'));
  const fixed = (value: number | null, digits: number) => (value === null ? '—' : value.toFixed(digits));
  for (const p of document.parcels) {
    const { planeM2, ellipsoidM2, statedM2, mu } = p.area;
    const cells = [fixed(planeM2, 2), fixed(ellipsoidM2, 2), fixed(statedM2, 2), fixed(mu, 4), fixed(p.perimeterM, 2)];
    const { planeSigmaM2: sigma } = p.area;
    console.log([p.id, ...cells, p.parts, p.holes, ...(sigma === undefined ? [] : [`±${fixed(sigma, 2)}`])].join('\t'));
    for (const problem of p.problems) console.log(`  ! ${problem.message} @ ${problem.at?.join(', ')}`);
  }
  const { planeM2, ellipsoidM2, legalM2, parcels, withoutFigure } = document.total;
  const without =
    withoutFigure === 0 ? '' : zh ? `（${withoutFigure} 宗无面积）` : ` (${withoutFigure} without a figure)`;
  const sum = (zh ? `合计 ${parcels} 宗` : `${parcels} parcels`) + without;
  console.log([sum, fixed(planeM2, 2), fixed(ellipsoidM2, 2), '', fixed(muOf(legalM2), 4)].join('\t'));
}
