import type { PolicyView } from '../../city/view.ts';
import { vertexSigmaOf, type VertexPrecision } from '../../domain/geometry/measure/uncertainty.ts';
import type { ParcelFacts } from '../../domain/land/facts.ts';
import type { AreaBasis } from '../../domain/land/figure.ts';
import type { LandClass, Parcel } from '../../domain/land/model.ts';
import { isArea, statedDiffers } from '../../domain/land/stated-area.ts';
import type { Language } from '../../texts/index.ts';

export interface AreaRow {
  readonly basis: AreaBasis;
  readonly m2: number;
  readonly crs: string | null;
  /** Computed minus registered, m², where that is more than both leave open; null on the registered row. */
  readonly difference: number | null;
  /** Standard error 中误差, m²; null where nothing was said of the boundary points, and of a registered area. */
  readonly sigmaM2: number | null;
  /** Of a registered area: it is one on the ellipsoid. */
  readonly onEllipsoid: boolean;
}

/** The area on every basis there is, in the order of rank; a broken boundary keeps its registered area. */
export function areaRowsOf(facts: ParcelFacts): AreaRow[] {
  const { parcel, statedM2, perimeterM, planeM2, planeSigmaM2, ellipsoidM2, planeCrs } = facts;
  const rows: [AreaBasis, number | null, string | null][] = [
    ['registered', statedM2, null],
    ['plane', planeM2, planeCrs],
    ['ellipsoid', ellipsoidM2, null],
  ];
  const stated =
    statedM2 !== null && isArea(statedM2) ? { areaM2: statedM2, resolutionM2: parcel.areaResolutionM2 } : null;
  const onEllipsoid = parcel.areaBasis === 'ellipsoid';
  // From one on the ellipsoid the plane area differs by design.
  const differs = (basis: AreaBasis, m2: number): boolean =>
    stated !== null &&
    !(onEllipsoid && basis === 'plane') &&
    statedDiffers(stated, { areaM2: m2, perimeterM: perimeterM ?? 0 });
  return rows.flatMap(([basis, m2, crs]) =>
    m2 === null
      ? []
      : [
          {
            basis,
            m2,
            crs,
            difference: basis !== 'registered' && stated && differs(basis, m2) ? m2 - stated.areaM2 : null,
            // On the ellipsoid it is the same within the scale of the projection, less than a thousandth of it.
            sigmaM2: basis === 'registered' ? null : (planeSigmaM2 ?? null),
            onEllipsoid: basis === 'registered' && onEllipsoid,
          },
        ],
  );
}

/** The error of its boundary points that its areas' standard errors follow from, m; null where they have none. */
export function vertexErrorM({ parcel, planeSigmaM2 }: ParcelFacts, precision: VertexPrecision | null): number | null {
  if (planeSigmaM2 === undefined) return null;
  return parcel.boundaryErrorM ?? (precision && vertexSigmaOf(precision));
}

/** What is recorded behind the state of a parcel: idle, low-efficiency, approved and not supplied. */
const evidence = [
  'agreedStart',
  'startedOn',
  'stoppedOn',
  'approvedOn',
  'suppliedOn',
  'developedShare',
  'investedShare',
  'taxPerMuWan',
  'outputPerMuWan',
  'investmentPerMuWan',
] as const satisfies readonly (keyof Parcel)[];

export const evidenceOf = (parcel: Parcel): { readonly field: string; readonly value: string | number }[] =>
  evidence.flatMap((field) => {
    const value = parcel[field];
    return value === undefined ? [] : [{ field, value }];
  });

/** Name of a land class by the pack's table: the entry with the longest code that this one begins with. */
export function landClassText(policy: PolicyView | null, landClass: LandClass, language: Language): string {
  const entries = policy?.landClasses[landClass.system] ?? [];
  const found = entries.filter((e) => landClass.code.startsWith(e.code)).sort((a, b) => b.code.length - a.code.length);
  return found[0]?.[language] ?? '';
}
