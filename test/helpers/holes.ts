/** What a sentence shows where something was not filled in. */
const holes = /\bundefined\b|\bNaN\b|\[object |\bInfinity\b/g;

/** The holes of a sentence; what was quoted from the input itself is none. A fact that is nothing but a hole is one. */
export function holesIn(sentence: string, params: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const facts = Object.values(params).map(String);
  const quoted = facts.filter((fact) => fact !== 'undefined').join('\n');
  return (sentence.match(holes) ?? []).filter((hole) => !quoted.includes(hole));
}
