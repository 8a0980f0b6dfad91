import { muOf } from '../domain/quantity/units.ts';
import { figuresDocument } from './figures-document.ts';
import { CommandRefused, printJson, readingOptions, type Context, type Exit } from './context.ts';
import { printNotes, readSeveral } from './files.ts';
import { defaultFields } from './pack.ts';
import { precisionOption } from './precision.ts';

/** `yuantu figures FILE…`: every parcel's areas, perimeter and boundary problems. */
export async function figures({ files, options, language, progress }: Context): Promise<Exit> {
  if (files.length === 0)
    throw new CommandRefused({ code: 'file-expected', params: { usage: 'yuantu figures FILE…' } });
  const fields = defaultFields();
  const reading = readingOptions(options);
  const precision = precisionOption(options);
  const together = await readSeveral(files, { ...reading, fields }, language, progress);
  const document = figuresDocument(together, language, precision?.vertexSigmaM, progress.stage('measuring'));
  progress.clear();
  printNotes(language, together.reads.length > 1 ? null : together.reads[0].name, together.notes);
  if (options.json) printJson(document);
  else printTable(document, language === 'zh');
  return 0;
}

const once = (code: string, i: number, all: readonly string[]): boolean => all.indexOf(code) === i;

function printTable(document: ReturnType<typeof figuresDocument>, zh: boolean): void {
  const head = zh
    ? ['编号', '平面 m²', '椭球 m²', '登记 m²', '亩', '周长 m', '部件', '孔']
    : ['id', 'plane m²', 'ellipsoid m²', 'stated m²', 'mu', 'perimeter m', 'parts', 'holes'];
  console.log(
    `${zh ? '坐标系' : 'CRS'} ${
      document.files
        ?.map(({ crs }) => crs.code)
        .filter(once)
        .join(' ') ?? document.crs.code
    }`,
  );
  const withSigma = document.parcels.some((p) => p.area.planeSigmaM2 !== undefined);
  const more = [
    ...(withSigma ? [zh ? '平面中误差 m²' : 'σ of plane m²'] : []),
    ...(document.files ? [zh ? '文件' : 'file'] : []),
  ];
  console.log([...head, ...more].join('\t'));
  const fixed = (value: number | null, digits: number) => (value === null ? '—' : value.toFixed(digits));
  for (const p of document.parcels) {
    const { planeM2, ellipsoidM2, statedM2, mu } = p.area;
    const cells = [fixed(planeM2, 2), fixed(ellipsoidM2, 2), fixed(statedM2, 2), fixed(mu, 4), fixed(p.perimeterM, 2)];
    const { planeSigmaM2: sigma } = p.area;
    const error = withSigma ? [sigma === undefined ? '—' : `±${fixed(sigma, 2)}`] : [];
    console.log([p.id, ...cells, p.parts, p.holes, ...error, ...(p.file === undefined ? [] : [p.file])].join('\t'));
    for (const problem of p.problems) console.log(`  ! ${problem.message} @ ${problem.at?.join(', ')}`);
  }
  const { planeM2, ellipsoidM2, legalM2, parcels, withoutFigure } = document.total;
  const without =
    withoutFigure === 0 ? '' : zh ? `（${withoutFigure} 宗无面积）` : ` (${withoutFigure} without a figure)`;
  const sum = (zh ? `合计 ${parcels} 宗` : `${parcels} parcels`) + without;
  console.log([sum, fixed(planeM2, 2), fixed(ellipsoidM2, 2), '', fixed(muOf(legalM2), 4)].join('\t'));
}
