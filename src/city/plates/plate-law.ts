import { kindName, kindOfUnit, type UnitKind } from '../../desk/plates/marks.ts';
import type { Key } from '../../domain/land/change.ts';
import type { BuildingFacts } from '../../domain/land/facts.ts';
import { notApplicable } from '../../domain/land/figure.ts';
import { fieldsOfKind } from '../../domain/land/fields/kinds.ts';
import type { Building } from '../../domain/land/model.ts';
import { parkRules } from '../../policy/evaluate.ts';
import { partsIn } from '../../policy/parts.ts';
import { readsOf, type Reads } from '../../policy/reads.ts';
import { unitBound, type UnitBound, type UnitPlace } from '../../policy/unit-bounds.ts';
import type { Judgement } from '../judgement.ts';
import { guidePrice, type GuidePrice } from './guide-price.ts';

/** What the pack asks of units, of what is held of them, and of their sale and lease: found by what its rules read, not by their names. */
export interface PlateLaw {
  /** 单元最小面积 by the kind of unit (`kindName`); null: none is asked of it. */
  readonly least: Readonly<Record<string, UnitBound | null>>;
  /** Shares of the park that follow how units are marked. */
  readonly shares: readonly { readonly rule: string; readonly what: string }[];
  /** Ids of rules about units, what is held, sales and leases, in the order of the pack. */
  readonly rules: readonly string[];
  /** Null: the pack has none for the park, or the building is in no park. */
  readonly guide: GuidePrice | null;
}

export function plateLaw(judgement: Judgement, building: Building, key: Key, park: Key | null): PlateLaw {
  const { pack, date } = judgement.law;
  const facts = park === null ? null : judgement.facts(park);
  const place: UnitPlace = {
    pack,
    date,
    context: judgement.context,
    facts,
    building: facts?.buildings.find((own) => own.key === key) ?? unplaced(building, key),
  };
  const rules = parkRules(pack, date).map((rule) => ({ rule, reads: readsOf(pack, rule.test) }));
  return {
    least: Object.fromEntries(KINDS.map((kind) => [kindName(kindOfUnit(kind, building)), leastOf(place, kind)])),
    shares: rules.flatMap(({ rule }) =>
      partsIn(rule.test).flatMap((part) =>
        part.kind === 'limit' && part.unit === 'ratio' && isOfMarks(readsOf(pack, part))
          ? [{ rule: rule.id, what: part.measure }]
          : [],
      ),
    ),
    rules: rules.filter(({ reads }) => isOfUnits(reads)).map(({ rule }) => rule.id),
    guide: facts && guidePrice(place, facts),
  };
}

/** Every kind of unit there can be. */
const { use } = fieldsOfKind('unit');
const USES = use.is === 'one-of' ? (use.values as readonly UnitKind['use'][]) : [];
const KINDS: readonly UnitKind[] = [undefined, ...USES].flatMap((own) =>
  [undefined, true, false].map((held) => ({ use: own, held })),
);

function leastOf(place: UnitPlace, kind: UnitKind): UnitBound | null {
  const own = kindOfUnit(kind, place.building.building);
  return unitBound(place, {
    id: '',
    ...(own.use && { use: own.use }),
    ...(own.held !== undefined && { held: own.held }),
  });
}

const COLLECTIONS = ['units', 'sales', 'leases'];
const FIELDS = ['heldAreaM2', 'heldTermYears', 'salePriceYuanPerM2'];

const isOfUnits = ({ collections, fields }: Reads): boolean =>
  COLLECTIONS.some((name) => collections.has(name)) || FIELDS.some((name) => fields.has(name));

/** The held area follows units that are marked held, ancillary floor their use. */
const isOfMarks = ({ fields, figures }: Reads): boolean =>
  fields.has('heldAreaM2') || figures.has('ancillaryFloor') || figures.has('ancillaryFloorShare');

/** A building of no park: nothing is measured of it but what its record says. */
const unplaced = (building: Building, key: Key): BuildingFacts => ({
  building,
  key,
  row: 0,
  parcelId: building.parcelId ?? '',
  insideShare: 1,
  floorArea: notApplicable,
  countedFloorArea: notApplicable,
  footprint: notApplicable,
});
