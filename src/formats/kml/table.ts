/*
 * Programs of the ArcGIS family write the fields of a placemark as an HTML table into its description, and nothing else:
 * a row for each field, its name in the first cell and its value in the second; the export of ArcMap puts that table into
 * another, under a title.
 */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#'))
      return Object.hasOwn(entities, name.toLowerCase()) ? entities[name.toLowerCase()] : whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const textOf = (html: string): string =>
  decoded(html.replace(/<br\s*\/?>/gi, '\n').replace(/<[^>]*>/g, ''))
    .replace(/[^\S\n]+/g, ' ')
    .trim();

/** What ArcGIS writes where a field is empty. */
const isEmpty = (value: string): boolean => value === '' || /^<?(null|空)>?$/i.test(value);
/** The line over the two columns. */
const isHead = (name: string, value: string): boolean => /^(字段|字段名|名称|属性|field|name|attribute)$/i.test(name) && /^(值|内容|属性值|value)$/i.test(value); // prettier-ignore

/** More fields than any table of parcels has, and longer cells than any field. */
const [MOST_ROWS, LONGEST] = [512, 4000];

/** The fields that a description holds as a table, by name; null where it holds none. */
export function fieldsInTable(description: string): Readonly<Record<string, string>> | null {
  if (!/<table[\s>]/i.test(description)) return null;
  const fields: [string, string][] = [];
  // Cells and rows may be left unclosed: each goes on to the next of its kind.
  for (const row of description.split(/<tr[\s>]/i).slice(1, MOST_ROWS)) {
    const own = row.split(/<\/(?:tr|table)\s*>/i, 1)[0];
    const cells = own.split(/<t[dh](?=[\s>])[^>]*>/i).slice(1).map((cell) => textOf(cell.split(/<\/t[dh]\s*>/i, 1)[0]).slice(0, LONGEST)); // prettier-ignore
    if (cells.length !== 2 || cells[0] === '' || isHead(cells[0], cells[1]) || isEmpty(cells[1])) continue;
    fields.push([cells[0], cells[1]]);
  }
  return fields.length > 0 ? Object.fromEntries(fields) : null;
}
