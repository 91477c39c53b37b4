// @ts-check
/** Starts programs, shows or keeps what they print, and ends them with this process. */
import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean, shell?: boolean }} [options]
 *   quiet: keep the output instead of showing it
 * @returns {Promise<{ code: number, output: string }>} exit code, 127 where there is no such program; stdout and
 *   stderr if quiet
 */
export function run(command, args, { env = {}, cwd = root, quiet = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    /** @param {number} code */
    const done = (code) => {
      running.delete(child);
      resolve({ code, output });
    };
    child.once('error', () => done(127));
    child.once('close', (code) => done(code ?? 1));
  });
}

/**
 * Runs a program of node_modules by its script, so that no shell and no `.cmd` file stands between.
 * @param {string} script path inside node_modules
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runPackage = (script, args, options) =>
  run(process.execPath, [`${root}node_modules/${script}`, ...args], options);

/** Ends every program that `run` started and that still runs. */
export function endAll() {
  for (const child of running) child.kill();
}
