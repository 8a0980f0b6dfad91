import type { Project, Table } from '../model.ts';

const plain = <T>({ records, layer }: Table<T>) => ({ records: [...records], layer });

/** A project with its records as arrays, whatever they are held in: what two of them are compared by. */
export const plainProject = ({ parcels, buildings, townships, zones, ...rest }: Project) => ({
  ...rest,
  parcels: plain(parcels),
  buildings: plain(buildings),
  townships: plain(townships),
  zones: plain(zones),
});
