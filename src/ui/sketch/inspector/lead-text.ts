import type { RepairLead } from '../../../city/sketching/repair-leads.ts';
import { displayed, displayedText } from '../../../texts/figures.ts';
import type { Language } from '../../../texts/index.ts';
import type { Labels } from '../../../texts/labels.ts';

/** What a repair leads to: `1.503`; null where no figure is known. */
export function leadText(language: Language, lead: RepairLead | null, labels: Labels): string | null {
  if (!lead) return null;
  return displayedText(language, displayed(lead.value, lead.unit, labels.measures[lead.what]));
}
