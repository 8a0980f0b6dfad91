/** Where a figure of the law stands: in which rule or measure, and the way to it in there. */
export interface ParameterPlace {
  readonly owner: string;
  readonly path: readonly string[];
}

/** `rule:path` or `measure:path`, the steps of the path parted by full stops. */
export const parameterId = (owner: string, path: readonly (string | number)[]): string => `${owner}:${path.join('.')}`;

/** The place an id stands for; ids come from `parameterId`. */
export function parameterPlaceOf(id: string): ParameterPlace {
  const colon = id.indexOf(':');
  return { owner: id.slice(0, colon), path: id.slice(colon + 1).split('.') };
}
