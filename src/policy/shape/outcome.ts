/** Best first: 不适用 · 符合 · 需认定 · 未达原则性要求 · 资料不足 · 不符合. */
export type Outcome = 'not-applicable' | 'pass' | 'relaxed' | 'advisory' | 'unknown' | 'fail';

/** 力度: what missing the rule means. `principle` 原则上/一般, `hard` 不得/必须. */
export type Strength =
  'hard' | 'principle' | 'exception' | 'permission' | 'target' | 'duty' | 'guide' | 'contract' | 'amount';

export type Op = '>=' | '>' | '<=' | '<' | '=';
