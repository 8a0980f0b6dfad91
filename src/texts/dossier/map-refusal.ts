import type { Both } from '../language.ts';

/** Why a site plan is not drawn at a scale, and at which it would be. */
export const tooManySheets: Both = {
  zh: (p) =>
    Number(p.fits) > 0
      ? `1:${p.scale} 要 ${p.sheets} 幅，最多 ${p.most} 幅：请用 1:${p.fits} 或更小的比例尺，或更大的纸。`
      : `园区太大，1:${p.scale} 也要 ${p.sheets} 幅（最多 ${p.most} 幅），请不附平面图。`,
  en: (p) =>
    Number(p.fits) > 0
      ? `At 1:${p.scale} it takes ${p.sheets} sheets, ${p.most} at most: use 1:${p.fits} or smaller, or larger paper.`
      : `The park is too large: even 1:${p.scale} takes ${p.sheets} sheets (${p.most} at most); leave the site plan out.`,
};
