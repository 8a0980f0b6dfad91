import type { RepairLead } from '../../../city/sketching/repair-leads.ts';
import { valueText } from '../../../domain/quantity/shown.ts';
import { displayed, displayedText, termText } from '../../../texts/figures.ts';
import type { Language } from '../../../texts/index.ts';
import type { Labels } from '../../../texts/labels.ts';

/** What a repair leads to: `1.503`; null where no figure is known. */
export function leadText(language: Language, lead: RepairLead | null, labels: Labels): string | null {
  if (!lead) return null;
  const told = displayed(lead.value, lead.unit, labels.measures[lead.what]);
  // Its unit stands above, with what is measured.
  const isPlain = told.unit !== 'percent' && termText(language, told.value) === null;
  return isPlain ? valueText(told.value, told.unit, told.against) : displayedText(language, told);
}
