const digits = '零一二三四五六七八九';
const digitOf = (character: string): number =>
  character === '〇' ? 0 : character === '两' ? 2 : digits.indexOf(character);

/** 三十, 二十五, 一百; null where it is no number up to a hundred written so. */
function wholeOf(text: string): number | null {
  if (text === '百' || text === '一百') return 100;
  const match = /^([一二两三四五六七八九])?(十)?([零〇一二两三四五六七八九])?$/.exec(text);
  if (!match || text === '' || (match[1] && match[3] && !match[2])) return null;
  const [, tens, ten, ones] = match;
  if (!ten) return digitOf(tens ?? ones);
  return (tens ? digitOf(tens) : 1) * 10 + (ones ? digitOf(ones) : 0);
}

/** 百分之三十, 百分之40 and 百分之三点五 as 30%, 40% and 3.5%; what is written otherwise stays. */
export const withPerCentSigns = (text: string): string =>
  text.replace(
    /百分之(?:(\d+(?:\.\d+)?)|([零〇一二两三四五六七八九十百]+)(?:点([零〇一二两三四五六七八九]+))?)/g,
    (written, figure: string | undefined, whole: string | undefined, decimals: string | undefined) => {
      if (figure !== undefined) return `${figure}%`;
      const number = wholeOf(whole!);
      if (number === null) return written;
      return `${number}${decimals === undefined ? '' : `.${[...decimals].map(digitOf).join('')}`}%`;
    },
  );
