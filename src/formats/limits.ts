/*
 * What no file of a land office reaches. Beyond these a file is refused, so that a hostile one costs bounded time and
 * memory.
 */

/** Vertices of one ring or of one polygon; the outline of a province at survey scale has fewer. */
export const mostRingPoints = 1_000_000;

/** A few bytes can unpack to gigabytes; nothing unpacks to more bytes than this, all files of an archive together. */
export const mostBytes = 512 * 1024 * 1024;

/** Rows of one table; the largest cities have about a million parcels. */
export const mostRows = 5_000_000;

/** Vertices of all outlines of a file that is read row by row; drawn and measured, each takes some 40 bytes. */
export const mostVertices = 60_000_000;

/** Bytes of a text read as one (TXT, KML, DXF, CSV): read, it takes ten times as much memory and more. */
export const mostTextBytes = 256 * 1024 * 1024;
