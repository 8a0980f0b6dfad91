import type { Unit } from '../domain/quantity/units.ts';
import type { Op } from './shape/outcome.ts';
import { shownLabel, type ShownLabel } from './labels.ts';
import type { Pack, PackIdentity } from './shape/pack.ts';
import type { Label } from './shape/rule.ts';
import { figuresIn } from './what-if/parameters.ts';

/** From the first to the last day, both included; open where absent. */
interface Span {
  readonly from?: string;
  readonly until?: string;
}

/** A number of the policy that begins or ends 分段数值: values are never deleted, they end. */
interface DatedValue {
  /** The rule it stands in, or the measure. */
  readonly rule?: string;
  readonly measure?: string;
  /** What it is held against, else the rule itself. */
  readonly label: ShownLabel;
  readonly op: Op | null;
  readonly unit: Unit;
  readonly values: readonly (Span & { readonly value: number })[];
}

/** What a pack says of itself, and all in it that is not as it always was. Plain data. */
export interface PackVersion extends PackIdentity {
  readonly rules: number;
  /** Rules with a first or a last day. */
  readonly datedRules: readonly ({ readonly rule: string; readonly clause: string; readonly title: Label } & Span)[];
  readonly values: readonly DatedValue[];
}

export function versionOf(pack: Pack): PackVersion {
  const { id, title, titleEn, status, statusEn, version, from, until, plannedFrom, shares, repeals, source } = pack;
  return {
    id,
    title,
    titleEn,
    status,
    statusEn,
    version,
    ...spanOf({ from, until }),
    ...(plannedFrom === undefined ? {} : { plannedFrom }),
    ...(shares === undefined ? {} : { shares }),
    repeals,
    source,
    rules: pack.rules.length,
    datedRules: pack.rules
      .filter((rule) => rule.from !== undefined || rule.until !== undefined)
      .map((rule) => ({ rule: rule.id, clause: rule.clause, title: rule.title, ...spanOf(rule) })),
    values: [...valuesOfRules(pack), ...valuesOfMeasures(pack)],
  };
}

const spanOf = ({ from, until }: Span): Span => ({
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});

const valuesOfRules = (pack: Pack): DatedValue[] =>
  pack.rules.flatMap(({ id, title, test, applies, exceptions }) =>
    datedIn({ test, applies, exceptions }).map(({ measure, op, unit, values }) => ({
      rule: id,
      label: shownLabel(measure === undefined ? title : pack.measures[measure]),
      op: op ?? null,
      unit,
      values,
    })),
  );

const valuesOfMeasures = (pack: Pack): DatedValue[] =>
  Object.entries(pack.measures).flatMap(([name, measure]) =>
    datedIn(measure.from).map(({ op, unit, values }) => ({
      measure: name,
      label: shownLabel(measure),
      op: op ?? null,
      unit,
      values,
    })),
  );

const datedIn = (node: unknown) =>
  figuresIn(node, []).flatMap(([, { value, unit, op, measure }]) =>
    typeof value === 'number' ? [] : [{ measure, op, unit, values: value }],
  );
