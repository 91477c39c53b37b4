// @ts-check
/** Bundles code of the product to be measured by itself, as the release build would: minified, one script. */
import { build } from 'vite';
import { root } from '../../scripts/root.mjs';

/**
 * @param {string} entry path from the root of the checkout
 * @returns {Promise<string>} a classic script
 */
export async function bundle(entry) {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: root + entry, formats: ['iife'], name: 'unused' },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error(`${entry} was not bundled.`);
  return result.output[0].code;
}
