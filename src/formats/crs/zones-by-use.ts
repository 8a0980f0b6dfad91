/** Every zone, 3° before 6° and eastings without zone number before those with. */
export const zonesByUse: readonly number[] = [4534, 4513, 4502, 4491].flatMap((first) =>
  Array.from({ length: first >= 4513 ? 21 : 11 }, (_, i) => first + i),
);
