/** So many lines beyond those that are seen. */
const MORE = 8;

/** Lines that are made of a table that is scrolled so far: from the first to before the last. */
export const seenOf = (
  lines: number,
  top: number,
  height: number,
  lineHeight: number,
): { first: number; last: number } => ({
  first: Math.max(0, Math.min(lines, Math.floor(top / lineHeight)) - MORE),
  last: Math.min(lines, Math.ceil((top + height) / lineHeight) + MORE),
});
