/** The field of a building that contradicts another: more below ground than in all, heights for other storeys. */
export function clashIn({
  floorAreaM2,
  floorAreaBelowM2,
  storeys,
  storeyHeightsM,
}: Readonly<Record<string, unknown>>): string | null {
  if (typeof floorAreaM2 === 'number' && typeof floorAreaBelowM2 === 'number' && floorAreaBelowM2 > floorAreaM2)
    return 'floorAreaBelowM2';
  if (typeof storeys === 'number' && Array.isArray(storeyHeightsM) && storeyHeightsM.length !== storeys)
    return 'storeyHeightsM';
  return null;
}
