import { describe, expect, it } from 'vitest';
import type { Pack } from '../../src/policy/pack.ts';
import type { Rule } from '../../src/policy/rule.ts';
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
  const rules = structuredClone(pack.rules) as unknown as Record<string | number, unknown>;
  let parent = rules;
  for (const step of at.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>;
  if (at.length === 0) return { name, rules: change(rules) as Rule[] };
  parent[at.at(-1)!] = change(parent[at.at(-1)!]);
  const [index, ...rest] = at;
  return { name: `${pack.rules[index as number].id} ${rest.join('.')} ${name}`, rules: rules as unknown as Rule[] };
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

describe('the cases notice', () => {
  const mutants = mutantsOf(pack.rules, []);
  it('nothing while nothing is changed', () => {
    expect(cases.flatMap((c) => failuresOf(c, pack))).toEqual([]);
  });

  it('rules, exceptions, bounds, units and conditions, each when it changes', () => {
    expect(mutants.length).toBeGreaterThan(60);
    const unnoticed = mutants.filter((m) => !cases.some((c) => failuresOf(c, packWith(m.rules)).length > 0));
    expect(unnoticed.map((m) => m.name)).toEqual([]);
  });
});
