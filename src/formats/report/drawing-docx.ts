import { ImportedXmlComponent, Paragraph, type ParagraphChild } from 'docx';
import { textWidth, type Drawing, type DrawnText, type Line, type Mark, type Point } from './drawing.ts';

/*
 * A drawing as a group of shapes of Word (DrawingML, since Word 2010), in its own units of 1/36 000 mm: lines stay lines, and
 * what is printed at 100 % is true to scale.
 */

const EMU = 36_000;
const emu = (mm: number): number => Math.round(mm * EMU);
const colourOf = (css: string): string => css.slice(1);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Shapes of a drawing are numbered from here on for their halos. */
const HALOS = 50_000;

/** The drawing in a paragraph of its own; `number` tells the shapes of several drawings of a document apart. */
export function drawingDocx(drawing: Drawing, number: number): Paragraph {
  const { title, about, width, height, marks } = drawing;
  const first = number * 2 * HALOS;
  // Programs fit a group by what is in it: an unseen sheet holds its size, and with it the scale.
  const whole = shape(
    first,
    { left: 0, top: 0, width, height },
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${paint({})}`,
  );
  const shapes = marks.map((mark, n) => shapeOf(mark, first + n + 2, width)).join('');
  const extent = `cx="${emu(width)}" cy="${emu(height)}"`;
  const xml =
    '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
    `<wp:extent ${extent}/><wp:docPr id="${first + 1}" name="${escaped(title)}" descr="${escaped(about)}"/><wp:cNvGraphicFramePr/>` +
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/>' +
    `<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/><a:chOff x="0" y="0"/><a:chExt ${extent}/></a:xfrm></wpg:grpSpPr>` +
    `${whole}${shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
  return new Paragraph({ children: [ImportedXmlComponent.fromXmlString(xml) as unknown as ParagraphChild] });
}

function shapeOf(mark: Mark, id: number, sheetWidth: number): string {
  if (mark.is === 'text') return (mark.hasHalo ? haloShape(mark, id + HALOS) : '') + textShape(mark, id, sheetWidth);
  if (mark.is === 'circle') {
    const { at, radius } = mark;
    const box = { left: at[0] - radius, top: at[1] - radius, width: 2 * radius, height: 2 * radius };
    return shape(id, box, `<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>${paint(mark)}`);
  }
  const lines = mark.is === 'area' ? mark.rings : mark.lines;
  const box = boxOf(lines.flat());
  const path = lines.map((points) => pathOf(points, box, mark.is === 'area')).join('');
  // Of no width or height a path has no size to be drawn in.
  const size = `w="${Math.max(1, emu(box.width))}" h="${Math.max(1, emu(box.height))}"`;
  const fill = mark.is === 'area' ? '' : ' fill="none"';
  return shape(
    id,
    box,
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>' +
      `<a:pathLst><a:path ${size}${fill}>${path}</a:path></a:pathLst></a:custGeom>${paint(mark)}`,
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { left, top, width: right - left, height: bottom - top };
}

function pathOf(points: readonly Point[], { left, top }: Box, isClosed: boolean): string {
  const steps = points.map(([x, y], n) => {
    const at = `<a:pt x="${emu(x - left)}" y="${emu(y - top)}"/>`;
    return n === 0 ? `<a:moveTo>${at}</a:moveTo>` : `<a:lnTo>${at}</a:lnTo>`;
  });
  return steps.join('') + (isClosed ? '<a:close/>' : '');
}

const shape = (id: number, { left, top, width, height }: Box, drawn: string, rest = '<wps:bodyPr/>'): string =>
  `<wps:wsp><wps:cNvPr id="${id}" name="${id}"/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="${emu(left)}" y="${emu(top)}"/>` +
  `<a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>${drawn}</wps:spPr>${rest}</wps:wsp>`;

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colourOf(colour)}"/></a:solidFill>`;

function paint({ fill, line }: { readonly fill?: string; readonly line?: Line }): string {
  const stroke = line
    ? `<a:ln w="${emu(line.mm)}">${solid(line.colour)}${line.isDashed ? '<a:prstDash val="dash"/>' : ''}<a:miter lim="400000"/></a:ln>`
    : '<a:ln><a:noFill/></a:ln>';
  return (fill ? solid(fill) : '<a:noFill/>') + stroke;
}

const POINTS_PER_MM = 72 / 25.4;
/** Room of a text: fonts differ, and none may be cut. */
const ROOM = 1.3;

/** Word has no halo in shapes: paper shows through what lies behind the letters. */
function haloShape({ text, at: [x, y], align, mm }: DrawnText, id: number): string {
  const width = textWidth(text, mm) * 0.96;
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  const box = { left, top: y - mm * 0.5, width, height: mm };
  const paper = '<a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="72000"/></a:srgbClr></a:solidFill>';
  return shape(id, box, `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${paper}<a:ln><a:noFill/></a:ln>`);
}

/**
 * A text in a box of its own around its place, letters in half points as Word has them. No box reaches over the edge of the
 * sheet: a group that does is pressed together to its size.
 */
function textShape({ text, at: [x, y], align, mm, colour, isBold }: DrawnText, id: number, sheetWidth: number): string {
  const wanted = textWidth(text, mm) * ROOM + 2;
  const height = mm * 1.5;
  const room = { left: sheetWidth - x, right: x, middle: 2 * Math.min(x, sheetWidth - x) }[align];
  const width = Math.min(wanted, room);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  const jc = { left: 'left', middle: 'center', right: 'right' }[align];
  const run =
    '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体" w:cs="Arial"/>' +
    `${isBold ? '<w:b/>' : ''}<w:color w:val="${colourOf(colour)}"/><w:sz w:val="${Math.round(mm * POINTS_PER_MM * 2)}"/></w:rPr>`;
  const paragraph =
    `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="${Math.round(mm * POINTS_PER_MM * 20 * 1.3)}" w:lineRule="exact"/>` +
    `<w:jc w:val="${jc}"/></w:pPr><w:r>${run}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  return shape(
    id,
    { left, top: y - height / 2, width, height },
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>',
    `<wps:txbx><w:txbxContent>${paragraph}</w:txbxContent></wps:txbx>` +
      '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr>',
  ).replace('<wps:cNvSpPr/>', '<wps:cNvSpPr txBox="1"/>');
}
