/**
 * A document as JSON indented by two, in pieces: the same as in one go, but a city's would be longer than a string can be.
 * Members that are lists come record by record.
 */
export function* jsonPieces(document: object): Generator<string> {
  const members = Object.entries(document).filter(([, value]) => value !== undefined);
  if (Array.isArray(document) || members.length === 0) return yield JSON.stringify(document, null, 2);
  yield '{';
  for (const [i, [name, value]] of members.entries()) {
    yield `${i > 0 ? ',' : ''}\n  ${JSON.stringify(name)}: `;
    if (!Array.isArray(value) || value.length === 0) yield indented(value, '  ');
    else {
      for (const [n, item] of value.entries()) yield `${n > 0 ? ',' : '['}\n    ${indented(item, '    ')}`;
      yield '\n  ]';
    }
  }
  yield '\n}';
}

/** Line ends inside texts are escaped, so every one that is left begins a line of the document. */
const indented = (value: unknown, by: string): string =>
  (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${by}`);
