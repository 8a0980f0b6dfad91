import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { FeatureCollection } from 'geojson';
import { City } from '../city/city.ts';
import { backdropOf } from '../city/drawing/backdrop.ts';
import type { Backdrop } from '../city/view.ts';
import { dataFiles } from '../publish/data-files.ts';
import { siteOf } from '../publish/files/first.ts';
import { addedEntry, changesBetween, goneEntry, type Entry } from '../publish/pages/changes.ts';
import { MOST_ENTRIES } from '../publish/pages/feed.ts';
import { visitorPage } from '../publish/pages/visitor-page.ts';
import { Publication } from '../publish/publication.ts';
import { defaultSettings, publishSettings, type PublishSettings } from '../publish/settings.ts';
import type { FirstFile, ParkFile } from '../publish/shape/published.ts';
import { begunEntry } from '../publish/pages/changes.ts';
import { pagesOfMap, pagesOfPark } from '../publish/site-pages.ts';
import {
  CommandRefused,
  dateOption,
  fileExpected,
  orRefuse,
  print,
  readingOptions,
  say,
  type Context,
  type Exit,
} from './context.ts';
import { printRead, readSeveral, withoutFolders } from './files.ts';
import { outputFolder } from './output-folder.ts';
import { dictionaryIn, packFor } from './pack.ts';
import { PublishDraft } from './publish-draft.ts';
import { PublishedFolder } from './published-folder.ts';
import { cliSentences } from './texts.ts';
import { visitorFiles } from './visitor-files.ts';
import { reasonOf } from './write.ts';

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const sample = path.join(home, 'data/sample');
const dist = path.join(home, 'dist');

/** So many versions of the data stay, so that a page that is open goes on with the one it began with. */
const KEPT_VERSIONS = 3;

/** `yuantu publish DIR FILE…`: the public map of a city as a folder of files for any web host; of the sample city without FILE. */
export async function publishCommand(context: Context): Promise<Exit> {
  const { options, progress } = context;
  const [dir, ...given] = context.files;
  if (dir === undefined) fileExpected(context);
  const files = given.length > 0 ? withoutFolders(given) : [path.join(sample, 'city.geojson.gz')];
  const date = dateOption(options.date);
  const reading = readingOptions(options);
  const keep = keepOption(options.keep);
  const settings = settingsOf(options.settings, given.length === 0);
  const pack = packFor(options.policy as string | undefined, options.date === undefined ? undefined : date);
  const assets = options['data-only'] ? [] : pageFiles();
  const read = await readSeveral(files, { ...reading, ...dictionaryIn(pack) }, context);
  const city = City.open(read.project, { progress: progress.stage('measuring') })!; // null only when cancelled
  progress.clear();
  printRead(context, read, city.notes);
  const folder = new PublishedFolder(outputFolder(dir));
  const backdrop = backdropFor(options.backdrop, given.length === 0);
  const publication = new Publication({
    city,
    law: { pack, date },
    settings,
    backdrop,
    progress: progress.stage('writing'),
  });
  try {
    const { version, gone } = await published(folder, publication, { assets, keep });
    progress.clear();
    sayPublished(context, publication, { version, gone, strangers: folder.strangers() });
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new CommandRefused({ code: 'file-unwritable', params: { name: dir, detail: reasonOf(error) } });
    throw error;
  }
  return 0;
}

interface Publishing {
  /** Files of the built page; none where data alone are published, for the page that is there. */
  readonly assets: readonly string[];
  readonly keep: number;
}

async function published(folder: PublishedFolder, publication: Publication, { assets, keep }: Publishing) {
  const site = siteOf(publication.input);
  const before = folder.versions()[0]?.version ?? null;
  const draft = new PublishDraft(folder.folder);
  const changes = new Changes(folder, before);
  let first: FirstFile | null = null;
  try {
    const park = async (card: ParkFile) => {
      changes.add(card);
      for (const { path: name, text } of pagesOfPark(card, site)) await draft.page(name, text);
    };
    for await (const file of dataFiles(publication, { park, first: (own) => void (first = own) }))
      await draft.data(file);
    const version = draft.version();
    const told = first!;
    const entries = changes.entries(version, site.day, told.parks.id.length);
    for (const { path: name, text } of pagesOfMap(told, entries)) await draft.page(name, text);
    const page = assets.length > 0 ? readFileSync(path.join(dist, 'visitor.html'), 'utf8') : folder.page();
    if (page !== null) await draft.page('index.html', visitorPage(page, site, version, told.parks.id.length));
    await draft.page('data/changes.json', JSON.stringify(entries));
    folder.copyAssets(dist, assets);
    await draft.finish();
    const slugs = new Set(told.parks.slug);
    folder.removePages((slug) => slugs.has(slug));
    const needed = assets.length > 0 ? assets : (folder.versions()[0]?.assets ?? []);
    const gone = folder.makeCurrent({ format: 1, version, day: site.day }, needed, keep);
    return { version, gone };
  } finally {
    draft.end();
  }
}

/** What becomes otherwise with a version, told by the cards of the one before. */
class Changes {
  readonly #folder: PublishedFolder;
  readonly #before: string | null;
  readonly #slugs = new Set<string>();
  /** Parks that tell something no longer. */
  readonly #withdrawn = new Set<string>();
  readonly #found: Pick<Entry, 'slug' | 'title' | 'said'>[] = [];

  constructor(folder: PublishedFolder, before: string | null) {
    this.#folder = folder;
    this.#before = before;
  }

  add(card: ParkFile): void {
    this.#slugs.add(card.slug);
    if (this.#before === null) return;
    const old = this.#folder.card(this.#before, card.slug);
    if (old === null) this.#found.push(addedEntry(card));
    else {
      const { said, isWithdrawn } = changesBetween(old, card);
      if (isWithdrawn) this.#withdrawn.add(card.slug);
      if (said.length > 0) this.#found.push({ slug: card.slug, title: card.name, said });
    }
  }

  /**
   * With those told before, but for what they told of parks that are withdrawn, or of which something is; a version that is
   * published again brings none.
   */
  entries(version: string, day: string, count: number): readonly Entry[] {
    const isKept = ({ slug }: Entry) => slug === null || (this.#slugs.has(slug) && !this.#withdrawn.has(slug));
    const before = this.#folder.entries();
    if (version === this.#before) return before;
    const known = before.filter(isKept);
    const found = this.#before === null ? [begunEntry(count)] : [...this.#found, ...this.#gone(this.#before)];
    return [...found.map((own) => ({ version, day, ...own })), ...known].slice(0, MOST_ENTRIES);
  }

  #gone(before: string): readonly Pick<Entry, 'slug' | 'title' | 'said'>[] {
    const slugs = this.#folder.slugs(before).filter((slug) => !this.#slugs.has(slug));
    return slugs.flatMap((slug) => {
      const card = this.#folder.card(before, slug);
      return card ? [goneEntry(card)] : [];
    });
  }
}

interface Done {
  readonly version: string;
  readonly gone: readonly string[];
  readonly strangers: readonly string[];
}

function sayPublished(context: Context, publication: Publication, { version, gone, strangers }: Done): void {
  const { keys, input, shownInPart } = publication;
  const { language, files } = context;
  const [folder] = files;
  const { settings, city } = input;
  const left = city.parks.length - keys.length;
  if (settings.address === null) say(context, cliSentences['published-without-address'][language]({}));
  if (settings.mapApproval === null) say(context, cliSentences['published-without-approval'][language]({}));
  if (shownInPart.length > 0) {
    const names = shownInPart.map((key) => city.park(key)!).map(({ name, id }) => name ?? id);
    say(context, cliSentences['published-in-part'][language]({ count: names.length, names: names.join(', ') }));
  }
  if (strangers.length > 0)
    say(context, cliSentences['published-among-others'][language]({ folder, names: strangers.join(', ') }));
  if (gone.length > 0) say(context, cliSentences['versions-gone'][language]({ versions: gone.join(', ') }));
  print(context, cliSentences.published[language]({ parks: keys.length, left, folder, version }));
}

/** The built page with all it needs, or the end of the command. */
function pageFiles(): readonly string[] {
  const files = visitorFiles(dist);
  if (files === null) throw new CommandRefused({ code: 'page-not-built', params: {} });
  return files;
}

function keepOption(value: Context['options'][string]): number {
  const keep = Number(value ?? KEPT_VERSIONS);
  if (Number.isInteger(keep) && keep >= 1) return keep;
  throw new CommandRefused({ code: 'bad-keep-option', params: { value: String(value) } });
}

/** What lies under the parcels, GeoJSON as `data/README.md` tells it; that of the sample city is its own. */
function backdropFor(asked: Context['options'][string], isSample: boolean): Backdrop | null {
  const file = typeof asked === 'string' ? asked : isSample ? path.join(sample, 'backdrop.geojson.gz') : undefined;
  if (file === undefined) return null;
  try {
    const bytes = readFileSync(file);
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    const read: unknown = JSON.parse(text);
    const { features } = (read ?? {}) as { features?: unknown };
    if (Array.isArray(features)) return backdropOf(read as FeatureCollection);
  } catch (error) {
    if (!(error instanceof SyntaxError))
      throw new CommandRefused({ code: 'file-unreadable', params: { name: file, detail: reasonOf(error) } });
  }
  throw new CommandRefused({ code: 'bad-backdrop', params: { file } });
}

/** Those of the file asked for; of the sample city its own. */
function settingsOf(asked: Context['options'][string], isSample: boolean): PublishSettings {
  const file = typeof asked === 'string' ? asked : isSample ? path.join(sample, 'publish.yaml') : undefined;
  if (file === undefined || (asked === undefined && !existsSync(file))) return defaultSettings;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandRefused({ code: 'file-unreadable', params: { name: file, detail: reasonOf(error) } });
  }
  return orRefuse(publishSettings(file, text));
}
