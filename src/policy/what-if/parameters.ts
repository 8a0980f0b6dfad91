import type { Unit } from '../../domain/quantity/units.ts';
import type { Op } from '../shape/outcome.ts';
import { shownLabel, type ShownLabel } from '../labels.ts';
import type { Pack } from '../shape/pack.ts';
import type { Dated } from '../shape/expression.ts';
import type { Label, Rule } from '../shape/rule.ts';
import { valueOn } from '../in-force.ts';
import { rulesTouched } from './depends.ts';
import { parameterId, parameterPlaceOf } from './parameter-id.ts';

/** A figure of the law that can be tried at another value 参数. */
export interface Parameter {
  /** `rule:path` or `measure:path`, unique in the pack. */
  readonly id: string;
  /** The rule it stands in; of a constant of a measure the first rule that rests on it. */
  readonly rule: string;
  readonly clause: string;
  readonly phrase: string;
  readonly path: readonly (string | number)[];
  readonly value: number;
  readonly unit: Unit;
  readonly op: Op;
  /** What the number is held against, or of which measure it is part. */
  readonly label: ShownLabel;
}

type Path = Parameter['path'];

interface Figure {
  readonly value: Dated<number>;
  readonly unit: Unit;
  readonly op?: Op;
  readonly measure?: string;
}

const isFigure = (node: object): node is Figure => {
  const { value, unit } = node as Partial<Figure>;
  return typeof unit === 'string' && (typeof value === 'number' || Array.isArray(value));
};

/** Every object below `node` that states a number with its unit. */
export function figuresIn(node: unknown, at: Path): readonly (readonly [Path, Figure])[] {
  if (node === null || typeof node !== 'object') return [];
  if (isFigure(node)) return [[[...at, 'value'], node]];
  return Object.entries(node).flatMap(([key, child]) =>
    figuresIn(child, [...at, Array.isArray(node) ? Number(key) : key]),
  );
}

/** Parameters of the rules and measures in force on `date`, in the order of the pack. */
export function parametersOf(pack: Pack, date: string): readonly Parameter[] {
  const named = (rule: Rule, owner: string, label: (figure: Figure) => Label) => {
    const { id, clause, phrase } = rule;
    return ([path, figure]: readonly [Path, Figure]): Parameter[] => {
      const value = valueOn(figure.value, date);
      if (value === undefined) return [];
      const { unit, op = rule.id === owner ? '<=' : '=' } = figure;
      return [{ id: parameterId(owner, path), rule: id, clause, phrase, path, value, unit, op, label: label(figure) }];
    };
  };
  const ofRules = pack.rules.flatMap((rule) => {
    const { test, applies, exceptions } = rule;
    const label = ({ measure }: Figure) => (measure ? pack.measures[measure] : rule.title);
    return figuresIn({ test, applies, exceptions }, []).flatMap(named(rule, rule.id, label));
  });
  const ofMeasures = Object.entries(pack.measures).flatMap(([name, measure]) => {
    const touched = rulesTouched(pack, [name]);
    const rule = pack.rules.find(({ id }) => touched.has(id));
    // A number without a unit of its own converts units, and none of an award is no figure to move.
    const moved = figuresIn(measure.from, ['from']).filter(([, f]) => f.unit !== 'count' && f.value !== 0);
    return rule ? moved.flatMap(named(rule, name, ({ measure: of }) => pack.measures[of ?? name])) : [];
  });
  return [...ofRules, ...ofMeasures].map((p) => ({ ...p, label: shownLabel(p.label) }));
}

/** The pack with one figure at another value, laid over it: the pack itself stays as it is. Throws for an id it lacks. */
export function withParameter(pack: Pack, id: string, value: number): Pack {
  const { owner, path } = parameterPlaceOf(id);
  if (owner in pack.measures) {
    const measures = { ...pack.measures, [owner]: replaced(pack.measures[owner], path, value) };
    return { ...pack, measures };
  }
  const threshold = pack.thresholds.findIndex((own) => own.id === owner);
  if (threshold >= 0) return { ...pack, thresholds: replaced(pack.thresholds, [String(threshold), ...path], value) };
  const changed = replaced(pack.rule(owner), path, value);
  const rules = pack.rules.map((rule) => (rule.id === owner ? changed : rule));
  return { ...pack, rules, rule: (wanted) => (wanted === owner ? changed : pack.rule(wanted)) };
}

/** A copy with `value` at the end of the path; what lies beside the path is shared. */
function replaced<T>(node: T, [step, ...rest]: readonly string[], value: number): T {
  if (step === undefined) return value as T;
  if (node === null || typeof node !== 'object' || !(step in node)) throw new Error(`no parameter at ${step}`);
  const child = replaced((node as Record<string, unknown>)[step], rest, value);
  return Array.isArray(node)
    ? (node.map((entry: unknown, i) => (i === Number(step) ? child : entry)) as T)
    : { ...node, [step]: child };
}
