import { PLAN_SETTINGS } from '../plan-settings.ts';
import type { Pack } from '../shape/pack.ts';
import type { PackDocument } from './document.ts';
import { complain } from './place.ts';

/** Each figure that plans are made by is there once, and none that nothing asks for. */
export function checkPlan({ plan: { settings } }: Pack, document: PackDocument): void {
  const seen = new Set<string>();
  settings.forEach(({ id }, i) => {
    const at = ['settings', i, 'id'];
    if (seen.has(id)) complain('duplicate-id', document, at);
    if (!(PLAN_SETTINGS as readonly string[]).includes(id)) complain('unknown-setting', document, at, { setting: id });
    seen.add(id);
  });
  const missing = PLAN_SETTINGS.find((id) => !seen.has(id));
  if (missing !== undefined) complain('missing-setting', document, ['settings'], { setting: missing });
}
