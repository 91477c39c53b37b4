/** The shape of the code (docs/architecture.md), kept by reading the tree. Each failure says what to do. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder of the code, and whose values it may use besides its own; types may come from anywhere but entry points. */
const layers: Record<string, string[]> = {
  'utils/handbook': [],
  'utils/terms': ['utils/handbook'],
  'utils/store': ['utils/handbook', 'utils/terms', 'utils/messages/limits'],
  'utils/messages': ['utils/handbook', 'utils/store', 'utils/platform/transport'],
  'utils/platform': ['utils/messages', 'utils/store'],
  'utils/services': ['utils/handbook', 'utils/terms', 'utils/store', 'utils/platform/match-patterns'],
  'utils/hosts': ['utils/handbook', 'utils/terms', 'utils/page/theme'],
  'utils/page': ['utils/terms', 'utils/messages/limits', 'components'],
  components: ['utils/handbook'],
  entrypoints: ['utils', 'components'],
};
/** Folders whose code runs anywhere: no page, no extension API, no clock, no chance. */
const pure = ['utils/handbook', 'utils/terms'];
/** Folders that may call the extension API. */
const mayCallBrowser = ['utils/platform', 'entrypoints'];
const longest = 350;

interface Source {
  path: string;
  text: string;
  /** Without comments. */
  code: string;
}

const sources = ['entrypoints', 'components', 'utils'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path): Source => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, code: text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '') };
    }),
);

const isIn = (path: string, folder: string) =>
  path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}.`);
const layerOf = (path: string) => Object.keys(layers).find((layer) => isIn(path, layer));

/** Modules of ours that a file takes values from; `import type` and `import { type … }` alone do not count. */
function valuesUsed({ path, code }: Source): string[] {
  const found: string[] = [];
  for (const [, clause = '', from = ''] of code.matchAll(
    /^(?:import|export)\s+([^'";]*?)\s*(?:from\s+)?'([^']+)'/gm,
  )) {
    const named = /\{([^}]*)\}/.exec(clause)?.[1];
    const onlyTypes =
      clause.startsWith('type ') ||
      (named !== undefined &&
        clause.trim().startsWith('{') &&
        named.split(',').every((name) => !name.trim() || name.trim().startsWith('type ')));
    if (onlyTypes || !/^[.@]\//.test(from.replace(/^\.\.\//, './'))) continue;
    found.push(from.startsWith('@/') ? from.slice(2) : relative(root, join(root, dirname(path), from)));
  }
  return found;
}

it('has only the folders of the design', () => {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => name);
  const design = ['components', 'docs', 'entrypoints', 'public', 'scripts', 'test', 'utils'];
  expect(
    folders.filter((name) => !design.includes(name)),
    'Put it in one of the folders there are.',
  ).toEqual([]);
  const inUtils = new Set(
    sources.filter(({ path }) => isIn(path, 'utils')).map(({ path }) => path.split('/')[1]),
  );
  const known = Object.keys(layers).map((layer) => layer.split('/')[1]);
  expect(
    [...inUtils].filter((name) => !known.includes(name)),
    'Add the new folder to `layers`.',
  ).toEqual([]);
});

const inLayers = (folders: string[]) => sources.filter(({ path }) => folders.includes(layerOf(path)!));

describe.each(sources)('$path', (source) => {
  const layer = layerOf(source.path)!;

  it('uses only what its layer may', () => {
    const allowed = [layer, ...layers[layer]!];
    const wrong = valuesUsed(source).filter((used) => !allowed.some((folder) => isIn(used, folder)));
    expect(
      wrong,
      `Pass it in from an entry point, or move this file: ${layer} may use ${allowed.join(', ')}.`,
    ).toEqual([]);
    const fromEntry = [...source.code.matchAll(/from '@\/(entrypoints\/[^']+)'/g)].map(([, path]) => path);
    expect(
      fromEntry.filter(() => layer !== 'entrypoints'),
      'Nothing imports an entry point.',
    ).toEqual([]);
  });

  it('is short', () => {
    expect(source.text.split('\n').length, 'Is it one thing? Split it.').toBeLessThanOrEqual(longest);
  });
});

it.each(inLayers(pure))('$path is pure', ({ code }) => {
  const found = code.match(
    /\b(?:document|window|navigator|browser|chrome|localStorage)\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(/g,
  );
  expect(found, 'Take what it needs as a parameter.').toBeNull();
});

it.each(inLayers(Object.keys(layers).filter((layer) => !mayCallBrowser.includes(layer))))(
  '$path does not call the extension API',
  ({ code }) => {
    const found = code.match(/\b(?:browser|chrome)\.[a-z]+|webextension-polyfill|wxt\/browser/g);
    expect(found, 'Only utils/platform and entrypoints call it.').toBeNull();
  },
);
