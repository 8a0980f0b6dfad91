import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Point, Position } from 'geojson';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import type { FirstFile } from '../../publish/shape/published.ts';
import { apply, changesBetween } from '../changes.ts';
import type { Padding } from '../contract.ts';
import { alone } from '../features.ts';
import { textureStep } from '../pattern-names.ts';
import { metresPerPixel, scaleBar, type ScaleBar } from '../scale.ts';
import { seenBy, watchBridge } from './bridge.ts';
import type { LegendKey, VisitorMap, VisitorState } from './contract.ts';
import { chosenFeatures, parkPoints } from './features.ts';
import { legendOf } from './legend.ts';
import type { VisitorLook } from './look.ts';
import { addTextures, lessMotion } from './open.ts';
import { under } from './pick.ts';
import { watchSigns } from './seen.ts';
import type { SeenTiles } from './sources.ts';
import { layersOf } from './style.ts';
import type { Base } from './tianditu.ts';

/** No nearer than this to a place that is small. */
const FIT_ZOOM = 15.5;

/** The map once it stands: what it is shown becomes looks of its layers and data of its sources. */
export class OpenVisitorMap implements VisitorMap {
  readonly #map: MapLibre;
  readonly #first: FirstFile;
  #look: VisitorLook;
  #state: VisitorState | null = null;
  #textures: 'none' | 'coming' | 'there' = 'none';
  #signs: ReadonlySet<string> = new Set();
  #legend: readonly LegendKey[] = [];
  #onSelect: (slug: string | null) => void = () => undefined;
  #onMove: (bounds: Bounds, zoom: number) => void = () => undefined;
  #base: Base | null = null;
  #onBase: (base: Base) => void = () => undefined;
  #onLegend: (keys: readonly LegendKey[]) => void = () => undefined;

  constructor(
    map: MapLibre,
    first: FirstFile,
    look: VisitorLook,
    tiles: SeenTiles | null,
    readonly cover: VisitorMap['cover'],
  ) {
    this.#map = map;
    this.#first = first;
    this.#look = look;
    map.on('zoom', () => this.#draw({ textureStep: textureStep(map.getZoom()) }));
    map.on('moveend', () => this.#tellMove());
    watchBridge(map, (bridged) => this.#draw({ bridged }));
    map.on('click', ({ point }) => void this.#press(point.x, point.y));
    map.on('mousemove', ({ point }) => {
      map.getCanvas().style.cursor = under(map, point.x, point.y, this.#look.chosen) ? 'pointer' : '';
    });
    watchSigns(map, tiles, (signs) => {
      this.#signs = signs;
      this.#tellLegend();
    });
  }

  show(state: VisitorState): void {
    const before = this.#state;
    this.#state = state;
    const { parks } = this.#first;
    const chosen = state.selected === null ? -1 : parks.slug.indexOf(state.selected);
    const isAll = state.listed.length === parks.slug.length;
    if (before?.listed !== state.listed || chosen !== this.#look.chosen)
      this.#source('parks', parkPoints(this.#first, state.listed.filter((row) => row !== chosen))); // prettier-ignore
    if (chosen !== this.#look.chosen || before?.card !== state.card)
      this.#source('chosen', chosenFeatures(this.#first, chosen, state.card));
    this.#map.getCanvas().setAttribute('aria-label', state.label);
    this.#draw({
      theme: state.dark ? 'dark' : 'light',
      highContrast: state.highContrast,
      language: state.language,
      chosen,
      listed: isAll ? null : state.listed,
      idle: this.#isIdleShown,
    });
    this.#tellLegend();
    if (state.idle) void this.#wantTextures();
  }

  /** Offered land is shown once it can be drawn; textures that did not come are asked for anew the next time. */
  async #wantTextures(): Promise<void> {
    if (this.#textures !== 'none') return;
    this.#textures = 'coming';
    this.#textures = await addTextures(this.#map).then(() => 'there' as const, () => 'none' as const); // prettier-ignore
    this.#draw({ idle: this.#isIdleShown });
  }

  get #isIdleShown(): boolean {
    return this.#textures === 'there' && this.#state?.idle === true;
  }

  /** While 天地图 is not there, or no more, the map's own layers are drawn in its place. */
  onTianditu(base: Base): void {
    this.#base = base;
    this.#draw({ tianditu: base === 'failed' ? null : base });
    this.#onBase(base);
  }

  fit([west, south, east, north]: Bounds, padding: Padding): void {
    this.#draw({ bridged: true });
    this.#map.fitBounds([west, south, east, north], {
      padding,
      maxZoom: FIT_ZOOM,
      animate: !lessMotion(),
      duration: 600,
    });
  }

  here(at: Position | null): void {
    this.#source('here', alone(at && { type: 'Point', coordinates: at }));
  }

  onSelect(call: (slug: string | null) => void): void {
    this.#onSelect = call;
  }

  onMove(call: (bounds: Bounds, zoom: number) => void): void {
    this.#onMove = call;
    this.#tellMove();
  }

  legend(): readonly LegendKey[] {
    return this.#legend;
  }

  onLegend(call: (keys: readonly LegendKey[]) => void): void {
    this.#onLegend = call;
    call(this.#legend);
  }

  onBase(call: (base: Base) => void): void {
    this.#onBase = call;
    if (this.#base) call(this.#base);
  }

  zoom(by: 1 | -1): void {
    this.#map.zoomTo(this.#map.getZoom() + by, { animate: !lessMotion() });
  }

  scaleBar(maxPx: number): ScaleBar {
    return scaleBar(metresPerPixel(this.#map.getCenter().lat, this.#map.getZoom()), maxPx);
  }

  async settled(): Promise<void> {
    if (this.#map.loaded() && !this.#map.isMoving()) return;
    await this.#map.once('idle');
  }

  remove(): void {
    this.#map.remove();
  }

  #draw(change: Partial<VisitorLook>): void {
    const next = { ...this.#look, ...change };
    if ((Object.keys(change) as (keyof VisitorLook)[]).every((key) => change[key] === this.#look[key])) return;
    apply(this.#map, changesBetween(layersOf(this.#look), layersOf(next)));
    this.#look = next;
  }

  #source(name: string, data: Parameters<GeoJSONSource['setData']>[0]): void {
    this.#map.getSource<GeoJSONSource>(name)?.setData(data);
  }

  async #press(x: number, y: number): Promise<void> {
    const hit = under(this.#map, x, y, this.#look.chosen);
    if (hit && 'cluster' in hit) {
      const source = this.#map.getSource<GeoJSONSource>('parks')!;
      const zoom = await source.getClusterExpansionZoom(Number(hit.cluster.properties.cluster_id));
      const [lon, lat] = (hit.cluster.geometry as Point).coordinates;
      this.#draw({ bridged: true });
      this.#map.easeTo({ center: [lon, lat], zoom, animate: !lessMotion() });
    } else this.#onSelect(hit ? this.#first.parks.slug[hit.row] : null);
  }

  #tellMove(): void {
    this.#onMove(seenBy(this.#map), this.#map.getZoom());
  }

  #tellLegend(): void {
    const legend = legendOf(this.#signs, this.#look);
    if (JSON.stringify(legend) === JSON.stringify(this.#legend)) return;
    this.#legend = legend;
    this.#onLegend(legend);
  }
}
