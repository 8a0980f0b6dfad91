import type { FeatureCollection, Geometry, Position } from 'geojson';
import type { BoundaryProblem } from '../domain/geometry/valid/problem.ts';
import type { VertexPrecision } from '../domain/geometry/measure/uncertainty.ts';
import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import type { ChangeNote, Key } from '../domain/land/change.ts';
import type { ParkFacts, ParcelFacts } from '../domain/land/facts.ts';
import type { Park, Parcel } from '../domain/land/model.ts';
import type { Refusal } from '../domain/outcome.ts';
import type { TileSetName, TileVersions } from '../domain/tile-sets.ts';
import type { ColumnMeaning, FileNote, NamedBytes, Note, ReadOptions } from '../formats/contract.ts';
import type { ReadSetsRefusal } from '../formats/sets/read.ts';
import type { Against } from '../domain/quantity/shown.ts';
import type { Finding, Required } from '../policy/shape/finding.ts';
import type { Outcome, Strength } from '../policy/shape/outcome.ts';
import type { Label } from '../policy/shape/rule.ts';
import type { ParcelPlace } from './land-places.ts';
import type { PlaceNames } from './place-names.ts';
import type { Parameter } from '../policy/what-if/parameters.ts';
import type { DraftRefusal } from '../desk/draft-refusal.ts';
import type { Edit } from '../desk/operation.ts';
import type { ScenariosView } from './scenarios/view.ts';
import type { Pack, PackIdentity } from '../policy/shape/pack.ts';
import type { PackLabels } from '../policy/labels.ts';
import type { ParcelColumns } from '../domain/land/parcel-columns.ts';

/** What the page holds of an open project. Everything is plain data: it crosses from the worker by structured clone. */
export interface ProjectView extends LandView, JudgedView {}

/** What the page gets of a project that is opened. */
export interface OpenedView extends ProjectView {
  /** Of the sample city: what was done to it is not done to that of another release. */
  readonly fingerprint?: string;
}

/** What a project shows whatever it is judged by. */
export interface LandView extends Drawn {
  /** State of the land that is shown: the next change is made for it. */
  readonly version: number;
  readonly title: string;
  /** True for the synthetic city: 示例数据 is shown wherever it shows. */
  readonly sample: boolean;
  readonly files: readonly string[];
  /** Tells these files from others: what the device keeps of a project is found by it. */
  readonly origin: string;
  /** The data sets they are, by the file each is known by: a Shapefile's several files are one. */
  readonly sets: readonly string[];
  /** 精度 as the file states it, metres: offered, never taken, because many files mean the digits by it. */
  readonly filePrecisionM: number | null;
  /** Parcels whose own record states the error of its points; it outranks what is said of all. */
  readonly ownErrors: number;
  readonly crs: { readonly code: string; readonly how: string };
  /** Layers of a drawing one can choose, `*` for all, and the one that is read; null where there is nothing to choose. */
  readonly layers: { readonly choices: readonly string[]; readonly read: string } | null;
  /** Layers all faces of whose lines can be read as parcels, and the one that was; null where no lines fork. */
  readonly faces: { readonly choices: readonly string[]; readonly read: string | null } | null;
  readonly notes: readonly Note[];
  /** What the columns of each file were taken as. */
  readonly columns: readonly { readonly name: string; readonly columns: readonly ColumnMeaning[] }[];
  readonly bounds: Bounds;
  /** Districts with their townships in which parcels lie, as records and boundaries tell, most parcels first; `zh` '': not known. */
  readonly places: readonly (Label & { readonly parcels: number; readonly townships: readonly string[] })[];
  /** Parcels of no park are listed too when the file has no parks (a surveyor's file). */
  readonly parcels: ParcelColumns;
  /** CRS in which plane areas of parcels were computed, each once. */
  readonly planes: readonly string[];
}

/** What of it the map alone draws, beside tiles; keys are those of parcels. */
interface Drawn {
  /** Where boundaries are wrong, in the order of the parcels. */
  readonly problems: readonly ParcelProblem[];
  /** Boundaries without an inside, as their bare lines. */
  readonly broken: readonly BrokenLine[];
  /** Boundaries of districts, each stretch once, and those of townships where no district ends. */
  readonly borders: { readonly districts: Geometry | null; readonly townships: Geometry | null };
  readonly tiles: TileVersions;
}

export interface BrokenLine {
  readonly key: Key;
  readonly shape: Geometry;
}

export interface ParcelProblem {
  readonly key: Key;
  readonly parcelId: string;
  readonly problem: BoundaryProblem;
}

/** What of a project changes when it is judged anew. */
export interface JudgedView {
  /** Day the findings were made for, YYYY-MM-DD. */
  readonly date: string;
  /** What someone has said of the boundary points 界址点精度; null where nothing was: then areas have no standard error. */
  readonly precision: VertexPrecision | null;
  /** In the order of the file. */
  readonly parks: readonly ParkLine[];
  /** Districts and townships whose name stands on the map. */
  readonly districts: readonly PlaceName[];
  readonly townships: readonly PlaceName[];
}

/** A park as the list and the map show it; the rest is asked for when its card is opened. */
export interface ParkLine extends Pick<Park, 'id' | 'name' | 'parkType' | 'stage' | 'industries'>, PlaceNames {
  readonly key: Key;
  /** The worst outcome of its findings; null as long as it is not judged 判定中: figures and sites are still to come then too. */
  readonly outcome: Outcome | null;
  readonly landM2: Headline | null;
  readonly plotRatio: Headline | null;
  /** Bounds of all its sites; null where nothing is drawn. */
  readonly bounds: Bounds | null;
  readonly sites: readonly DrawnSite[];
}

/** A figure of a park and what it is read against: it is never rounded across that. */
export interface Headline {
  readonly value: number;
  readonly against?: Against;
}

/** 分园 on the map: its outline, and a place inside. */
export interface DrawnSite {
  readonly number: number;
  /** As it is written beside its number, 亩; '' where it is not known. */
  readonly area: string;
  readonly shape: Geometry;
  readonly at: Position;
}

/** A name on the map, and where it stands. */
export interface PlaceName {
  readonly name: string;
  readonly nameEn?: string;
  readonly at: Position;
  /** Of its boundary, where one is known. */
  readonly bounds?: Bounds;
}

/** What of a project's view is another since a version; applied to that view it gives the one of now. */
export interface Delta {
  readonly from: number;
  readonly version: number;
  /** Everything, where what changed since then is not known any more; the rest is then empty. */
  readonly whole: ProjectView | null;
  readonly parks: LinesDelta<readonly ParkLine[], readonly Key[]>;
  readonly parcels: LinesDelta<ParcelColumns, Uint32Array>;
  /** What is known of the boundaries of the parcels `of`, all of it. */
  readonly boundaries: Pick<Drawn, 'problems' | 'broken'> & { readonly of: readonly Key[] };
  /** Members that are another, whole: they are small, or seldom change. */
  readonly members: Partial<ChangingMembers>;
}

/** Lines of a list that are new or another, in the order of the list, and those that are gone. */
interface LinesDelta<Lines, Keys> {
  readonly put: Lines;
  /** Of each of them the key it comes after, −1 at the beginning: where to put it if it is new. Null: none is new. */
  readonly after: Int32Array | null;
  readonly gone: Keys;
}

type ChangingMembers = Pick<
  ProjectView,
  'bounds' | 'planes' | 'places' | 'ownErrors' | 'borders' | 'tiles' | 'districts' | 'townships'
>;

/** What became of a change of the land. */
export interface Changed {
  readonly version: number;
  /** Why what was done is not kept on the device; null where it is, or nothing is kept at all. */
  readonly unkept?: DraftRefusal | null;
  /** Another window went on with the draft while nothing could be kept here: this window has one of its own from now on. */
  readonly apart?: boolean;
  readonly delta: Delta;
  readonly history: HistoryView;
}

/** What can be undone and done again, and how much is not saved. */
export interface HistoryView {
  /** The step that would be undone, and the one that would be done again; null where nothing would. */
  readonly undo: ChangeNote | null;
  readonly redo: ChangeNote | null;
  /** How many steps lie between the land and what was last saved, or opened. */
  readonly unsaved: number;
  /** How many deeds were taken over from other windows: an undo that knows of fewer was meant for another step. */
  readonly elsewhere: number;
  /** 方案 of what is open: undo, redo and what is not saved are of the one in hand. */
  readonly scenarios: ScenariosView;
}

/** One park in full. */
export interface ParkView extends PlaceNames {
  readonly key: Key;
  readonly park: Park;
  readonly facts: ParkFacts;
  /** Of each trace only the steps its sentence rests on: the whole is asked for. */
  readonly findings: readonly Finding[];
  readonly outcome: Outcome;
  readonly bounds: Bounds | null;
}

/** One park under one rule that applies to it. */
export interface RuledPark {
  readonly park: Key;
  readonly finding: Finding;
}

/** What a rule comes to in all parks it applies to. */
export interface RuleTally {
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** What it asks, each bound once; those that stand in a park's own record are left out. */
  readonly required: readonly (readonly Required[])[];
}

/** One parcel in full. */
export interface ParcelView {
  readonly parcel: Parcel;
  readonly facts: ParcelFacts;
  readonly place: ParcelPlace;
  readonly bounds: Bounds | null;
  /** As it is drawn, degrees: the bare lines of a broken boundary. */
  readonly shape: Geometry | null;
}

/** XYZ, Web Mercator. */
export interface TilePlace {
  readonly set: TileSetName;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** What lies under the parcels: asked for once, when the map is there. */
export interface Backdrop {
  /** Polygons, `lc` (`farm` or `road`). */
  readonly surfaces: FeatureCollection;
  /** Lines, `name`, `rank`. */
  readonly roads: FeatureCollection;
  /** Polygons, `name`. */
  readonly water: FeatureCollection;
  /** Lines along which a river's name runs. */
  readonly waterNames: FeatureCollection;
}

/** The policy text as the page shows it. */
export interface PolicyView
  extends PackLabels, Pick<PackIdentity, 'id' | 'title' | 'titleEn' | 'status' | 'statusEn' | 'version'> {
  /** First day that any pack is for, YYYY-MM-DD; null where a pack has no first day. */
  readonly earliest: string | null;
  readonly clauses: readonly {
    readonly id: string;
    readonly heading: string;
    readonly headingEn: string;
    readonly text: string;
  }[];
  readonly rules: readonly {
    readonly id: string;
    readonly clause: string;
    readonly phrase: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly reading?: { readonly zh: string; readonly en: string };
    readonly strength: Strength;
    /** Set where it judges jurisdictions, not parks. */
    readonly about?: 'jurisdiction';
  }[];
  /** Figures of the law that can be tried at another value. */
  readonly parameters: readonly Parameter[];
  /** Names and words by which tables of leases 租赁台账 are read. */
  readonly leaseFields: Pack['fields']['lease'];
  /** Names of land classes by system; a class is named by the entry with the longest code it begins with. */
  /** By which land of the place is surveyed, degrees. */
  readonly centralMeridian?: number;
  readonly landClasses: Readonly<
    Record<
      string,
      readonly { readonly code: string; readonly zh: string; readonly en: string; readonly guide?: string }[]
    >
  >;
}

/** What a person has said about a file that it does not say itself. */
export interface ReadChoices extends Pick<ReadOptions, 'epsg' | 'datum' | 'degrees' | 'layer' | 'faces' | 'tables'> {
  /** Data sets that are left out, by name: those that cannot be read, of several files. */
  readonly without?: readonly string[];
}

/** What findings are made with besides the land itself; can be said anew of a project that is open. */
export interface Judging {
  /** Day the policy is judged on, YYYY-MM-DD, which also picks the pack; absent: today, by the pack planned by. */
  readonly date?: string;
  readonly precision?: VertexPrecision;
}

/** Of several files opened together it says which were refused. */
export type OpenRefusal = Refusal & Pick<ReadSetsRefusal, 'refused' | 'given'>;

/** Proposed repairs of boundaries, each with its area before and after; and what is left as it is, with the reason. */
export type BoundaryRepair = Pick<Edit, 'effects' | 'refused'>;

/** A project that was saved in a format. */
export interface SavedFile {
  readonly file: NamedBytes;
  /** What the file does not hold. */
  readonly notes: readonly FileNote[];
}

/** The repaired project: to be opened again with nothing lost, and to be saved in the format it came in. */
export interface RepairedFiles {
  readonly open: readonly NamedBytes[];
  readonly save: NamedBytes;
  /** What the saved file does not hold. */
  readonly notes: readonly FileNote[];
}
