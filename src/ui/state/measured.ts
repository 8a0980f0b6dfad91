import type { PolicyView } from '../../city/view.ts';
import type { Labels } from '../../texts/index.ts';

const noLabels: Labels = { measures: {}, fields: {}, exceptions: {}, values: {} };

/** The pack's names; before it has come, names are shown as they stand. */
export const labelsFrom = (policy: PolicyView | null): Labels => policy ?? noLabels;
