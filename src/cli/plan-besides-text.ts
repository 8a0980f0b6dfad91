import { formatFixed } from '../domain/quantity/format.ts';
import type { Language } from '../texts/language.ts';
import { sayCertificate } from '../texts/plan-besides.ts';
import type { PlanDocument } from './plan-document.ts';

const points = (value: number): string => formatFixed(value, 1);

/** What the independent program says of the certificate. */
export const certificateLines = ({ certificate }: PlanDocument, language: Language): string[] =>
  certificate?.check ? [sayCertificate(language, certificate.check)] : [];

/** Other plans and what single parcels are worth, as they were asked for. */
export const besidesLines = (document: PlanDocument, language: Language): string[] => [
  ...lossLines(document, language),
  ...frontierLines(document, language),
  ...variantLines(document, language),
];

function lossLines({ losses }: PlanDocument, language: Language): string[] {
  if (losses.length === 0) return [];
  const zh = language === 'zh';
  const lost = ({ points: own, atLeast, atMost, isExact }: (typeof losses)[number]) =>
    isExact ? points(own) : `${points(atLeast)}–${points(atMost)}`;
  return [
    '',
    zh ? '宗地拿不到时损失的分' : 'Points lost if a parcel is not to be had',
    ...losses.map((loss) => `  ${loss.id}${zh ? '：' : ': '}${lost(loss)}`),
  ];
}

function frontierLines({ frontier }: PlanDocument, language: Language): string[] {
  if (!frontier) return [];
  const zh = language === 'zh';
  return [
    '',
    zh ? '成本—建筑面积前沿：万元 · m² · 园区' : 'Cost against floor area: 10 000 yuan · m² · parks',
    ...frontier.map(({ costWan, floorAreaM2, parks }) => `  ${formatFixed(costWan, 0)} · ${formatFixed(floorAreaM2, 0)} · ${parks.length}`), // prettier-ignore
  ];
}

function variantLines({ variants }: PlanDocument, language: Language): string[] {
  if (!variants) return [];
  const zh = language === 'zh';
  const { plans, parcels, parks } = variants;
  const none = zh ? '没有别的计划' : 'there is no other';
  return [
    '',
    zh ? '相差不超过 1 % 的其他计划：分 · 万元 · 园区' : 'Other plans within 1 %: points · 10 000 yuan · parks',
    ...plans.map(({ objective, costWan, parks: own }) => `  ${points(objective)} · ${formatFixed(costWan, 0)} · ${own.length}`), // prettier-ignore
    plans.length === 0
      ? `  ${none}`
      : zh
        ? `  都用到 ${parcels.length} 宗地，都有 ${parks.length} 个园区`
        : `  all of them use ${parcels.length} parcels and have ${parks.length} parks in common`,
  ];
}
