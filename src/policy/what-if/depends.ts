import { kindOf } from '../kinds/index.ts';
import { namesInCondition, namesInExpression } from '../names-in.ts';
import type { Pack } from '../shape/pack.ts';
import type { Part } from '../shape/part.ts';
import type { Exception, Rule } from '../shape/rule.ts';

/** A measure or a rule, and the measures and rules it names. */
type Names = readonly string[];

/** A part says by its kind what it rests on. */
function namesInPart(part: Part): Names {
  const { expressions = [], conditions = [], rules = [], parts = [] } = kindOf(part).restsOn(part);
  return [
    ...expressions.flatMap(namesInExpression),
    ...conditions.flatMap(namesInCondition),
    ...rules,
    ...parts.flatMap(namesInPart),
  ];
}

const namesInException = (exception: Exception): Names =>
  'rule' in exception ? [exception.rule] : namesInCondition(exception.when);

const namesInRule = ({ applies, test, exceptions = [] }: Rule): Names => [
  ...(applies ? namesInCondition(applies) : []),
  ...namesInPart(test),
  ...exceptions.flatMap(namesInException),
];

/** Measures by name, rules by id: no id is a name, for ids have a full stop. */
const namesIn = (pack: Pack): ReadonlyMap<string, Names> =>
  new Map([
    ...Object.entries(pack.measures).map(([name, { from }]) => [name, namesInExpression(from)] as const),
    ...pack.rules.map((rule) => [rule.id, namesInRule(rule)] as const),
  ]);

const graphs = new WeakMap<Pack, ReadonlyMap<string, Names>>();

/** Ids of the rules whose outcome can change with these rules and measures: those that rest on one, however far. */
export function rulesTouched(pack: Pack, changed: readonly string[]): ReadonlySet<string> {
  const graph = graphs.get(pack) ?? namesIn(pack);
  graphs.set(pack, graph);
  const touched = new Set(changed);
  for (let before = -1; before !== touched.size;) {
    before = touched.size;
    for (const [name, uses] of graph) if (uses.some((used) => touched.has(used))) touched.add(name);
  }
  return new Set(pack.rules.flatMap(({ id }) => (touched.has(id) ? [id] : [])));
}
