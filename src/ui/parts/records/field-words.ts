import type { FieldType } from '../../../domain/land/fields/type.ts';
import { fixed, type Language } from '../../../texts/index.ts';
import { sketchInspector } from '../../../texts/ui/sketch-inspector.ts';
import { isShare, type Wanted } from './typed-value.ts';

/** What a figure of a field is counted in, as it is typed: '' where it is a plain number, or no figure. */
export function unitOf(language: Language, type: FieldType): string {
  if (type.is !== 'number' && type.is !== 'integer') return '';
  return type.unit ? sketchInspector[language].units[type.unit] : '';
}

/** What a box takes, said where something else was typed. */
export function allowedText(language: Language, wanted: Wanted, type: FieldType): string {
  const { allowed } = sketchInspector[language];
  if (!('min' in wanted)) return allowed[wanted.is];
  const limit = (value: number | null) => (value === null ? null : fixed(value, 0));
  return allowed[wanted.is](limit(wanted.min), limit(wanted.max), isShare(type) ? '%' : unitOf(language, type));
}
