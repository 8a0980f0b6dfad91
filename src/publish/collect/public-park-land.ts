import type { ParkLand } from '../../city/park-land.ts';
import type { Parcel, Park, Project } from '../../domain/land/model.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';
import { isFlag, publishedFlag } from './is-published.ts';
import { publicRecord } from './public-record.ts';

/** The land of a park as the public may know it: its boundaries, which its figures are measured on, and its public fields. */
export function publicParkLand({ project, ...rest }: ParkLand): ParkLand {
  const { parks, parcels, buildings, townships, zones, jurisdictions } = project;
  const own: Project = {
    parks: parks.map((park) => publicPark(park)),
    parcels: { ...parcels, records: arrayRecords(parcels.records.map(publicParcel)) },
    buildings: { ...buildings, records: arrayRecords(buildings.records.map((b) => publicRecord('building', b))) },
    townships,
    zones,
    jurisdictions,
    others: [],
  };
  return { ...rest, project: own };
}

const publicPark = (park: Park): Park => publicRecord('park', park);

/** A flag that is not published leaves no trace in the state of use. */
export function publicParcel(parcel: Parcel): Parcel {
  const { status, ...rest } = publicRecord('parcel', parcel);
  const isTold = status !== undefined && (!isFlag(status) || publishedFlag(parcel) === status);
  return isTold ? { ...rest, status } : rest;
}
