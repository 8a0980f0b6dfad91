import { muOf } from '../../domain/quantity/units.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import type { FlaggedLand } from '../collect/published-flags.ts';
import type { PublishedPlaces } from '../collect/places.ts';
import type { IdleFile } from '../shape/published.ts';
import { rounded } from '../words/park-file.ts';

/** Land offered for parks; the page calls all of it suspected 疑似. */
export const idleFile = (flagged: Iterable<FlaggedLand>, places: PublishedPlaces, pack: Pack): IdleFile => ({
  land: Array.from(flagged, ({ kind, parcel, areaM2, at }) => {
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
