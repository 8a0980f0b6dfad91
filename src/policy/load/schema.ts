import { Validator, type Schema } from '@cfworker/json-schema';
import schema from '../../../data/policies/pack.schema.json';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { PackRefusal } from '../shape/pack.ts';
import type { PackDocument, Path } from './document.ts';
import { ruleAt } from './place.ts';

/** Which definition of the schema describes which file. */
export const definitions = {
  'pack.yaml': 'pack',
  'clauses.yaml': 'clauses',
  'rules.yaml': 'rules',
  'measures.yaml': 'measures',
  'jurisdictions.yaml': 'jurisdictions',
  'land-classes.yaml': 'landClasses',
  'fields.yaml': 'fields',
  'holidays.yaml': 'holidays',
  'thresholds.yaml': 'thresholds',
  'plan.yaml': 'plan',
  'ledger.yaml': 'ledger',
} as const;

export type PackFile = keyof typeof definitions;

/** Refuses with the deepest complaint: the schema's upper ones only repeat that something below is wrong. */
export function checkSchema(document: PackDocument): Result<null, PackRefusal> {
  const definition = definitions[document.file as PackFile];
  const validator = new Validator({ $defs: schema.$defs, $ref: `#/$defs/${definition}` } as Schema, '2020-12', false);
  const { errors } = validator.validate(document.content);
  if (errors.length === 0) return ok(null);
  const worst = errors.reduce((a, b) => (depth(b.instanceLocation) > depth(a.instanceLocation) ? b : a));
  const path = pathOf(worst.instanceLocation, document.content);
  return refuse('schema', {
    file: document.file,
    line: document.lineOf(path),
    rule: ruleAt(document.content, path),
    path: path.join('.'),
    detail: worst.error,
  });
}

const depth = (pointer: string): number => pointer.split('/').length;

/** A JSON pointer (`#/rules/0/id`) as a path; numbers only where the parent is a list. */
function pathOf(pointer: string, content: unknown): Path {
  let at = content;
  return pointer
    .split('/')
    .slice(1)
    .map((step) => {
      const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
      const part = Array.isArray(at) ? Number(key) : key;
      at = (at as Record<string | number, unknown> | undefined)?.[part];
      return part;
    });
}
