/** One side of bounds as it is typed: `≥1.1`, `<1.8`, or a number alone. */
const side = /^(>=|<=|[<>≥≤])?(\d{1,9}(?:\.\d{1,9})?)$/;

/** Whether a text states bounds that can hold, `>1.1,<1.8`: what is typed is written so; a file may say it in more ways. */
export function areBounds(text: string): boolean {
  const sides = text.replaceAll(' ', '').split(/[,，]/).map((own) => side.exec(own)); // prettier-ignore
  if (sides.length > 2 || sides.some((own) => own === null)) return false;
  const [one, other] = sides.map((own) => ({
    sign: own![1]?.replace('>=', '≥').replace('<=', '≤'),
    value: Number(own![2]),
  }));
  if (!other) return true;
  const [low, high] = [one, other].sort((a, b) => a.value - b.value);
  if (low.value === high.value) return [low.sign, high.sign].sort().join('') === '≤≥';
  return low.value < high.value && /[>≥]/.test(low.sign ?? '') && /[<≤]/.test(high.sign ?? '');
}
