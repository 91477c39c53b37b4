// @ts-check
/** What a build weighs. */
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

/** @param {import('../run.mjs').Bench} bench */
export async function measureSize({ extension }) {
  const files = await readdir(extension, { recursive: true });
  const of = async (/** @type {(name: string) => boolean} */ wanted) => {
    let bytes = 0;
    for (const name of files.map((file) => file.replaceAll('\\', '/')).filter(wanted))
      bytes += gzipSync(await readFile(`${extension}/${name}`), { level: 9 }).length;
    return bytes / 1000;
  };
  return {
    overlay_gzip_kb: await of((name) => name === 'overlay.js'),
    overlay_css_gzip_kb: await of((name) => name === 'assets/overlay.css'),
    background_gzip_kb: await of((name) => name === 'background.js'),
    pages_gzip_kb: await of((name) => /^(?:chunks|assets)\/|^[^/]+\.html$/.test(name)),
  };
}
