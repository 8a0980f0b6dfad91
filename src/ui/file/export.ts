import { BASES, STATUSES, textAt } from '../../domain/land/parcel-columns.ts';
import { muOf } from '../../domain/quantity/units.ts';
import { outcomeWord } from '../../texts/index.ts';
import { labelsFrom } from '../../texts/labels.ts';
import { csvText } from '../parts/csv.ts';
import type { App } from '../state/app.svelte.ts';
import { fileNameOf } from '../state/saving.svelte.ts';
import { offer } from '../state/offer.ts';

/** Twelve digits: finer than any survey, coarser than the noise of binary fractions. */
const digits = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? '' : Number(value.toPrecision(12));

/** The map as it is on the screen 导出地图图片. */
export function exportPicture(app: App): void {
  const { project } = app.open;
  const picture = app.map?.picture();
  if (!project || !picture) return;
  const name = `${fileNameOf(project)}-${app.settings.texts.frame.list.map}.png`;
  picture.canvas.toBlob((blob) => blob && offer(blob, name), 'image/png');
}

/** What the list holds as a table 导出清单: the parks, or the parcels, that words and filter leave. */
export async function exportTable(app: App): Promise<void> {
  const { project } = app.open;
  if (!project) return;
  await app.verdicts.all();
  const rows = app.search.listsParcels ? parcelRows(app) : parkRows(app);
  offer(new Blob([csvText(rows)]), `${fileNameOf(project)}-${app.settings.texts.frame.list.name}.csv`);
}

function parkRows({ search, settings, open }: App) {
  const { texts, language } = settings;
  const { values } = labelsFrom(open.policy);
  const word = (field: 'parkType' | 'stage', value: string | undefined) =>
    value === undefined ? '' : (values[`${field}.${value}`]?.[language] ?? value);
  const rows = search.parks.map((park) => [
    park.id,
    park.name ?? '',
    park.districtName,
    park.townshipNames.join('、'),
    word('parkType', park.parkType),
    word('stage', park.stage),
    digits(park.landM2 ? muOf(park.landM2.value) : undefined),
    digits(park.plotRatio?.value),
    outcomeWord(language, park.outcome),
  ]);
  return [texts.frame.list.heads, ...rows];
}

function parcelRows({ search, settings, open }: App) {
  const { texts } = settings;
  const { ids, names, areaM2, basis, status, problems } = open.project!.parcels;
  const rows = Array.from(search.parcels, (row) => {
    const [ownBasis, ownStatus] = [BASES.at(basis[row]), STATUSES.at(status[row])];
    return [
      textAt(ids, row),
      textAt(names, row),
      digits(areaM2[row]),
      digits(muOf(areaM2[row])),
      ownBasis ? texts.basis[ownBasis] : '',
      ownStatus ? texts.status[ownStatus] : '',
      problems[row],
    ];
  });
  return [texts.frame.list.parcels, ...rows];
}
