import type { MultiPolygon as Shape } from 'geojson';
import { buildLayer, emptyLayer } from '../../domain/geometry/columns/builder.ts';
import type { MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import type { BuildingFacts } from '../../domain/land/facts.ts';
import type { Figure, Input } from '../../domain/land/figure.ts';
import type { Building, Parcel, Park, Project } from '../../domain/land/model.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';
import type { City } from '../../city/city.ts';
import type { PublishedPark } from '../collect/published-park.ts';
import { publicRecord } from '../collect/public-record.ts';
import { partsIn, thinned, type Thinning } from '../collect/thinned.ts';

interface Drawn<T> {
  readonly record: T;
  readonly shape: Shape | null;
}

/**
 * The published records anyone can judge anew: parks by their public fields, with thinned boundaries. What was measured on the exact ones
 * stands in the records as stated: the area of each parcel, floor area and footprint of each building.
 */
export class CheckRecords {
  readonly #thinning: Thinning;
  readonly #parks: Park[] = [];
  readonly #parcels = new Map<string, Drawn<Parcel>>();
  readonly #buildings: Building[] = [];

  constructor(thinning: Thinning) {
    this.#thinning = thinning;
  }

  add({ land, facts }: PublishedPark): void {
    const { parcels } = land.project;
    this.#parks.push(facts.park);
    const shapes = thinned(
      parcels.records.map((_, row) => partsIn(parcels.layer, row)),
      this.#thinning,
    );
    const measured = new Map(facts.parcels.map(({ row, area }) => [row, valueOf(area)]));
    for (const [row, parcel] of parcels.records.entries()) {
      // A road may lie between the sites of several parks.
      if (this.#parcels.has(parcel.id)) continue;
      const statedAreaM2 = measured.get(row);
      const record = { ...parcel, ...(statedAreaM2 !== undefined && { statedAreaM2 }) };
      this.#parcels.set(parcel.id, { record, shape: shapes[row] });
    }
    for (const building of facts.buildings) this.#buildings.push(statedBuilding(building));
  }

  /** With the places of the city, thinned likewise. */
  project({ land, project }: City): Project {
    const townships = land.table('township').compact();
    const zones = land.table('zone').compact();
    const { title, extra } = project;
    const parcels = [...this.#parcels.values()];
    return {
      ...(title !== undefined && { title }),
      ...(extra?.sample === true && { extra: { sample: true } }),
      parks: this.#parks,
      parcels: {
        records: arrayRecords(parcels.map(({ record }) => record)),
        layer: layerOf(parcels.map(({ shape }) => shape)),
      },
      buildings: { records: arrayRecords(this.#buildings), layer: emptyLayers(this.#buildings.length) },
      townships: {
        records: arrayRecords(townships.records.map((own) => publicRecord('township', own))),
        layer: layerOf(
          thinned(
            townships.records.map((_, row) => partsIn(townships.layer, row)),
            this.#thinning,
          ),
        ),
      },
      zones: {
        records: arrayRecords(zones.records.map((own) => publicRecord('zone', own))),
        layer: emptyLayers(zones.records.length),
      },
      jurisdictions: [...land.table('jurisdiction').compact().records].map((own) => publicRecord('jurisdiction', own)),
      others: [],
    };
  }
}

const valueOf = (input: Input<Figure>): number | undefined => (input.state === 'value' ? input.value.value : undefined);

/** Of a building that reaches beyond its parcel the part inside. */
function statedBuilding({ building, parcelId, insideShare, floorArea, footprint }: BuildingFacts): Building {
  const { floorAreaBelowM2 } = building;
  const [floorAreaM2, footprintM2] = [valueOf(floorArea), valueOf(footprint)];
  return {
    ...building,
    parcelId,
    ...(floorAreaM2 !== undefined && { floorAreaM2 }),
    ...(footprintM2 !== undefined && { footprintM2 }),
    ...(floorAreaBelowM2 !== undefined && { floorAreaBelowM2: floorAreaBelowM2 * insideShare }),
  };
}

const layerOf = (shapes: readonly (Shape | null)[]) =>
  buildLayer(shapes.map((shape) => shape && (shape.coordinates as unknown as MultiPolygon)));

const emptyLayers = (size: number) =>
  size === 0 ? emptyLayer() : buildLayer(Array.from({ length: size }, () => null));
