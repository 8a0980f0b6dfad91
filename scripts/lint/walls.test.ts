import { describe, expect, it } from 'vitest';
import { wallBetween } from './walls.js';

describe('the import walls', () => {
  it.each([
    ['ui/App.svelte', 'svelte'],
    ['ui/App.svelte', '../map/index.ts'],
    ['policy/engine.ts', '../domain/land/facts.ts'],
    ['policy/engine.ts', './kinds/index.ts'],
    ['policy/engine.ts', './shape/pack.ts'],
    ['city/city.ts', '../policy/shape/pack.ts'],
    ['domain/geometry/columns/layer.ts', '../../geodesy/crs.ts'],
    ['domain/land/facts.ts', '../outcome.ts'],
    ['cli/files.ts', 'node:fs'],
    ['map/tools/events.ts', '../../desk/tools/index.ts'],
    ['main.ts', './ui/App.svelte'],
  ])('%s may import %s', (from, specifier) => {
    expect(wallBetween(from, specifier)).toBeNull();
  });

  it.each([
    ['domain/land/facts.ts', '../../policy/finding.ts', 'domain'],
    ['domain/geodesy/crs.ts', '../geometry/columns/layer.ts', 'geodesy'],
    ['policy/shape/scope.ts', '../context.ts', 'policy/shape'],
    ['policy/engine.ts', 'svelte', 'Svelte'],
    ['formats/txt.ts', 'node:fs', 'I/O'],
    ['ui/App.svelte', 'maplibre-gl', 'map library'],
    ['formats/txt.ts', '../policy/pack.ts', 'may import domain'],
    ['map/index.ts', '../ui/state.ts', 'imports go down only'],
    ['map/tools/events.ts', '../../desk/draw.ts', 'may import city'],
  ])('%s may not import %s, and says why', (from, specifier, word) => {
    expect(wallBetween(from, specifier)).toContain(word);
  });

  it.each(['ui/App.svelte', 'map/style.ts'])('%s may import types of the city, and nothing else of it', (from) => {
    expect(wallBetween(from, '../city/view.ts', true)).toBeNull();
    expect(wallBetween(from, '../city/city.ts')).toContain('types alone');
  });
});
