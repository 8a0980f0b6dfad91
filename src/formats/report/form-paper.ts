import type { Feature } from 'write-excel-file/universal';
import { keysOf, spansOf, wideOf, type Span } from './form-parts.ts';
import { charactersAcross, paperOf, READABLE, type FormTable } from './form.ts';

/** Numbers of paper sizes in office files. */
const SIZES = { A3: 8, A4: 9 } as const;
const MARGINS = '<pageMargins left="0.4" right="0.4" top="0.55" bottom="0.55" header="0.3" footer="0.3"/>';
const FOOT = '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>';

/** Letters of a sheet, points. */
const LETTERS = 10;
/** Columns come out so much wider where a computer has no 宋体 and takes a font with wide figures. */
const WIDER = 1.25;

/** Which columns are printed on which page: a table is cut where letters could not be read on one. */
export function spansOnPaper(form: FormTable): readonly Span[] {
  const most = (charactersAcross(paperOf(form)) * LETTERS) / READABLE / WIDER;
  return spansOf(form, most);
}

/** Percent: so small that each page takes what it is to have, wherever it is opened; for a table that is cut. */
function scaleOf(form: FormTable, spans: readonly Span[]): number {
  const keys = keysOf(form);
  const widest = Math.max(...spans.map((span, n) => wideOf(form, span) + (n === 0 ? 0 : wideOf(form, [0, keys]))));
  return Math.min(100, Math.floor((100 * charactersAcross(paperOf(form))) / WIDER / widest));
}

/**
 * Sheets fit the width of their paper, of several where letters could not be read on one: the head of the table stands on
 * every page, the columns that say which line it is on every page beside the first, its number at the foot.
 */
export function onPaper(forms: readonly FormTable[], headRows: (form: FormTable) => number): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => withPage(xml, forms[sheetIndex]),
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace(/<\/sheets>(?:<definedNames\s*\/>)?/, `</sheets>${titlesOf(forms, headRows)}`),
        },
      },
    },
  };
}

/** A, B … Z: no key stands further to the right. */
const letterOf = (column: number): string => String.fromCharCode(65 + column);

/** Its parts stand in the order the format prescribes. */
function withPage(xml: string, form: FormTable): string {
  const { size, isLying } = paperOf(form);
  const spans = spansOnPaper(form);
  const isCut = spans.length > 1;
  const fit = isCut ? `scale="${scaleOf(form, spans)}"` : 'fitToWidth="1" fitToHeight="0"';
  const setup = `<pageSetup paperSize="${SIZES[size]}" ${fit} orientation="${isLying ? 'landscape' : 'portrait'}"/>`;
  return xml
    .replace(/<pageMargins[^>]*\/>|<pageSetup[^>]*\/>/g, '')
    .replace(/(<worksheet[^>]*>)/, isCut ? '$1' : '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(
      '</worksheet>',
      `<printOptions horizontalCentered="1"/>${MARGINS}${setup}${FOOT}${breaksOf(spans)}</worksheet>`,
    );
}

/** A page more begins with the column behind each. */
function breaksOf([, ...others]: readonly Span[]): string {
  const breaks = others.map(([from]) => `<brk id="${from}" max="1048575" man="1"/>`).join('');
  return others.length === 0
    ? ''
    : `<colBreaks count="${others.length}" manualBreakCount="${others.length}">${breaks}</colBreaks>`;
}

const titlesOf = (forms: readonly FormTable[], headRows: (form: FormTable) => number): string =>
  `<definedNames>${forms
    .map((form, n) => {
      const sheet = `'${form.name.replaceAll("'", "''").replaceAll('&', '&amp;')}'!`;
      const keys = spansOnPaper(form).length > 1 ? keysOf(form) : 0;
      const columns = keys > 0 ? `${sheet}$A:$${letterOf(keys - 1)},` : '';
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">${columns}${sheet}$1:$${headRows(form)}</definedName>`;
    })
    .join('')}</definedNames>`;
