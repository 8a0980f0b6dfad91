import type { MultiPolygon, Position } from 'geojson';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';

/*
 * The files of a published map 公众地图: what the publisher writes and the visitor's page reads. Types only. Words are
 * finished where the city is held, in both languages, so that the page carries neither the policy nor its sentences.
 */

/** A text in both languages; `en` is the Chinese where no English is known. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** `now.json`, the one file that is never kept by a cache: which data are those of now. */
export interface NowFile {
  readonly format: 1;
  /** Name of the folder below `data/`: a digest of what is in it. */
  readonly version: string;
  /** Day of the data, YYYY-MM-DD. */
  readonly day: string;
}

/** `data/VERSION/first.json`: all that the list, its search by name, its filters and the first sentence need. */
export interface FirstFile {
  readonly format: 1;
  readonly title: Words;
  /** True for synthetic data: 示例数据 is shown wherever it shows. */
  readonly sample: boolean;
  /** 审图号 of the map; null where none was given. */
  readonly mapApproval: string | null;
  readonly sources: readonly Words[];
  readonly policy: { readonly title: Words; readonly status: Words; readonly version: string };
  /** Day of the data, and the day the findings are made for. */
  readonly day: string;
  readonly judgedFor: string;
  /** Address the visitor's remarks go to: `mailto:…` or `https:…`; null where the office set none. */
  readonly feedback: string | null;
  /** Where the office puts the folder, `https://…/`: for codes and sheets that hang on a wall; null where it set none. */
  readonly address: string | null;
  /** Key of 天地图; null: own layers alone. */
  readonly tianditu: string | null;
  readonly bounds: Bounds;
  readonly districts: readonly { readonly code: string; readonly name: Words }[];
  readonly townships: readonly {
    readonly code: string;
    readonly name: Words;
    /** Row of `districts`; −1: not known. */
    readonly district: number;
    readonly at: Position;
  }[];
  readonly industries: readonly Words[];
  readonly parks: ParkRows;
  /**
   * Figures by row that are written otherwise than rounded, as on their cards: never onto or across what a clause asks for,
   * and as that where they are known no better. Land is written in 亩. Absent: none.
   */
  readonly written?: Readonly<Partial<Record<WrittenFigure, Readonly<Record<number, string>>>>>;
  /** Files of this version that are there besides, so that nothing is asked for in vain. */
  readonly has: { readonly idle: boolean; readonly supply: boolean; readonly check: boolean; readonly tiles: boolean };
}

/** Figures of the list that are read against a clause. */
export type WrittenFigure = 'landM2' | 'floorM2' | 'plotRatio';

/** The parks, one column a field, all of one length. */
export interface ParkRows {
  readonly id: readonly string[];
  /** Of its page `park/SLUG/` and its file `parks/SLUG.json`: letters, digits, hyphens. */
  readonly slug: readonly string[];
  readonly name: readonly string[];
  /** '' where none is known. */
  readonly nameEn: readonly string[];
  readonly type: readonly ('manufacturing' | 'service' | null)[];
  readonly stage: readonly ('planned' | 'approved' | 'building' | 'operating' | null)[];
  /** 0–3; null: not told. */
  readonly stars: readonly (number | null)[];
  /** Rows of `townships` in which its sites lie; most land first. */
  readonly townships: readonly (readonly number[])[];
  /** Rows of `industries`. */
  readonly industries: readonly (readonly number[])[];
  /** The worst outcome of its findings. */
  readonly outcome: readonly Outcome[];
  /** m², as it is published (basis on the card); null: not known. */
  readonly landM2: readonly (number | null)[];
  readonly floorM2: readonly (number | null)[];
  readonly plotRatio: readonly (number | null)[];
  /** Floor area that is free to rent or buy 可租售面积, m²; null: not told. */
  readonly freeM2: readonly (number | null)[];
  /** Longitude and latitude of a place inside the largest site, 4 decimals; null: not drawn. */
  readonly at: readonly (Position | null)[];
  readonly sites: readonly number[];
}

/** `data/VERSION/search.json`, asked for when someone begins to type: further words of each park and township, in their order. */
export interface SearchFile {
  /** Full pinyin without tones, syllables run together, and initials, parted by a blank. */
  readonly parkPinyin: readonly string[];
  readonly parkAddress: readonly string[];
  readonly townshipPinyin: readonly string[];
  readonly industryPinyin: readonly string[];
}

/** `data/VERSION/parks/SLUG.json`: the card, in the order it is read. */
export interface ParkFile {
  readonly id: string;
  readonly slug: string;
  readonly name: Words;
  /** "生产制造类 · 新建 · 在建 · 柳溪镇 · 一园三址". */
  readonly kinds: readonly Words[];
  readonly address: Words | null;
  /** 分园, with a place inside to be led to; outlines are thinned and rounded as the office set. */
  readonly sites: readonly {
    readonly number: number;
    readonly areaMu: number | null;
    /** The same as it is written, 亩: never rounded onto or across what a clause asks for. */
    readonly written: string | null;
    readonly at: Position;
    readonly township: Words | null;
  }[];
  readonly outline: MultiPolygon | null;
  readonly bounds: Bounds | null;
  readonly offer: {
    readonly freeM2: number | null;
    readonly rentYuanPerM2Month: number | null;
  };
  readonly industries: readonly Words[];
  readonly contact: {
    readonly operator: string | null;
    readonly phone: string | null;
    readonly website: string | null;
  };
  readonly figures: readonly { readonly name: Words; readonly value: Words; readonly beside: Words | null }[];
  readonly law: {
    readonly counts: Readonly<Partial<Record<Outcome, number>>>;
    /** Worst first; plain sentences, the clause beside. */
    readonly findings: readonly { readonly outcome: Outcome; readonly clause: string; readonly words: Words }[];
    /** What the park did not report 园区未填报, each once. */
    readonly unreported: readonly Words[];
  };
}

/** `data/VERSION/idle.json`: land that a park can be made of, offered for parks: published flags only, always called suspected 疑似. */
export interface IdleFile {
  readonly land: readonly {
    readonly id: string;
    readonly kind: 'idle' | 'low-efficiency' | 'approved-not-supplied';
    readonly areaMu: number;
    readonly township: Words | null;
    readonly use: Words | null;
    readonly at: Position;
  }[];
}

/** A table that can stand behind a chart. */
export interface PublishedTable {
  readonly title: Words;
  readonly note: Words | null;
  readonly head: readonly Words[];
  /** Of each column; null where it has none: names, words and what is counted. */
  readonly units: readonly (Words | null)[];
  /** Columns a chart shows, of one unit: the bar, and what is marked across it. */
  readonly drawn: readonly number[];
  /** First column is the name of the row. */
  readonly rows: readonly (readonly (Words | number | null)[])[];
  /** The sum of the rows, which stands below them and is not drawn among them. */
  readonly sum: readonly (Words | number | null)[] | null;
}

/** `data/VERSION/supply.json`: targets and the published plan of supply. */
export interface SupplyFile {
  readonly tables: readonly PublishedTable[];
}

/** `data/VERSION/outlines.json`: for downloads, and for the overview that is drawn without WebGL. */
export interface OutlinesFile {
  readonly parks: readonly (MultiPolygon | null)[];
  readonly townships: readonly (MultiPolygon | null)[];
}

/** `data/VERSION/check.json`: what `check.ytp`, the published records, comes to when it is judged anew. */
export interface CheckFile {
  /** Id of the policy pack, and the day it is judged for, YYYY-MM-DD. */
  readonly policy: string;
  readonly date: string;
  readonly parks: readonly CheckedPark[];
}

/** Figures of a park, unrounded, and the outcome of each rule by its id. */
export interface CheckedPark {
  readonly id: string;
  readonly landM2: number | null;
  readonly floorM2: number | null;
  readonly plotRatio: number | null;
  readonly findings: Readonly<Record<string, Outcome>>;
  /**
   * Published findings that rest on the exact boundaries, so that the published records do not come to them; and figures
   * above of which the same is true. Absent: none.
   */
  readonly beyond?: Readonly<Record<string, Outcome>>;
  readonly figuresBeyond?: readonly ('landM2' | 'floorM2' | 'plotRatio')[];
}

/**
 * Layers of `data/VERSION/land.pmtiles`. What is too small to be drawn at a zoom is in `land-marks` and `idle-marks`: squares
 * with `n`, how many features each stands for, and `m2`, their ground.
 */
export type PublishedLayer =
  | ('land' | 'land-marks' | 'idle' | 'idle-marks' | 'sites' | 'parks' | 'buildings')
  | ('townships' | 'districts' | 'places' | 'ground' | 'roads' | 'rivers');
