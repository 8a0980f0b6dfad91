import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { refuse, type Result } from '../../domain/outcome.ts';
import type { PackRefusal } from '../shape/pack.ts';

export type Path = readonly (string | number)[];

/** A YAML file of a pack, able to say on which line any of its values stands. */
export interface PackDocument {
  readonly file: string;
  readonly content: unknown;
  /** Line from 1 of the value at `path`, or of the nearest value above it that is there. */
  readonly lineOf: (path: Path) => number;
}

export function readDocument(file: string, text: string | undefined): Result<PackDocument, PackRefusal> {
  if (text === undefined) return refuse('missing-file', { file });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const line = lines.linePos(error.pos[0]).line;
    return refuse('not-yaml', { file, line, detail: error.message.split('\n')[0] });
  }
  return {
    ok: true,
    value: { file, content: document.toJS(), lineOf: (path) => lines.linePos(offsetOf(document, path)).line },
  };
}

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
