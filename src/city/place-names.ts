import type { Parcel, Park, Project } from '../domain/land/model.ts';
import { townshipNames } from '../domain/land/township.ts';
import type { Pack } from '../policy/shape/pack.ts';

export interface PlaceNames {
  readonly districtName: string;
  readonly townshipNames: readonly string[];
}

/** Names of the district and townships of a park, by its parcels; the project's own lists outrank the pack's. */
export function placeNames(project: Project, pack: Pack): (park: Park, parcels: readonly Parcel[]) => PlaceNames {
  const { codeOf, find } = townshipNames(project.townships.records);
  const listed = new Map(pack.townships.map(({ code, name }) => [code, name]));
  const districts = new Map<string, string>();
  for (const { code, name } of pack.jurisdictions) districts.set(code, name);
  for (const { code, name } of project.jurisdictions) if (name) districts.set(code, name);
  return (park, parcels) => {
    const district = park.districtCode ?? parcels.find((p) => p.districtCode)?.districtCode ?? '';
    const codes = [...new Set(parcels.flatMap((p) => (p.townshipCode ? codeOf(p.townshipCode) : [])))];
    return {
      districtName: districts.get(district) ?? district,
      townshipNames: codes.map((code) => find(code)?.name ?? listed.get(code) ?? code),
    };
  };
}
