/** The shape of the code (docs/architecture.md), kept by reading the tree. Each failure says what to do. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder of the code, and what it may use besides its own. */
const layers: Record<string, string[]> = {
  'utils/handbook': [],
  'utils/terms': ['utils/handbook'],
  'utils/requests': ['utils/handbook'],
  'utils/store': ['utils/handbook', 'utils/terms', 'utils/messages/limits'],
  'utils/messages': ['utils/handbook', 'utils/store', 'utils/platform/transport'],
  'utils/platform': ['utils/messages', 'utils/store'],
  'utils/services': ['utils/handbook', 'utils/terms', 'utils/store', 'utils/platform/match-patterns'],
  'utils/hosts': ['utils/handbook', 'utils/terms', 'utils/page/theme'],
  'utils/page': ['utils/terms', 'utils/messages/limits', 'utils/messages/translate'],
  components: ['utils/handbook', 'utils/messages/translate'],
  entrypoints: ['utils', 'components'],
};
/** What a folder may take types from, besides: shapes of messages, and interfaces that an entry point fills. */
const typesOnly: Record<string, string[]> = {
  'utils/messages': ['utils/hosts/host'],
  'utils/platform': ['utils/page/own-frame'],
  'utils/services': ['utils/messages', 'utils/hosts/host', 'utils/platform/language'],
  'utils/hosts': ['utils/messages/view'],
  'utils/page': ['utils/messages'],
  components: ['utils/messages', 'utils/store/settings', 'utils/store/fetch-fault', 'utils/platform'],
};
/** Folders whose code runs anywhere: no page, no extension API, no clock, no chance. */
const pure = ['utils/handbook', 'utils/terms', 'utils/requests'];
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

/** Modules of ours that a file uses; `import type` and `import { type … }` alone take no values. */
function used({ path, code }: Source): Array<{ module: string; onlyTypes: boolean }> {
  const found: Array<{ module: string; onlyTypes: boolean }> = [];
  for (const [, clause = '', from = ''] of code.matchAll(
    /^(?:import|export)\s+([^'";]*?)\s*(?:from\s+)?'([^']+)'/gm,
  )) {
    const named = /\{([^}]*)\}/.exec(clause)?.[1];
    const onlyTypes =
      clause.startsWith('type ') ||
      (named !== undefined &&
        clause.trim().startsWith('{') &&
        named.split(',').every((name) => !name.trim() || name.trim().startsWith('type ')));
    if (!/^[.@]\//.test(from.replace(/^\.\.\//, './'))) continue;
    const module = from.startsWith('@/') ? from.slice(2) : relative(root, join(root, dirname(path), from));
    // Styles are data, whoever draws with them.
    if (module.endsWith('.css?inline')) continue;
    // The interface's texts are data, and keys of theirs are known everywhere.
    if (!onlyTypes || !isIn(module, 'public')) found.push({ module, onlyTypes });
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
    const known = [...allowed, ...(typesOnly[layer] ?? [])];
    const wrong = used(source).filter(
      ({ module, onlyTypes }) => !(onlyTypes ? known : allowed).some((folder) => isIn(module, folder)),
    );
    expect(
      wrong.map(({ module }) => module),
      `Pass it in from an entry point, or move it: ${layer} may use ${allowed.join(', ')}, and types of ${known.join(', ')}.`,
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
