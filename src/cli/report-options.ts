import { MAP_SCALES } from '../domain/land/sheets/map-frames.ts';
import { REPORT_PARTS, usualOptions, type ReportOptions, type ReportPart } from '../texts/dossier/parts.ts';
import { CommandRefused, type Context } from './context.ts';

const refused = (name: string, value: string | boolean, expected: string): CommandRefused =>
  new CommandRefused({ code: 'bad-choice-option', params: { name, value: String(value), expected } });

/** `--paper a3 --lying --map-scale 1000 --parts indicators,map`: what of a report is wanted, and on which paper. */
export function reportOptions({ paper, lying, parts, ...rest }: Context['options']): ReportOptions {
  const usual = usualOptions;
  const size = paper === undefined ? usual.paper.size : String(paper).toUpperCase();
  if (size !== 'A4' && size !== 'A3') throw refused('paper', paper!, 'a4, a3');
  const scale = scaleOf(rest['map-scale']);
  return { parts: partsOf(parts), paper: { size, isLying: lying === true }, scale };
}

function scaleOf(value: string | boolean | undefined): ReportOptions['scale'] {
  if (value === undefined) return usualOptions.scale;
  const scale = MAP_SCALES.find((own) => String(own) === String(value).replace(/^1:/, ''));
  if (!scale) throw refused('map-scale', value, MAP_SCALES.join(', '));
  return scale;
}

function partsOf(value: string | boolean | undefined): readonly ReportPart[] {
  if (value === undefined) return usualOptions.parts;
  const asked = String(value).split(/[,，、]/).map((part) => part.trim()); // prettier-ignore
  const strange = asked.find((part) => !REPORT_PARTS.some((own) => own === part));
  if (strange !== undefined) throw refused('parts', strange, REPORT_PARTS.join(', '));
  return REPORT_PARTS.filter((part) => asked.includes(part));
}
