import type { FeatureCollection } from 'geojson';
import { ringsOf } from '../../domain/geometry/draw/drawn-rings.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { collection, feature } from '../features.ts';
import type { ComparedOutline } from '../tools/contract.ts';

/** Outlines that scenarios have otherwise, by whose line each is drawn. */
export const comparedOutlines = (compared: readonly ComparedOutline[]): FeatureCollection =>
  collection(compared.map(({ geometry, line, isLooked }) => feature(geometry, { line: String(line), isLooked })));

/** Their words, at a place inside each. */
export const comparedNames = (compared: readonly ComparedOutline[]): FeatureCollection =>
  collection(
    compared.flatMap(({ geometry, label, isLooked }) => {
      const at = pointInside(ringsOf(geometry));
      return at ? [feature({ type: 'Point', coordinates: at }, { label, isLooked })] : [];
    }),
  );
