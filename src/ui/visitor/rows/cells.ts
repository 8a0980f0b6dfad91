import { formatFixed } from '../../../domain/quantity/format.ts';
import type { Visitor } from '../state/visitor.svelte.ts';
import type { Column } from './table.ts';
import { distanceText, m2Shown, muShown, ratioShown } from './shown.ts';

/** What a cell says, without its unit, which stands in the head; '' where it is not told. Name and verdict are drawn. */
export function cellText({ first, texts, settings, place }: Visitor, row: number, column: Column): string {
  const { parks, townships } = first;
  const area = (m2: number | null, shown: typeof muShown) => (m2 === null ? '' : shown(m2, texts).text);
  switch (column) {
    case 'township':
      return parks.townships[row].map((township) => townships[township].name[settings.language]).join(texts.marks.and);
    case 'type':
      return parks.type[row] ? texts.type[parks.type[row]] : '';
    case 'stage':
      return parks.stage[row] ? texts.stage[parks.stage[row]] : '';
    case 'distance':
      return place.metres[row] === null ? '' : distanceText(place.metres[row], texts);
    case 'land':
      return area(parks.landM2[row], muShown);
    case 'floor':
      return area(parks.floorM2[row], m2Shown);
    case 'ratio':
      return parks.plotRatio[row] === null ? '' : ratioShown(parks.plotRatio[row]);
    case 'free':
      return area(parks.freeM2[row], m2Shown);
    case 'stars':
      return parks.stars[row] === null ? '' : formatFixed(parks.stars[row], 0);
    default:
      return '';
  }
}
