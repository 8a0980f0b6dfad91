/** `LINE 8, ARC 1` as one counts in Chinese: 8 条 LINE、1 条 ARC. */
export const countedZh = (counts: string | number): string => measured(counts, '条');
/** The same of points, texts and the like: 3 个 POINT. */
export const countedThingsZh = (counts: string | number): string => measured(counts, '个');

const measured = (counts: string | number, measure: string): string =>
  String(counts)
    .split(', ')
    .map((each) => each.replace(/^(\S+) (\d+)$/, `$2 ${measure} $1`))
    .join('、');
