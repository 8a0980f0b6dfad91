import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import type { FeatureCollection, Geometry } from 'geojson';
import type { BoundaryProblem } from '../domain/geometry/valid/problem.ts';
import type { VertexPrecision } from '../domain/geometry/measure/uncertainty.ts';
import type { ParkFacts, ParcelFacts } from '../domain/land/facts.ts';
import type { Park, Parcel } from '../domain/land/model.ts';
import type { Refusal } from '../domain/outcome.ts';
import type { ColumnTold, FileNote, NamedBytes, Note, ReadOptions } from '../formats/contract.ts';
import type { TogetherRefusal } from '../formats/together/read.ts';
import type { Finding } from '../policy/shape/finding.ts';
import type { Outcome, Strength } from '../policy/shape/outcome.ts';
import type { Label } from '../policy/shape/rule.ts';
import type { ParcelPlace } from './land-places.ts';
import type { Parameter } from '../policy/what-if/parameters.ts';
import type { Edit } from '../desk/operation.ts';
import type { PackIdentity } from '../policy/shape/pack.ts';
import type { PackLabels } from '../policy/labels.ts';
import type { ParcelColumns } from '../domain/land/parcel-columns.ts';

/** What the page holds of an open project. Everything is plain data: it crosses from the worker by structured clone. */
export interface ProjectView {
  readonly title: string;
  /** True for the synthetic city: 示例数据 is shown wherever it shows. */
  readonly sample: boolean;
  readonly files: readonly string[];
  /** The data sets they are, by the file each is known by: a Shapefile's several files are one. */
  readonly sets: readonly string[];
  /** Day the findings were made for, YYYY-MM-DD. */
  readonly date: string;
  /** What someone has said of the boundary points 界址点精度; null where nothing was: then areas have no standard error. */
  readonly precision: VertexPrecision | null;
  /** 精度 as the file states it, metres: offered, never taken, because many files mean the digits by it. */
  readonly filePrecisionM: number | null;
  /** Parcels whose own record states the error of its points; it outranks what is said of all. */
  readonly ownErrors: number;
  readonly crs: { readonly code: string; readonly how: string };
  /** Layers of a drawing one can choose, `*` for all, and the one that is read; null where there is nothing to choose. */
  readonly layers: { readonly choices: readonly string[]; readonly read: string } | null;
  readonly notes: readonly Note[];
  /** What the columns of each file were taken as. */
  readonly columns: readonly { readonly name: string; readonly columns: readonly ColumnTold[] }[];
  readonly bounds: Bounds;
  readonly parks: readonly ParkView[];
  /** Districts with their townships in which parcels lie, as records and boundaries tell, most parcels first; `zh` '': not known. */
  readonly places: readonly (Label & { readonly parcels: number; readonly townships: readonly string[] })[];
  /** Parcels of no park are listed too when the file has no parks (a surveyor's file). */
  readonly parcels: ParcelColumns;
  /** CRS in which plane areas of parcels were computed, each once. */
  readonly planes: readonly string[];
  readonly problems: readonly { readonly row: number; readonly parcelId: string; readonly problem: BoundaryProblem }[];
  readonly map: MapData;
}

export interface ParkView {
  readonly park: Park;
  readonly facts: ParkFacts;
  readonly findings: readonly Finding[];
  /** The worst outcome of its findings. */
  readonly outcome: Outcome;
  readonly districtName: string;
  readonly townshipNames: readonly string[];
  /** Bounds of all its sites; null where nothing is drawn. */
  readonly bounds: Bounds | null;
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

/**
 * Vector tiles are cut where the project is held, when the map asks; each has one layer, named like its set.
 * parcels: id = row; `lc` land-colour key (`ind sto com biz res adm rnd utl road grn gpr water farm`), `status`, `broken`
 * afar: the same parcels where one tile holds a city, finer than at that zoom
 * states: the parcels in a state of `STATES_OF_USE`, `status` · listed: the parcels last given to `list` · buildings
 */
export type TileSetName = 'parcels' | 'afar' | 'states' | 'listed' | 'buildings';

/** XYZ, Web Mercator. */
export interface TilePlace {
  readonly set: TileSetName;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/**
 * GeoJSON for the map, one collection per source; parcels and buildings come as tiles. Properties, all optional unless said:
 * surfaces: polygons below the parcels, `lc` (`farm` or `road`)
 * brokenParcels: the lines of boundaries without an inside; id = row
 * problems: points, id = row of the parcel, `severity` (`broken` or `warning`)
 * sites: `id`, `parkId`, `number`, `mu`, `outcome`, `name` (polygons, one feature per site)
 * siteLinks: lines, `parkId` · parkPoints: points, `id`, `name`, `outcome` · sitePoints: points, `parkId`, `number`, `area` in 亩 as text
 * townships, districts: polygons, or a point where no boundary is known, `name` · roads: lines, `name`, `rank` · water: polygons, `name` · waterNames: lines
 */
export interface MapData {
  readonly surfaces: FeatureCollection;
  readonly brokenParcels: FeatureCollection;
  readonly problems: FeatureCollection;
  readonly sites: FeatureCollection;
  readonly siteLinks: FeatureCollection;
  readonly parkPoints: FeatureCollection;
  readonly sitePoints: FeatureCollection;
  readonly townships: FeatureCollection;
  readonly districts: FeatureCollection;
  /** Boundaries of districts, each stretch once, and those of townships where no district ends. */
  readonly districtLines: FeatureCollection;
  readonly townshipLines: FeatureCollection;
  readonly roads: FeatureCollection;
  readonly water: FeatureCollection;
  /** Lines along which a river's name runs; without them it stands inside the water. */
  readonly waterNames?: FeatureCollection;
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
export interface ReadChoices extends Pick<ReadOptions, 'epsg' | 'datum' | 'degrees' | 'layer'> {
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
export type OpenRefusal = Refusal & Pick<TogetherRefusal, 'refused' | 'given'>;

/** What of a project changes when it is judged anew. */
export type JudgedView = Pick<ProjectView, 'date' | 'precision' | 'parks' | 'map'>;

/** Proposed repairs of boundaries, each with its area before and after; and what is left as it is, with the reason. */
export type BoundaryRepair = Pick<Edit, 'effects' | 'refused'>;

/** The repaired project: to be opened again with nothing lost, and to be saved in the format it came in. */
export interface RepairedFiles {
  readonly open: readonly NamedBytes[];
  readonly save: NamedBytes;
  /** What the saved file does not hold. */
  readonly notes: readonly FileNote[];
}
