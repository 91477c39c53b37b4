// @ts-check
/** Real pages that nobody here wrote, from Debian's packages. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { debianDocument } from '../../scripts/setup/debian.mjs';

/** Least length of the big page, in bytes of HTML. */
const bigPage = 1_000_000;

/**
 * @typedef {{ english: string, chinese: string, bigEnglish: string, bigChinese: string }} Documents HTML
 */

/**
 * @returns {Promise<Documents>} the Filesystem Hierarchy Standard (some 99,000 characters), a chapter of the Debian
 *   Reference in Chinese; and so many pages of Debian's policy, and chapters of that reference, that they make a megabyte
 */
export async function documents() {
  const fhs = debianDocument('fhs');
  const reference = debianDocument('debianReference');
  if (!fhs || !reference)
    throw new Error(
      "The pages are not on this machine; they come with Debian's debian-policy and debian-reference-zh-cn.",
    );
  const policy = dirname(dirname(fhs));
  return {
    english: page('en', bodyOf(await readFile(fhs, 'utf8'))),
    chinese: page('zh-CN', bodyOf(await readFile(`${reference}/ch02.zh-cn.html`, 'utf8'))),
    bigEnglish: page('en', await joined([`${policy}/policy.html`, `${policy}/fhs`], /\.html$/)),
    bigChinese: page('zh-CN', await joined([reference], /^ch\d+\.zh-cn\.html$/)),
  };
}

/**
 * @param {string[]} folders
 * @param {RegExp} names of the pages in them
 */
async function joined(folders, names) {
  let bodies = '';
  for (const folder of folders) {
    for (const name of (await readdir(folder)).filter((name) => names.test(name)).sort()) {
      if (Buffer.byteLength(bodies) >= bigPage) return bodies;
      bodies += bodyOf(await readFile(`${folder}/${name}`, 'utf8'));
    }
  }
  return bodies;
}

/** @param {string} html */
const bodyOf = (html) =>
  // Without what it would load from elsewhere, and its own scripts: those are not measured.
  (/<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '').replace(
    /<(script|style)\b[\s\S]*?<\/\1>|<(?:link|img)\b[^>]*>/g,
    '',
  );

/**
 * @param {string} language
 * @param {string} body
 */
const page = (language, body) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Benchmark</title>
<style>body { font: 16px/1.5 sans-serif; margin: 24px; }</style></head><body>
${body}
</body></html>`;
