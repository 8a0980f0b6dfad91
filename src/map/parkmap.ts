import type { Map as MapLibre, VectorTileSource } from 'maplibre-gl';
import type { Geometry } from 'geojson';
import type { StateOfUse } from '../domain/land/states-of-use.ts';
import type { Backdrop } from '../city/view.ts';
import type { TileSetName } from '../domain/tile-sets.ts';
import type { Outcome } from '../policy/shape/outcome.ts';
import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import { DraggingOut, type Draggable } from './dragging-out.ts';
import type { FlightOptions, ParkMap, ParkMapOptions, View } from './contract.ts';
import type { Theme } from './palette.ts';
import { empty } from './features.ts';
import { graticule, gridStep, isBare } from './graticule.ts';
import { lessMotion } from './motion.ts';
import { addImages, open } from './open.ts';
import { textureStep } from './pattern-names.ts';
import { plannedOf } from './plan/plan-features.ts';
import { metresPerPixel, scaleBar, type ScaleBar } from './scale.ts';
import { seenOn, type Seen } from './seen.ts';
import { SeenTold } from './seen-told.ts';
import { nothingShown, type Incoming, type Listed, type MapData, type Proposed, type Shown } from './shown.ts';
import { changedSources, DATA_SOURCES, TILE_SETS } from './sources.ts';
import { apply } from './changes.ts';
import { difference } from './style.ts';
import { DrawnData } from './drawn-data.ts';
import { DrawnTiles } from './drawn-tiles.ts';
import { NO_TILES, serveTiles, type TileAddresses } from './tiles.ts';
import { Drawing } from './tools/drawing.ts';
import { initialState, type Language, type MapState } from './view.ts';

/** How near a place is looked at where nothing else is said. */
const FLY_ZOOM = 15.5;
/** How long a flight takes, ms. */
const FLIGHT_MS = 600;

export class ParkMapView implements ParkMap {
  readonly #map: MapLibre;
  readonly #options: ParkMapOptions;
  readonly #tiles: TileAddresses;
  readonly drawing: Drawing;
  readonly #dragging: DraggingOut;
  /** What is drawn, and what shall be drawn: the same once the style is ready. */
  #drawn: MapState;
  #state: MapState;
  /** The same of data. Null: nothing yet. */
  #shown: Shown = nothingShown;
  #drawnData: Shown | null = null;
  /** Which project the tiles are of, so that none of another is kept. Null: none yet. */
  #opening: number | null = null;
  readonly #drawnTiles: DrawnTiles;
  readonly #data: DrawnData;
  #listings = 0;
  #ready = false;
  readonly #seenTold: SeenTold | null;
  /** Step of the grid that is drawn, degrees; 0: none. */
  #gridStep = 0;

  constructor(container: HTMLElement, options: ParkMapOptions) {
    this.#options = options;
    this.#state = this.#drawn = { ...initialState(options.theme, options.language), bare: DATA_SOURCES };
    this.#tiles = serveTiles(options.tile);
    this.#map = open(container, options, this.#state, this.#tiles);
    this.#drawnTiles = new DrawnTiles(this.#map, this.#tiles);
    this.#data = new DrawnData(this.#map, DATA_SOURCES, () => this.#drawFilled());
    this.#map.on('error', ({ error }) => (options.onError ?? console.error)(error));
    this.#map.once('style.load', () => this.#begin());
    this.#map.on('moveend', () => this.#rest());
    this.#map.on('zoom', () => {
      this.#texture();
      if (gridStep(this.#map.getZoom()) !== this.#gridStep) this.#grid();
    });
    this.#map.on('idle', () => {
      this.#draw({ bridged: false });
      this.#cutAnew(['afar']);
    });
    const { onSeen } = options;
    this.#seenTold = onSeen
      ? new SeenTold(this.#map, { restsOn: () => this.#signsRestOn(), proposed: () => this.#shown.proposed }, onSeen)
      : null;
    this.#dragging = new DraggingOut(this.#map);
    this.drawing = new Drawing(this.#map, {
      ...options,
      onRest: () => this.#rest(),
      setHover: (id) => this.setHover(id),
      setHoverProposed: (id) => this.setHoverProposed(id),
      setPlan: (plan) => {
        this.#draw({ planned: plannedOf(plan, this.#state.planned) });
        this.#show({ plan });
      },
      setLaid: (laid) => this.#show({ laid }),
      setCompared: (compared) => this.#show({ compared }),
      setMass: (isMass) => this.#draw({ isMass }),
    });
  }

  /** The map stands; one that a tool's hand still moves does not. */
  #rest(): void {
    if (this.drawing.isMoving) return;
    this.#options.onMove(this.view());
    this.#grid();
  }

  #begin(): void {
    this.#ready = true;
    addImages(this.#map);
    // One tile for all zooms, else what is in memory would be laid out anew for each.
    this.#map.getSource<VectorTileSource>('afar')!.reparseOverscaled = false;
    this.#show({});
    this.#texture();
    this.#draw({});
    this.#options.onMove(this.view());
  }

  /** Draws the sources that are another by it, and the tiles of the sets that changed. */
  #show(change: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...change };
    if (!this.#ready || this.#opening === null) return;
    for (const [name, data] of changedSources(this.#drawnData, this.#shown)) this.#data.set(name, data);
    this.#drawnData = this.#shown;
    this.#drawFilled();
    // After an edit what is known from afar waits until the tiles in view are there: it is one tile of all the land.
    const isEdited = this.#drawnTiles.versionOf('afar')?.startsWith(`${this.#opening}-`) === true;
    this.#cutAnew(isEdited ? TILE_SETS.filter((set) => set !== 'afar') : TILE_SETS);
  }

  #cutAnew(sets: readonly TileSetName[]): void {
    if (!this.#ready || this.#opening === null) return;
    for (const set of sets) this.#drawnTiles.draw(set, this.#versionOf(set));
  }

  #versionOf(set: TileSetName): string {
    const version = `${this.#opening}-${this.#shown.tiles[set]}`;
    if (set !== 'listed' && set !== 'listedPoints') return version;
    return this.#shown.listed ? `${version}-${this.#listings}` : NO_TILES;
  }

  #draw(change: Partial<MapState>): void {
    this.#state = { ...this.#state, ...change };
    if (!this.#ready) return;
    if (this.#state !== this.#drawn) apply(this.#map, difference(this.#drawn, this.#state));
    this.#drawn = this.#state;
  }

  #drawFilled(): void {
    const bare = this.#data.bare(this.#state.bare);
    if (bare !== this.#state.bare) this.#draw({ bare });
  }

  #texture(): void {
    const step = textureStep(this.#map.getZoom());
    if (step !== this.#state.textureStep) this.#draw({ textureStep: step });
  }

  /** Around land that comes alone, the grid of degrees; a view wider than what is seen, so that a drag has it too. */
  #grid(): void {
    const bare = this.#ready && this.#opening !== null && isBare(this.#shown);
    if (!bare && this.#gridStep === 0) return;
    this.#gridStep = bare ? gridStep(this.#map.getZoom()) : 0;
    const seen = this.#map.getBounds();
    const [width, height] = [seen.getEast() - seen.getWest(), seen.getNorth() - seen.getSouth()];
    const around: Bounds = [
      Math.max(-180, seen.getWest() - width),
      Math.max(-85, seen.getSouth() - height),
      Math.min(180, seen.getEast() + width),
      Math.min(85, seen.getNorth() + height),
    ];
    this.#data.set('graticule', bare ? graticule(around, this.#gridStep) : empty);
    this.#drawFilled();
  }

  /** All of the land and of the view that decides which signs are drawn. */
  #signsRestOn(): readonly unknown[] | null {
    if (!this.#ready || this.#opening === null) return null;
    const { parks, outcomes, tiles, listed } = this.#shown;
    const { parkId, visible, status, planned } = this.#state;
    return [this.#opening, parks, outcomes, tiles, listed, parkId, visible, status, planned];
  }

  setData({ parks, problems, broken, borders, districts, townships, tiles }: MapData, opening: number): void {
    const fresh = opening !== this.#opening;
    this.#opening = opening;
    this.#show({ parks, problems, broken, borders, districts, townships, tiles, ...(fresh && { backdrop: null }) });
    this.#grid();
  }

  setReferences(references: readonly Geometry[]): void {
    this.#show({ references });
  }

  setIncoming(incoming: Incoming | null): void {
    this.#show({ incoming });
  }

  setBackdrop(backdrop: Backdrop): void {
    this.#show({ backdrop });
    this.#grid();
  }

  setSelection(parkId: string | null, parcel: Geometry | null): void {
    this.#draw({ parkId });
    this.#show({ parcel });
  }

  setHover(parkId: string | null): void {
    this.#draw({ hoverParkId: parkId });
  }

  setMark(at: readonly [lon: number, lat: number] | null): void {
    this.#show({ marked: at && { type: 'Point', coordinates: [...at] } });
  }

  setStatus(status: StateOfUse | null): void {
    this.#draw({ status });
  }

  setQuiet(isQuiet: boolean): void {
    this.#draw({ isQuiet });
  }

  setVisible(parks: ReadonlySet<string> | null): void {
    this.#draw({ visible: parks });
  }

  setOutcomes(outcomes: ReadonlyMap<string, Outcome> | null): void {
    this.#show({ outcomes });
  }

  setListed(listed: Listed | null): void {
    if (listed === this.#shown.listed) return;
    this.#listings++;
    this.#show({ listed });
  }

  setProposed(proposed: Proposed): void {
    this.#show({ proposed });
  }

  setDraggable(draggable: Draggable | null): void {
    this.#dragging.set(draggable);
  }

  setHoverProposed(id: string | null): void {
    this.#show({ hoveredProposed: id });
  }

  setTheme(theme: Theme): void {
    this.#draw({ theme });
    this.drawing.setTheme(theme);
  }

  setLanguage(language: Language, ariaLabel: string): void {
    this.#map.getCanvas().setAttribute('aria-label', ariaLabel);
    this.#draw({ language });
  }

  flyTo(bounds: Bounds, options: FlightOptions = {}): void {
    this.#draw({ bridged: true });
    this.#map.fitBounds([bounds[0], bounds[1], bounds[2], bounds[3]], {
      padding: options.padding ?? 0,
      maxZoom: options.maxZoom ?? FLY_ZOOM,
      animate: options.animate !== false && !lessMotion(),
      duration: FLIGHT_MS,
    });
  }

  jumpTo(view: View): void {
    this.#draw({ bridged: true });
    const { lon, lat, zoom, pitch = 0, bearing = 0 } = view;
    this.#map.jumpTo({ center: [lon, lat], zoom, ...(this.drawing.isMass && { pitch, bearing }) });
  }

  zoomIn(): void {
    this.#map.zoomIn({ animate: !lessMotion() });
  }

  zoomOut(): void {
    this.#map.zoomOut({ animate: !lessMotion() });
  }

  view(): View {
    const { lng, lat } = this.#map.getCenter();
    const [pitch, bearing] = [this.#map.getPitch(), this.#map.getBearing()];
    return { lon: lng, lat, zoom: this.#map.getZoom(), ...((pitch !== 0 || bearing !== 0) && { pitch, bearing }) };
  }

  scaleBar(maxPx: number): ScaleBar {
    const { lat, zoom } = this.view();
    return scaleBar(metresPerPixel(lat, zoom), maxPx);
  }

  shows([west, south, east, north]: Bounds): boolean {
    const seen = this.#map.getBounds();
    return west < seen.getEast() && east > seen.getWest() && south < seen.getNorth() && north > seen.getSouth();
  }

  async bounds(): Promise<Bounds> {
    if (this.#map.isMoving()) await this.#map.once('moveend');
    const box = this.#map.getBounds();
    return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
  }

  async settled(): Promise<void> {
    await this.#map.once('idle');
  }

  seen(): Seen {
    return seenOn(this.#map);
  }

  picture(): HTMLCanvasElement {
    const drawn = this.#map.getCanvas();
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [drawn.width, drawn.height];
    // The drawing buffer lasts no longer than the task that filled it.
    this.#map.redraw();
    copy.getContext('2d')?.drawImage(drawn, 0, 0);
    return copy;
  }

  setPixelRatio(ratio: number): void {
    this.#map.setPixelRatio(ratio);
  }

  destroy(): void {
    this.drawing.destroy();
    this.#seenTold?.remove();
    this.#map.remove();
    this.#tiles.remove();
  }
}
