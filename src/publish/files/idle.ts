import { muOf } from '../../domain/quantity/units.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import type { OfferedLand } from '../collect/offered-land.ts';
import type { PublishedPlaces } from '../collect/places.ts';
import type { IdleFile } from '../shape/published.ts';
import { rounded } from '../words/park-file.ts';

/** Land offered for parks; the page calls all of it suspected 疑似. */
export const idleFile = (offered: Iterable<OfferedLand>, places: PublishedPlaces, pack: Pack): IdleFile => ({
  land: Array.from(offered, ({ kind, parcel, areaM2, at }) => {
    const township = places.townshipOf(parcel, at);
    const landClass = parcel.landClass && pack.landClassOf(parcel.landClass);
    return {
      id: parcel.id,
      kind,
      areaMu: rounded(muOf(areaM2), 2),
      township: township === null ? null : places.townships[township].name,
      use: landClass ? { zh: landClass.zh, en: landClass.en } : null,
      at,
    };
  }),
});
