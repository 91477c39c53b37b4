// @ts-check
/** Debian packages: browsers and fonts are installed; documents are only unpacked, which takes no rights. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { root } from '../root.mjs';
import { run } from '../run.mjs';
import { heading, say } from '../say.mjs';
import { which } from './find-browsers.mjs';

/** Where documents are unpacked, laid out as under `/`. */
const unpacked = `${root}.cache/debian`;

/**
 * Documents and word lists nobody here wrote, by a name of their own. `proof` is a file that only this package has.
 * @satisfies {Record<string, { package: string, path: string, proof: string }>}
 */
const documents = {
  /** Filesystem Hierarchy Standard, one long English page. */
  fhs: { package: 'debian-policy', path: '/usr/share/doc/debian-policy/fhs/fhs-3.0.html', proof: '' },
  /** Debian Reference in Simplified Chinese: a folder of pages named `ch01.zh-cn.html` and so on. */
  debianReference: {
    package: 'debian-reference-zh-cn',
    path: '/usr/share/debian-reference',
    proof: '/ch01.zh-cn.html',
  },
  /** WordNet as a dictd database: `wn.index` and `wn.dict.dz`. */
  wordNet: { package: 'dict-wn', path: '/usr/share/dictd', proof: '/wn.index' },
};

/**
 * Where a document of Debian's stands.
 * @param {keyof typeof documents} name
 * @returns {string | undefined} absolute path of a file or folder; undefined: not on this machine
 */
export function debianDocument(name) {
  const { path, proof } = documents[name];
  return [unpacked + path, path].find((place) => existsSync(place + proof));
}

/** @returns {boolean} whether packages come by apt here */
export const isDebian = () => process.platform === 'linux' && !!which('apt-get') && !!which('dpkg');

/** Runs a command while invoke-rc.d is told to start nothing (policy-rc.d, Debian Policy 9.3.3.1). */
const withoutServices = `
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    trap 'exit 130' INT TERM HUP
    printf '#!/bin/sh\\nexit 101\\n' > "$policy"
    chmod 755 "$policy"
  fi
  "$@"`;

/**
 * @param {string[]} names
 * @returns {Promise<string[]>} those that are not installed
 */
export async function missingPackages(names) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own fields
  const format = '${Package} ${db:Status-Status}\n';
  const { output } = await run('dpkg-query', ['-W', '-f', format, ...names], { quiet: true });
  return names.filter((name) => !output.includes(`${name} installed\n`));
}

/**
 * Installs packages, as root or by a sudo that asks nothing. Services among them are neither started nor enabled.
 * @param {string[]} names
 * @param {{ answers?: string[], services?: string[] }} [options] answers: lines for debconf-set-selections;
 *   services: what these packages would have the machine start
 * @returns {Promise<boolean>} false: it was not possible, and a line said what to do
 */
export async function installPackages(names, { answers = [], services = [] } = {}) {
  const byHand = `sudo apt-get install --no-install-recommends ${names.join(' ')}`;
  const prefix = await rootPrefix();
  if (!prefix) {
    say(`Missing: ${names.join(', ')}. Install with: ${byHand}`);
    return false;
  }
  heading(`Installing ${names.join(', ')} from Debian`);
  /** @param {string[]} args */
  const asRoot = (...args) => {
    const [command = '', ...rest] = [...prefix, ...args];
    return run(command, rest, { quiet: true });
  };
  // sudo drops the environment, so `env` sets it behind it.
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=120'];
  const install = () =>
    asRoot(
      ...(services.length > 0 ? ['sh', '-c', withoutServices, 'sh'] : []),
      ...apt,
      'install',
      '-y',
      '--no-install-recommends',
      ...names,
    );
  if (!(await allAvailable(names))) await asRoot(...apt, 'update');
  for (const answer of answers)
    await asRoot('sh', '-c', 'printf "%s\\n" "$1" | debconf-set-selections', 'sh', answer);
  let { code, output } = await install();
  if (code !== 0) {
    say('That failed; reading the package lists anew and trying once more.');
    await asRoot(...apt, 'update');
    ({ code, output } = await install());
  }
  for (const service of services) await asRoot('update-rc.d', service, 'disable');
  if (code === 0) return true;
  say(lastLines(output));
  say(`Could not install ${names.join(', ')}. Try: ${byHand}`);
  return false;
}

/**
 * Unpacks the missing documents under `.cache`.
 * @returns {Promise<string[]>} packages that could not be had
 */
export async function fetchDocuments() {
  const missing = () =>
    Object.entries(documents)
      .filter(([name]) => !debianDocument(/** @type {keyof typeof documents} */ (name)))
      .map(([, document]) => document.package);
  const wanted = missing();
  if (wanted.length === 0) return [];
  heading(`Fetching ${wanted.join(', ')} from Debian, as pages to test on`);
  const folder = `${unpacked}/packages`;
  await mkdir(folder, { recursive: true });
  const download = () => run('apt-get', ['-q', 'download', ...wanted], { cwd: folder, quiet: true });
  if (!(await allAvailable(wanted))) await updateLists();
  let { code, output } = await download();
  if (code !== 0) {
    say('That failed; reading the package lists anew and trying once more.');
    await updateLists();
    ({ code, output } = await download());
  }
  if (code !== 0) say(lastLines(output));
  for (const file of await readdir(folder)) {
    if (file.endsWith('.deb')) await run('dpkg', ['-x', `${folder}/${file}`, unpacked], { quiet: true });
  }
  await rm(folder, { recursive: true, force: true });
  return missing();
}

async function updateLists() {
  const prefix = await rootPrefix();
  if (!prefix) return;
  const [command = '', ...args] = [...prefix, 'apt-get', '-q', 'update'];
  await run(command, args, { quiet: true });
}

/** @returns {Promise<string[] | null>} what to put before a command that needs root; null: impossible */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return (await run('sudo', ['-n', 'true'], { quiet: true })).code === 0 ? ['sudo', '-n'] : null;
}

/** @param {string[]} names */
async function allAvailable(names) {
  const { output } = await run('apt-cache', ['policy', ...names], { quiet: true, env: { LC_ALL: 'C' } });
  return (output.match(/Candidate: (?!\(none\))/g) ?? []).length === names.length;
}

/** @param {string} output */
const lastLines = (output) => output.trim().split('\n').slice(-5).join('\n  ');
