/** A real number as drawings and tables write it; NaN for anything else. */
export const realOf = (text: string): number =>
  /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?\s*$/.test(text) ? Number(text) : NaN;
