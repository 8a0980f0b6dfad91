/** A record by its name, with its id where the name does not end it: `1#` of `P04-1#` says all. */
export const namedRecord = ({ id, name }: { readonly id: string; readonly name?: string }): string =>
  name === undefined || name === '' ? id : id.endsWith(name) ? name : `${name}（${id}）`;
