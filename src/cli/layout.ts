import { City } from '../city/city.ts';
import { editOf } from '../desk/intents/intents.ts';
import { drawingOf, landToLay, type LandToLay } from '../desk/laying/laying.ts';
import type { Refusal } from '../domain/outcome.ts';
import { landUsesOf } from '../policy/land-uses.ts';
import { formatFixed } from '../domain/quantity/format.ts';
import type { NamedBytes } from '../formats/contract.ts';
import { writeFiles } from '../formats/index.ts';
import { layouts } from '../layout/layouts.ts';
import { mostPlotRatio } from '../layout/bound.ts';
import { pricesOf, type WishPrice } from '../layout/prices.ts';
import type { Layout } from '../layout/shape/layout.ts';
import {
  familyWord,
  layingSentences,
  lessAmenityText,
  missText,
  noneText,
  noRoomText,
  unlikeText,
  pricesText,
} from '../texts/layout.ts';
import { sayRefusal } from '../texts/refusals.ts';
import { CommandRefused, fileExpected, print, printJson, readingOptions, type Context, type Exit } from './context.ts';
import { listOption, optionExpected } from './edit-options.ts';
import { printRead, readSeveral, sayWritten, withoutFolders } from './files.ts';
import { holdKept, holdSides, wishesOf } from './layout-options.ts';
import { outputFolder } from './output-folder.ts';
import { defaultDictionary, packFor } from './pack.ts';
import { writeAll } from './write.ts';

/** `yuantu layout FILE… --id PARCEL[,…]`: complete layouts of a parcel, or of several that adjoin, in figures; `--out DIR` writes the land with each of them taken. */
export async function layoutCommand(context: Context): Promise<Exit> {
  const { options, progress } = context;
  const files = withoutFolders(context.files);
  const ids = [...new Set(listOption(options.id))];
  if (files.length === 0) fileExpected(context);
  if (ids.length === 0) optionExpected(context, '--id');
  const wished = wishesOf(context.options);
  const folder = options.out === undefined ? null : outputFolder(String(options.out));
  const read = await readSeveral(files, { ...readingOptions(options), ...defaultDictionary() }, context);
  const city = City.open(read.project, { progress: progress.stage('measuring') })!; // null only when cancelled
  progress.clear();
  printRead(context, read, city.notes);
  const keysOf = (table: 'parcel' | 'building', called: readonly string[]) =>
    called.map((id) => {
      const key = city.placed.land.table(table).called(id);
      if (key === undefined) throw refused(context, files[0], { code: 'no-such-record', params: { kind: table, id } });
      return key;
    });
  const keys = keysOf('parcel', ids);
  const stay = options.kept === undefined ? null : listOption(options.kept);
  const wishes = { ...wished, kept: stay ? keysOf('building', stay) : wished.kept };
  const toLay = landToLay(city.placed, keys, wishes, landUsesOf(packFor(undefined, undefined)));
  if (!toLay.ok) throw refused(context, files[0], toLay.refusal);
  const buildings = city.placed.land.table('building');
  holdKept(
    stay ?? [],
    toLay.value.buildings.map(({ key }) => buildings.record(key)!.id),
  );
  holdSides(wishes, toLay.value.sides.length);
  const made = [...layouts(toLay.value.site, toLay.value.conditions, wishes)];
  if (folder !== null) {
    const written: NamedBytes[] = [];
    for (const [i, layout] of made.entries())
      if (layout.buildings.length > 0)
        written.push(...(await withTaken(context, city, toLay.value, { layout, name: fileNameOf(made, i) })));
    if (written.length > 0) await writeAll(folder, written, files);
    sayWritten(context, folder, written);
  }
  const { crs, conditions, site } = toLay.value;
  const most = mostPlotRatio(site, conditions, wishes);
  const priced = made.map((layout) => ({
    layout,
    prices: options.prices ? [...pricesOf(site, conditions, wishes, layout)] : null,
  }));
  if (options.json) {
    const told = priced.map(({ layout, prices }) => ({ ...layout, ...(prices && { prices }) }));
    printJson(context, {
      parcel: ids.join(','),
      crs: `EPSG:${crs.epsg}`,
      conditions,
      sides: toLay.value.sides.map(({ lengthM, facingDeg, isInner }, i) => ({
        side: i + 1,
        lengthM,
        facingDeg,
        isInner,
      })),
      mostPlotRatio: most,
      countsUnlike: toLay.value.countsUnlike,
      layouts: told,
    });
  } else {
    printLayouts(context, priced, most);
    if (toLay.value.countsUnlike && made.length > 0) print(context, unlikeText(context.language));
  }
  return made.some(({ misses }) => misses.length === 0) ? 0 : 1;
}

interface Priced {
  readonly layout: Layout;
  /** What each wish costs it; null: not asked. */
  readonly prices: readonly WishPrice[] | null;
}

const refused = ({ language }: Context, name: string, refusal: Refusal): CommandRefused =>
  new CommandRefused({
    code: 'file-refused',
    params: { name, why: sayRefusal(language, refusal, layingSentences) },
  });

/** Its family, and with a number from the second of a family on: `high`, `high-2`. */
function fileNameOf(made: readonly Layout[], at: number): string {
  const { family } = made[at];
  const before = made.slice(0, at).filter((other) => other.family === family).length;
  return before ? `${family}-${before + 1}` : family;
}

/** The land with the buildings of one layout, as an exchange file. */
async function withTaken(
  context: Context,
  city: City,
  toLay: LandToLay,
  { layout, name }: { readonly layout: Layout; readonly name: string },
): Promise<readonly NamedBytes[]> {
  const fork = city.fork();
  const ids = toLay.parcels.map(({ record }) => record.id);
  const edit = editOf(fork.placed, drawingOf(layout, toLay));
  if (!edit.ok) throw refused(context, ids.join('、'), edit.refusal);
  const applied = fork.apply(edit.value.change);
  if (!applied.ok) throw new Error(applied.refusal.code); // no one else has this fork
  const file = await writeFiles('geojson', fork.project, { name: `${ids.join('+')}-${name}` });
  if (!file.ok) throw refused(context, ids.join('、'), file.refusal);
  return file.value.files;
}

function printLayouts(context: Context, made: readonly Priced[], mostPlotRatio: number): void {
  const { language } = context;
  const zh = language === 'zh';
  const head = zh
    ? ['排布', '栋', '最高层', '容积率', '建筑密度', '绿地率', '停车位']
    : ['layout', 'buildings', 'storeys', 'plot ratio', 'density', 'green', 'places'];
  const percent = (share: number): string => `${formatFixed(100 * share, 1)} %`;
  print(context, head.join('\t'));
  for (const { layout, prices } of made) {
    const { family, buildings, figures, misses, lessAmenity } = layout;
    const row = [
      familyWord(language, family),
      buildings.length,
      Math.max(0, ...buildings.map(({ storeys }) => storeys)),
      formatFixed(figures.plotRatio, 2),
      percent(figures.density),
      percent(figures.green),
      `${figures.places}/${figures.placesWanted}`,
    ];
    print(context, row.join('\t'));
    if (lessAmenity !== undefined) print(context, `  ${lessAmenityText(language, lessAmenity)}`);
    for (const miss of misses) print(context, `  ! ${missText(language, miss)}`);
    if (prices?.length) print(context, `  ${pricesText(language, prices)}`);
  }
  if (made.length === 0) print(context, noRoomText(language));
  else if (
    made.every(({ layout: { misses } }) => misses.some(({ what, bound }) => what === 'plotRatio' && bound === 'min'))
  )
    print(context, noneText(language, mostPlotRatio));
  print(
    context,
    zh
      ? '防火间距、退线和日照按设置取值，不是政策条文；最终由设计单位确定。'
      : 'Spacing, setbacks and daylight are settings, not clauses of the policy; a designer decides.',
  );
}
