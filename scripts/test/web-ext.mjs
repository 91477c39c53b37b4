// @ts-check
/** Mozilla's own check of the Firefox build. */
import { root } from '../root.mjs';
import { runPackage } from '../run.mjs';

/** Preact sets innerHTML where a component asks for it; none of ours does. */
const knownWarnings = new Set(['UNSAFE_VAR_ASSIGNMENT']);

/** @returns {Promise<{ ok: boolean, output: string }>} */
export async function lintFirefoxBuild() {
  const { code, output } = await runPackage(
    'web-ext/bin/web-ext.js',
    ['lint', '-s', `${root}.output/firefox-mv3`, '--self-hosted', '-o', 'json', '--no-config-discovery'],
    { quiet: true },
  );
  /** @type {{ errors: Found[], warnings: Found[] } | null} */
  const report = reportIn(output);
  if (!report) return { ok: false, output };
  const bad = [...report.errors, ...report.warnings.filter((warning) => !knownWarnings.has(warning.code))];
  const lines = bad.map(
    ({ code, message, file, line }) => `  ${code} ${file ?? ''}:${line ?? ''} ${message}`,
  );
  return { ok: code === 0 && bad.length === 0, output: lines.join('\n') };
}

/** @typedef {{ code: string, message: string, file?: string, line?: number }} Found */

/**
 * @param {string} output warnings of Node may stand before the JSON
 * @returns {{ errors: Found[], warnings: Found[] } | null}
 */
function reportIn(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}
