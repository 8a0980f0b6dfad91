/** Axes and letters of all charts; `size`: px of the smallest letters, as the reader has set them. */
export function themeOf(size: number, fontFamily: string): object {
  const label = { fontSize: size, fontFamily, color: 'var(--ink-3)' };
  const axis = {
    axisLine: { show: true, lineStyle: { color: 'var(--line-2)', width: 1 } },
    axisTick: { show: false },
    axisLabel: label,
    nameTextStyle: label,
    splitLine: { show: false },
  };
  return {
    textStyle: { fontSize: size, fontFamily, color: 'var(--ink-2)' },
    categoryAxis: axis,
    valueAxis: {
      ...axis,
      axisLine: { show: false },
      splitLine: { show: true, lineStyle: { color: 'var(--line)', width: 1 } },
    },
  };
}
