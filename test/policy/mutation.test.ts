import { describe, expect, it } from 'vitest';
import type { Pack } from '../../src/policy/shape/pack.ts';
import type { Rule } from '../../src/policy/shape/rule.ts';
import { rulesTouched } from '../../src/policy/what-if/depends.ts';
import { withParameter } from '../../src/policy/what-if/parameters.ts';
import { failuresOf, readCases, readPack } from './cases.ts';

/*
 * The cases notice every change of the rules: each list of the rules loses one member, each bound moves by a
 * hundredth (a count by one), each comparison becomes strict or loose, each unit, strength and condition is changed, one at a time.
 */
const pack = readPack('zhengzhou-draft');
const cases = readCases();

type Path = readonly (string | number)[];
interface Mutant {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** The rule that is changed; none where the list of rules itself is. */
  readonly of?: string;
}

const swaps: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  op: { '>=': '>', '>': '>=', '<=': '<', '<': '<=' },
  unit: { mu: 'm2', m2: 'mu' },
  strength: { hard: 'principle', principle: 'hard' },
};

/** Names only people read. */
const prose = new Set(['id', 'clause', 'phrase', 'title', 'reading', 'levers']);

function mutantsOf(node: unknown, at: Path): Mutant[] {
  if (node === null || typeof node !== 'object') return [];
  const key = at.at(-1);
  if (Array.isArray(node))
    return node.flatMap((child, i) => [
      changed(at, (list) => (list as unknown[]).filter((_, j) => j !== i), `without ${i}`),
      ...mutantsOf(child, [...at, i]),
    ]);
  return Object.entries(node)
    .filter(([name]) => !prose.has(name) && key !== 'title')
    .flatMap(([name, value]) => {
      const here = [...at, name];
      const swap = swaps[name]?.[String(value)];
      const own: Mutant[] = [];
      if (swap !== undefined) own.push(changed(here, () => swap, `→ ${String(swap)}`));
      if (name === 'value' && typeof value === 'number') {
        const whole = ['count', 'day'].includes(String((node as { unit?: unknown }).unit));
        const step = whole ? 1 : value / 100;
        own.push(
          changed(here, () => value + step, 'up'),
          changed(here, () => value - step, 'down'),
        );
      }
      if (name === 'applies') own.push(changed(here, () => undefined, 'dropped'));
      if (name === 'every')
        own.push(changed(at, (c) => ({ some: value, that: (c as { that: unknown }).that }), 'some'));
      if (name === 'some')
        own.push(changed(at, (c) => ({ every: value, that: (c as { that: unknown }).that }), 'every'));
      return [...own, ...mutantsOf(value, here)];
    });
}

function changed(at: Path, change: (value: unknown) => unknown, name: string): Mutant {
  // Rules share equal parts: a copy by text gives each its own.
  const rules = JSON.parse(JSON.stringify(pack.rules)) as unknown as Record<string | number, unknown>;
  let parent = rules;
  for (const step of at.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>;
  if (at.length === 0) return { name, rules: change(rules) as Rule[] };
  parent[at.at(-1)!] = change(parent[at.at(-1)!]);
  const [index, ...rest] = at;
  return {
    of: pack.rules[index as number].id,
    name: `${pack.rules[index as number].id} ${rest.join('.')} ${name}`,
    rules: rules as unknown as Rule[],
  };
}

/** A rule that lost its counterpart is told so by the cases, not by a crash. */
function packWith(rules: readonly Rule[]): Pack {
  const rule = (id: string): Rule => rules.find((r) => r.id === id) ?? gone(id);
  return { ...pack, rules, rule };
}
const gone = (id: string): Rule => ({
  ...pack.rule(id),
  applies: { not: { all: [] } },
  test: { kind: 'exception', relaxes: [], when: { any: [] } },
});

/** Does a case that speaks of the changed rule, or of one that rests on it, come out otherwise? */
function noticed(changed: Pack, of?: string): boolean {
  const touched = of === undefined ? null : rulesTouched(pack, [of]);
  const meant = cases.filter((c) => !touched || Object.keys(c.expect).some((rule) => touched.has(rule)));
  return meant.some((c) => failuresOf(c, changed).length > 0);
}

/** No reward is less than nothing, so that these change none. */
const equivalent = new Set([
  'starAward from.cases.0.value.value 0 → -1',
  'starAwardBefore from.cases.3.value.value 100 → 101',
]);

interface Stated {
  readonly path: Path;
  readonly value: number;
  readonly unit: string;
}

function numbersIn(node: unknown, at: Path): Stated[] {
  if (node === null || typeof node !== 'object') return [];
  const { value, unit } = node as { value?: unknown; unit?: unknown };
  if (typeof value === 'number') return [{ path: [...at, 'value'], value, unit: String(unit) }];
  return Object.entries(node).flatMap(([key, child]) => numbersIn(child, [...at, key]));
}

describe('the cases notice', () => {
  const mutants = mutantsOf(pack.rules, []);
  it('nothing while nothing is changed', () => {
    expect(cases.flatMap((c) => failuresOf(c, pack))).toEqual([]);
  });

  it('rules, exceptions, bounds, units and conditions, each when it changes', () => {
    expect(mutants.length).toBeGreaterThan(60);
    const unnoticed = mutants.filter((m) => !noticed(packWith(m.rules), m.of));
    expect(unnoticed.map((m) => m.name)).toEqual([]);
  });

  it('every number of the measures, up and down', () => {
    const numbers = Object.entries(pack.measures).flatMap(([name, { from }]) =>
      numbersIn(from, ['from']).map((n) => ({ name, ...n })),
    );
    const shown = numbers.map((n) => n.value);
    for (const value of [1.15, 300, 30, 50, 80, 100, 0.2, 2021, 2025]) expect(shown).toContain(value);
    const unnoticed = numbers.flatMap(({ name, path, value, unit }) => {
      const step = ['year', 'count'].includes(unit) ? Math.max(1, value / 100) : value === 0 ? 1 : value / 100;
      return [value + step, value - step]
        .filter((other) => !noticed(withParameter(pack, `${name}:${path.join('.')}`, other), name))
        .map((other) => `${name} ${path.join('.')} ${value} → ${other}`)
        .filter((mutant) => !equivalent.has(mutant));
    });
    expect(unnoticed).toEqual([]);
  });
});
