import type { Jurisdiction, Parcel, Park, Township } from '../domain/land/model.ts';
import { districtOf, townshipNames } from '../domain/land/township.ts';
import type { Pack } from '../policy/shape/pack.ts';
import type { Label } from '../policy/shape/rule.ts';
import { plainName } from '../policy/seats.ts';

export interface PlaceNames {
  readonly districtName: string;
  readonly townshipNames: readonly string[];
}

/** Names of districts 区县 and townships 镇街; a project's own lists outrank the pack's. */
export interface Naming {
  /** Undefined where neither list has it. */
  readonly district: (name: string) => Label | undefined;
  readonly township: (name: string) => string | undefined;
  /** The one name behind any other of a township. */
  readonly townshipCode: (name: string) => string;
  /** The district a parcel's record tells, itself or by its township. */
  readonly districtOf: (parcel: Pick<Parcel, 'districtCode' | 'townshipCode'>) => string | undefined;
}

/** Where the names of a project's places stand. */
export interface NamedPlaces {
  readonly townships: { readonly records: Iterable<Township> };
  readonly jurisdictions: readonly Jurisdiction[];
}

export function naming(project: NamedPlaces, pack: Pack): Naming {
  const { codeOf, find } = townshipNames(project.townships.records);
  const listed = new Map(pack.townships.map((township) => [township.code, township]));
  const known = new Set(pack.townships.map(({ name }) => name));
  const districts = new Map<string, Label>();
  for (const { code, name, en, aliases = [] } of pack.jurisdictions)
    for (const called of [code, name, ...aliases]) districts.set(plainName(called), { zh: name, en });
  for (const { code, name } of project.jurisdictions)
    if (name) districts.set(plainName(code), { zh: name, en: districts.get(plainName(code))?.en ?? name });
  return {
    district: (name) => districts.get(plainName(name)),
    township: (name) => find(name)?.name ?? listed.get(codeOf(name))?.name ?? (known.has(name) ? name : undefined),
    townshipCode: codeOf,
    districtOf: ({ districtCode, townshipCode }) =>
      districtCode ??
      (townshipCode === undefined
        ? undefined
        : (listed.get(codeOf(townshipCode))?.districtCode ?? districtOf(townshipCode))),
  };
}

/** Names of the district and townships of a park, by its parcels; what no list names goes by its code. */
export function placeNames(project: NamedPlaces, pack: Pack): (park: Park, parcels: readonly Parcel[]) => PlaceNames {
  const names = naming(project, pack);
  return (park, parcels) => {
    const district = park.districtCode ?? parcels.find((p) => p.districtCode)?.districtCode ?? '';
    const codes = [...new Set(parcels.flatMap((p) => (p.townshipCode ? names.townshipCode(p.townshipCode) : [])))];
    return {
      districtName: names.district(district)?.zh ?? district,
      townshipNames: codes.map((code) => names.township(code) ?? code),
    };
  };
}
