import type { Feature } from 'write-excel-file/universal';
import { paperOf, type FormTable } from './form.ts';

/** Numbers of paper sizes in office files. */
const SIZES = { A3: 8, A4: 9 } as const;
const MARGINS = '<pageMargins left="0.4" right="0.4" top="0.55" bottom="0.55" header="0.3" footer="0.3"/>';
const FOOT = '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>';

/** Sheets fit the width of their paper, with the head of the table on every page and its number at the foot. */
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

/** Its parts stand in the order the format prescribes. */
function withPage(xml: string, form: FormTable): string {
  const { size, isLying } = paperOf(form);
  const setup = `<pageSetup paperSize="${SIZES[size]}" orientation="${isLying ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`;
  return xml
    .replace(/<pageMargins[^>]*\/>|<pageSetup[^>]*\/>/g, '')
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('</worksheet>', `<printOptions horizontalCentered="1"/>${MARGINS}${setup}${FOOT}</worksheet>`);
}

const titlesOf = (forms: readonly FormTable[], headRows: (form: FormTable) => number): string =>
  `<definedNames>${forms
    .map(({ name }, n) => {
      const sheet = name.replaceAll("'", "''").replaceAll('&', '&amp;');
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">'${sheet}'!$1:$${headRows(forms[n])}</definedName>`;
    })
    .join('')}</definedNames>`;
