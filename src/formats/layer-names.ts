/** What people call the layer of parcels 宗地; taken where a file holds several layers of polygons. */
export const parcelLayerNames = /^(parcels?|宗地|地块|zd|dk)$/i;
