import type { TableView } from '../../../city/importing/view.ts';
import { muOf } from '../../../domain/quantity/units.ts';
import { csvText } from '../../parts/csv.ts';
import type { App } from '../../state/app.svelte.ts';
import { offer } from '../../state/offer.ts';
import type { ListName } from '../../state/supply/import/importing.svelte.ts';

/** The two lists that go back to who made the table, or the survey. */
export const isExported = (list: ListName): list is 'rowsLeft' | 'landLeft' => list === 'rowsLeft' || list === 'landLeft'; // prettier-ignore

/** Twelve digits: finer than any survey, coarser than the noise of binary fractions. */
const digits = (value: number) => Number(value.toPrecision(12));

/** The list that is shown as a table: rows as they stand in theirs, with the line and why; land with its file and area. */
export async function exportList(app: App, table: TableView): Promise<void> {
  const { list } = app.supply.importing;
  const texts = app.settings.texts.importing;
  const { heads } = texts;
  const name = `${table.name.replace(/^.*[/\\]|\.[^.]*$/g, '')}-${texts.lists[list]}.csv`;
  if (list === 'landLeft') {
    const rows = table.landLeft.map(({ id, name: own, file, areaM2 }) => [
      id,
      own,
      file,
      areaM2 === null ? '' : digits(areaM2),
      areaM2 === null ? '' : digits(muOf(areaM2)),
    ]);
    return offer(new Blob([csvText([[heads.parcel, heads.name, heads.file, 'm²', heads.area], ...rows])]), name);
  }
  const left = await app.supply.importing.rowsLeft(table);
  if (!left) return;
  const rows = left.rows.map(({ line, why, cells }) => [line, texts.why[why], ...cells]);
  offer(new Blob([csvText([[heads.line, heads.why, ...left.headings], ...rows])]), name);
}
