/**
 * Vector tiles are cut where the project is held, when the map asks; each has one layer, named like its set.
 * parcels: id = key; `lc` land-colour key (`ind sto com biz res adm rnd utl road grn gpr water farm`), `status`, `broken`
 * afar: the same parcels where one tile holds a city, finer than at that zoom
 * parcelLabels: a point in each parcel, `no`, `name`, `mu` · buildingLabels: in each building, `storeys`
 * states: the parcels in a state of `STATES_OF_USE`, `status` · buildings
 * listed: the parcels last given to `list` · listedPoints: a point in each of them, `name` where there are no parks
 */
export type TileSetName = keyof typeof firstTileVersions;

/** Of each tile set the version of the land it last changed in. */
export type TileVersions = Readonly<Record<TileSetName, number>>;

/** As long as nothing has changed. */
export const firstTileVersions = {
  parcels: 0,
  afar: 0,
  states: 0,
  listed: 0,
  listedPoints: 0,
  buildings: 0,
  parcelLabels: 0,
  buildingLabels: 0,
};
