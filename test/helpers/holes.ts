/** What a sentence shows where something was not filled in. */
const holes = /\bundefined\b|\bNaN\b|\[object |\bInfinity\b/g;

/** The holes of a sentence; what was quoted from the input itself is none. */
export function holesIn(sentence: string, params: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const quoted = Object.values(params).map(String).join('\n');
  return (sentence.match(holes) ?? []).filter((hole) => !quoted.includes(hole));
}
