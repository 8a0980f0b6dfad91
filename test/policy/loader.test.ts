import { describe, expect, it } from 'vitest';
import type { PackRefusalCode } from '../../src/policy/shape/pack.ts';
import { loadEarlierPack, loadPack } from '../../src/policy/load/pack.ts';
import { packTexts } from './cases.ts';

const texts = packTexts('zhengzhou-draft');

/** One slip in one file: `from` becomes `to`; the refusal names the line on which `at` then stands. */
interface Slip {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly code: PackRefusalCode;
  readonly at?: string;
  readonly rule?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

const rules = (slip: Omit<Slip, 'file'>): Slip => ({ file: 'rules.yaml', ...slip });

const slips: readonly Slip[] = [
  { file: 'measures.yaml', from: 'within: [0, 1]', to: 'within: [0]', code: 'schema' },
  rules({ from: 'strength: hard', to: 'strength: strict', code: 'schema', rule: 'sites.township' }),
  rules({ from: 'recorded: farLimitReason', to: 'recordet: farLimitReason', code: 'schema', rule: 'far.minimum' }),
  rules({ from: 'value: 1.5', to: "value: '1.5'", code: 'schema', rule: 'far.minimum' }),
  rules({
    from: 'is: manufacturing',
    to: 'is: manufacturing, in: [service]',
    code: 'schema',
    rule: 'scale.manufacturing',
  }),
  rules({ from: '分园数量原则上', to: '分园数量一般', code: 'phrase-not-in-clause', rule: 'sites.count' }),
  rules({
    from: "clause: '6'",
    to: "clause: '31'",
    code: 'unknown-clause',
    rule: 'scale.relaxed',
    params: { clause: '31' },
  }),
  rules({
    from: 'kind: same-value',
    to: 'kind: same',
    code: 'unknown-kind',
    rule: 'sites.township',
    params: { kind: 'same' },
  }),
  rules({
    from: 'measure: industrialPlotRatio',
    to: 'measure: plotRation',
    code: 'unknown-measure',
    rule: 'far.minimum',
    params: { measure: 'plotRation' },
  }),
  rules({
    from: 'value: 1.5, unit: ratio',
    to: 'value: 1.5, unit: percent',
    code: 'unknown-unit',
    rule: 'far.minimum',
  }),
  rules({ from: 'value: 1.5, unit: ratio', to: 'value: 1.5, unit: mu', code: 'unit-mismatch', rule: 'far.minimum' }),
  rules({
    from: 'value: 1.5, unit: ratio',
    to: 'unit: ratio',
    code: 'missing-parameter',
    rule: 'far.minimum',
    params: { parameter: 'value' },
  }),
  rules({
    from: 'measure: townshipCount',
    to: 'measure: parcelCount ',
    code: 'unsuitable-measure',
    at: 'measure: parcelCount  }',
    rule: 'sites.township',
  }),
  rules({ from: 'field: origin, is: new', to: 'field: orgin, is: new', code: 'unknown-field', rule: 'far.minimum' }),
  rules({ from: 'recorded: dispersalReason', to: 'recorded: status', code: 'unknown-field', rule: 'sites.adjacent' }),
  rules({
    from: 'some: parcels',
    to: 'some: buildings',
    code: 'unknown-field',
    at: 'some: buildings',
    rule: 'far.minimum',
  }),
  rules({
    from: 'relaxes: [scale.manufacturing',
    to: 'relaxes: [scale.size',
    code: 'unknown-rule',
    rule: 'scale.relaxed',
  }),
  rules({
    from: '- { rule: scale.relaxed }',
    to: '- { rule: scale.service }',
    code: 'unknown-rule',
    rule: 'scale.manufacturing',
  }),
  rules({
    from: 'rules: [scale.manufacturing,',
    to: 'rules: [phases,',
    code: 'unknown-rule',
    rule: 'phases',
    at: '[phases',
    params: { refers: 'phases' },
  }),
  rules({ from: 'by: phase', to: 'by: stage', code: 'unknown-field', rule: 'phases', params: { field: 'stage' } }),
  rules({
    from: '{ measure: plotRatio, unit: ratio }',
    to: '{ measure: plotRatio, unit: mu }',
    code: 'unit-mismatch',
    rule: 'phases',
    at: 'unit: mu }\n      rules',
    params: { unit: 'mu' },
  }),
  rules({
    from: 'id: scale.service',
    to: 'id: scale.manufacturing',
    code: 'duplicate-id',
    at: "- id: scale.manufacturing\n    clause: '5'",
    rule: 'scale.manufacturing',
  }),
  rules({
    from: 'measure: leaseTerm',
    to: 'measure: baseYear ',
    code: 'unsuitable-measure',
    at: 'measure: baseYear ',
    rule: 'lease.term',
  }),
  rules({
    from: 'to: { field: landUseTermYears }',
    to: 'to: { field: heldTermYears }',
    code: 'unknown-field',
    rule: 'held.term',
  }),
  rules({
    from: 'applies: { category: [development-zone] }',
    to: 'applies: { field: stage, is: operating }',
    code: 'unknown-field',
    at: 'applies: { field: stage, is: operating }\n    test:\n      kind: all-of\n      of:\n        - { kind: count, measure: newParks',
    rule: 'target.zone',
  }),
  {
    file: 'measures.yaml',
    from: 'years: { from: startOn',
    to: 'years: { from: firstDay',
    code: 'unknown-field',
    rule: 'leaseTerm',
  },
  {
    file: 'measures.yaml',
    from: 'beside: [plainBuyers]',
    to: 'beside: [namelessBuyers]',
    code: 'unknown-measure',
    rule: 'otherBuyers',
  },
  {
    file: 'rules.yaml',
    from: 'title: { zh: 宗地相邻,',
    to: 'title: { zh: 宗地相邻',
    code: 'not-yaml',
    at: '',
  },
  { file: 'rules.yaml', from: 'all:', to: 'all: [', code: 'not-yaml', at: '' },
  {
    file: 'measures.yaml',
    from: 'unit: ratio',
    to: 'unit: percent',
    code: 'unknown-unit',
    rule: 'plotRatio',
  },
  { file: 'measures.yaml', from: 'figure: landArea', to: 'figure: area', code: 'unknown-figure', rule: 'landArea' },
  {
    file: 'measures.yaml',
    from: 'to: industrialLand }',
    to: 'to: industrialPlotRatio }',
    code: 'measure-circle',
    rule: 'industrialPlotRatio',
  },
  {
    file: 'measures.yaml',
    from: 'field: townshipCode',
    to: 'field: township',
    code: 'unknown-field',
    rule: 'townshipCount',
  },
  { file: 'pack.yaml', from: 'version: 0', to: 'version: v0', code: 'schema' },
  {
    file: 'clauses.yaml',
    from: "titleEn: 'Leases'",
    to: "subtitle: 'Leases'",
    code: 'schema',
    at: "subtitle: 'Leases'",
  },
  { file: 'jurisdictions.yaml', from: 'category: district ', to: 'category: borough ', code: 'schema' },
  { file: 'land-classes.yaml', from: 'rgb: [187, 150, 116]', to: 'rgb: [187, 150, 300]', code: 'schema' },
  rules({
    from: 'field: origin, is: new',
    to: 'field: origin, is: newer',
    code: 'unknown-value',
    at: 'is: newer',
    rule: 'far.minimum',
    params: { field: 'origin', value: 'newer' },
  }),
  rules({
    from: 'without: registeredOn',
    to: 'without: investmentWan',
    code: 'unsuitable-field',
    params: { field: 'investmentWan', use: 'none' },
  }),
  {
    file: 'measures.yaml',
    from: 'field: sublet, to: false',
    to: 'field: sublet, to: never',
    code: 'unknown-value',
    at: 'field: sublet, to: never',
    params: { field: 'sublet', value: 'never' },
  },
  {
    file: 'measures.yaml',
    from: '{ field: firms',
    to: '{ field: developer',
    code: 'unsuitable-field',
    params: { field: 'developer', use: 'figure' },
  },
  {
    file: 'measures.yaml',
    from: 'from: signedOn, to: filedOn',
    to: 'from: signedOn, to: sublet',
    code: 'unsuitable-field',
    params: { field: 'sublet', use: 'day' },
  },
  {
    file: 'measures.yaml',
    from: 'entries: industries',
    to: 'entries: operator',
    code: 'unsuitable-field',
    params: { field: 'operator', use: 'list' },
  },
  {
    file: 'fields.yaml',
    from: '  storeys: { zh: 地上层数, en: storeys, aliases: [层数] }\n',
    to: '',
    code: 'unnamed-field',
    at: '  id: { zh: 建筑编号',
    params: { field: 'building.storeys' },
  },
  {
    file: 'fields.yaml',
    from: '  sublet:',
    to: '  underlet: { zh: 分租, en: underlet }\n  sublet:',
    code: 'unknown-field',
    at: 'underlet',
    params: { field: 'underlet' },
  },
  {
    file: 'fields.yaml',
    from: '      idea: { zh: 设想, en: idea }\n',
    to: '',
    code: 'unnamed-value',
    at: 'zh: 阶段',
    params: { field: 'stage', value: 'idea' },
  },
  {
    file: 'fields.yaml',
    from: '      planning-guide-2023/1101:',
    to: '      planning-guide-2022/1101:',
    code: 'unknown-value',
    params: { field: 'landClass', value: 'planning-guide-2022/1101' },
  },
  { file: 'fields.yaml', from: 'zoneType:', to: 'zoneType: 1 #', code: 'not-yaml', at: '' },
  { file: 'pack.yaml', from: 'plotRatio: far.minimum', to: 'plotRatio: far.most', code: 'unknown-rule', at: '' },
  {
    file: 'thresholds.yaml',
    from: 'share: graded.half',
    to: 'share: graded.third',
    code: 'unknown-threshold',
    params: { threshold: 'graded.third' },
  },
  { file: 'thresholds.yaml', from: 'by: outputPerTceWan', to: 'by: productionOn', code: 'unsuitable-field', at: '' },
  { file: 'thresholds.yaml', from: 'id: graded.young', to: 'id: idle.stopped', code: 'duplicate-id', at: '' },
  {
    file: 'plan.yaml',
    from: 'id: reach.most',
    to: 'id: reach.far',
    code: 'unknown-setting',
    params: { setting: 'reach.far' },
  },
  { file: 'plan.yaml', from: 'id: weight.site', to: 'id: weight.park', code: 'duplicate-id', at: '' },
  { file: 'ledger.yaml', from: 'code: commerce', to: 'code: housing', code: 'duplicate-id', at: '' },
  { file: 'ledger.yaml', from: 'under: housing', to: 'under: homes', code: 'unknown-use', params: { use: 'homes' } },
  { file: 'ledger.yaml', from: 'id: visit', to: 'id: supervision', code: 'duplicate-id', at: '' },
  { file: 'townships.csv', from: '410102004,秦岭路街道', to: '41010200,秦岭路街道', code: 'not-csv' },
];

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

describe('loadPack', () => {
  it('loads the draft: 31 clauses, 16 jurisdictions, 208 townships', () => {
    const loaded = loadPack(texts);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
    const { clauses, jurisdictions, townships } = loaded.value;
    expect(clauses.map((c) => c.id)).toEqual(['一', ...Array.from({ length: 30 }, (_, i) => String(i + 1))]);
    const inCategory = (category: string) => jurisdictions.filter((j) => j.category === category).length;
    const categories = ['development-zone', 'urban-district', 'district', 'county'];
    expect(categories.map(inCategory)).toEqual([4, 5, 1, 6]);
    expect(townships).toHaveLength(208);
    const districts = new Set(jurisdictions.map((j) => j.code));
    expect(townships.filter((t) => !districts.has(t.districtCode))).toEqual([]);
  });

  it.each(slips.map((slip) => [`${slip.file}: ${slip.to} → ${slip.code}`, slip] as const))('%s', (_, slip) => {
    const { file, from, to, code, at = to, rule, params } = slip;
    expect(texts[file].split(from).length, 'the slip is there to make').toBeGreaterThan(1);
    const slipped = texts[file].replace(from, to);
    const loaded = loadPack({ ...texts, [file]: slipped });
    if (loaded.ok) throw new Error('loaded all the same');
    expect(loaded.refusal).toMatchObject({ code, params: { file, ...(rule ? { rule } : {}), ...params } });
    if (at !== '') expect(loaded.refusal.params.line).toBe(lineOf(slipped, at));
    else expect(loaded.refusal.params.line).toBeGreaterThan(0);
  });

  it.each(Object.keys(texts))('refuses a pack without %s', (file) => {
    const rest = Object.fromEntries(Object.entries(texts).filter(([name]) => name !== file));
    expect(loadPack(rest)).toEqual({ ok: false, refusal: { code: 'missing-file', params: { file } } });
  });
});

describe('a pack written when there were fewer fields', () => {
  const earlier = (text: string): Readonly<Record<string, string>> => ({ ...texts, 'fields.yaml': text });
  const dictionary = texts['fields.yaml'];
  const without = (from: string, to: string): string =>
    dictionary.slice(0, dictionary.indexOf(from)) + dictionary.slice(dictionary.indexOf(to));

  it('is read with codes for what it does not name, by whoever reads what was made with it', () => {
    const files = earlier(without('commonPart:', 'lease:'));
    expect(loadPack(files).ok).toBe(false);
    const loaded = loadEarlierPack(files);
    if (!loaded.ok) throw new Error(loaded.refusal.code);
    expect(loaded.value.fields.commonPart.kind).toMatchObject({ zh: 'kind', values: { core: { zh: 'core' } } });
    expect(loaded.value.fields.unit.storey.zh).toBe('所在楼层');
  });

  it('is refused for all else that is wrong with it', () => {
    expect(loadEarlierPack(earlier(`${dictionary}\npond: {}\n`)).ok).toBe(false);
    expect(loadEarlierPack(earlier(dictionary.replace('zh: 园区编号', 'zg: 园区编号'))).ok).toBe(false);
    expect(loadEarlierPack(earlier('- 1\n')).ok).toBe(false);
  });
});
