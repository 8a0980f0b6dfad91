import { formatFixed } from '../../../domain/quantity/format.ts';
import type { Visitor } from '../state/visitor.svelte.ts';
import type { Column } from './table.ts';
import { distanceText, figureText, freeShown } from './shown.ts';

/** What a cell says, without its unit, which stands in the head; '' where it is not told. Name and verdict are drawn. */
export function cellText({ first, texts, settings, place }: Visitor, row: number, column: Column): string {
  const { parks, townships } = first;
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
      return figureText(first, 'landM2', row) ?? '';
    case 'floor':
      return figureText(first, 'floorM2', row) ?? '';
    case 'ratio':
      return figureText(first, 'plotRatio', row) ?? '';
    case 'free':
      return parks.freeM2[row] === null ? '' : freeShown(parks.freeM2[row], texts).text;
    case 'stars':
      return parks.stars[row] === null ? '' : formatFixed(parks.stars[row], 0);
    default:
      return '';
  }
}
