import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionOptions,
  type Table,
} from 'docx';
import { formDocx } from './form-docx.ts';
import { paperOf, type FormTable } from './form.ts';
import { steady } from './steady.ts';
import type { Block, TextDocument } from './text.ts';

/*
 * After GB/T 9704-2012, 党政机关公文格式: title in 小标宋 of 二号, text in 仿宋 of 三号 with 28 points a line, headings of the first
 * level in 黑体, of the second in 楷体; margins of 37, 35, 28 and 26 mm. Song stands in for 小标宋, which few computers have.
 */
const latin = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' };
const FONTS = {
  title: { ...latin, eastAsia: '宋体' },
  text: { ...latin, eastAsia: '仿宋' },
  first: { ...latin, eastAsia: '黑体' },
  second: { ...latin, eastAsia: '楷体' },
};
/** Half-points: 二号, 三号, 四号. */
const SIZES = { title: 44, text: 32, foot: 28 };
/** Twentieths of a point. */
const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const;
const TWO_CHARACTERS = 640;
const mm = (n: number): number => Math.round((n * 1440) / 25.4);
const MARGIN = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) };
const ANNEX_MARGIN = { top: mm(20), bottom: mm(18), left: mm(15), right: mm(15) };

/** The text as a Word file (.docx), annexes on lying pages behind it. */
export async function textDocx(text: TextDocument): Promise<Uint8Array> {
  const upright: ISectionOptions = {
    properties: { page: { margin: MARGIN, size: { width: mm(210), height: mm(297) } } },
    footers: { default: foot() },
    children: [titleOf(text), ...text.about.map(aboutLine), ...text.blocks.flatMap(blockOf)],
  };
  const file = new Document({
    title: text.title,
    styles: { default: { document: { run: { font: FONTS.text, size: SIZES.text } } } },
    sections: [upright, ...text.annexes.map((form, n) => annexOf(form, text.annexTitle(n + 1)))],
  });
  return steady(new Uint8Array(await Packer.toArrayBuffer(file)));
}

/** So many characters of 二号 stand in a line. */
const TITLE_CHARACTERS = 20;

/** 回行时词意完整: a long title is broken before what it is called. */
function titleLines({ title, titleBreak }: TextDocument): readonly string[] {
  const at = titleBreak === undefined ? -1 : title.indexOf(titleBreak);
  return at > 0 && title.length > TITLE_CHARACTERS ? [title.slice(0, at).trimEnd(), title.slice(at)] : [title];
}

const titleOf = (text: TextDocument): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { before: 240, after: 240 },
    children: titleLines(text).map(
      (line, n) =>
        new TextRun({
          text: line,
          bold: true,
          size: SIZES.title,
          font: FONTS.title,
          color: '000000',
          ...(n > 0 && { break: 1 }),
        }),
    ),
  });

const aboutLine = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: LINE, children: [new TextRun({ text })] });

function blockOf(block: Block): (Paragraph | Table)[] {
  if (block.is === 'table') return formDocx(block.table, mm(210) - MARGIN.left - MARGIN.right);
  if (block.is === 'heading') return [headingOf(block)];
  const { text, isPattern = false, leadsOn = false } = block;
  const run = new TextRun({ text, ...(isPattern && { highlight: 'yellow' as const }) });
  const kept = leadsOn && { keepNext: true };
  return [new Paragraph({ ...kept, spacing: LINE, indent: { firstLine: TWO_CHARACTERS }, children: [run] })];
}

const headingOf = ({ level, text }: Extract<Block, { is: 'heading' }>): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: LINE,
    indent: { firstLine: TWO_CHARACTERS },
    children: [
      new TextRun({
        text,
        size: SIZES.text,
        color: '000000',
        bold: false,
        font: level === 1 ? FONTS.first : FONTS.second,
      }),
    ],
  });

/** On paper as its sheet of the workbook, which is lying always. */
function annexOf(form: FormTable, title: string): ISectionOptions {
  const [width, height] = paperOf(form).size === 'A3' ? [mm(297), mm(420)] : [mm(210), mm(297)];
  return {
    properties: { page: { margin: ANNEX_MARGIN, size: { width, height, orientation: PageOrientation.LANDSCAPE } } },
    footers: { default: foot() },
    children: [
      new Paragraph({ children: [new TextRun({ text: title, font: FONTS.first, size: SIZES.foot })] }),
      ...formDocx(form, height - ANNEX_MARGIN.left - ANNEX_MARGIN.right),
    ],
  };
}

/** — 1 — */
const foot = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: SIZES.foot, font: FONTS.title, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
