/** Real glossaries on real pages, none of them written here, judged by checks that know nothing of the matcher. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { acronyms, cloudTerms } from '@/test/fixtures/real';
import type { HandbookSource } from '@/utils/handbook/schema';
import { debianDocument } from '../../scripts/setup/debian.mjs';
import { describeMarking, type Marking, settled } from './marking';

const english = debianDocument('fhs');
const chinese = debianDocument('debianReference');
const titlesOf = (handbook: HandbookSource) =>
  (handbook.concepts ?? []).flatMap(({ terms }) =>
    terms.map((term) => (typeof term === 'string' ? term : term.text)),
  );

/** A piece of the page's text that is to be marked, with what is around it. */
interface Piece {
  text: string;
  around: string;
  marked: boolean;
}

/** Opens a page and waits until all of it has been read: a term put at its end is marked last, and taken away again. */
async function openWhole(marking: Marking, file: string, term: string): Promise<Page> {
  const text = readFileSync(file, 'utf8');
  const end = text.lastIndexOf('</body>');
  const tab = await marking.open(`${text.slice(0, end)}<footer id="last">${term}</footer>${text.slice(end)}`);
  const isMarked = (wanted: boolean) =>
    tab.waitForFunction(
      (wanted) =>
        [...(CSS.highlights.get('common-ground-term') ?? [])].some(({ startContainer }) =>
          startContainer.parentElement?.matches('#last'),
        ) === wanted,
      // By time: a headless browser that has nothing to draw may stop giving frames.
      { timeout: 40_000, polling: 100 },
      wanted,
    );
  await isMarked(true);
  await tab.evaluate(() => document.getElementById('last')!.remove());
  await isMarked(false);
  await settled(tab);
  return tab;
}

/** Runs in the page: pieces between spaces, without punctuation at their ends, that are one of `titles` in their case. */
function standingAlone(titles: string[], anyCase: boolean): Piece[] {
  const fold = (text: string) => (anyCase ? text.toLowerCase() : text);
  const wanted = new Set(titles.map(fold));
  const marks = ['common-ground-term', 'common-ground-contested'].flatMap((name) => [
    ...(CSS.highlights.get(name) ?? []),
  ]);
  const found: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.parentElement!.closest('pre, code, kbd, samp, var, script, style, sup, sub')) continue;
    for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
      const text = word.replace(/^["'‘“([]+/, '').replace(/["'’”)\].,;:!?]+$/, '');
      if (!wanted.has(fold(text))) continue;
      const start = index + word.indexOf(text);
      const end = start + text.length;
      // Glued to what the next element holds, it does not stand alone.
      if ((start === 0 && node.previousSibling) || (end === node.length && node.nextSibling)) continue;
      const marked = marks.some(
        (mark) =>
          mark.startContainer === node &&
          mark.startOffset <= start &&
          (mark.endContainer !== node || mark.endOffset >= end),
      );
      found.push({ text, around: node.data.slice(Math.max(0, start - 20), end + 20), marked });
    }
  }
  return found;
}

/** Runs in the page: Chinese terms with no Han text beside them, or that the segmenter takes for a word. */
function standingAloneInHan(titles: string[]): Piece[] {
  const han = /\p{Script=Han}/u;
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const marks = ['common-ground-term', 'common-ground-contested'].flatMap((name) => [
    ...(CSS.highlights.get(name) ?? []),
  ]);
  const found: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const { data } = node;
    if (node.parentElement!.closest('pre, code, kbd, samp, var, script, style') || !han.test(data)) continue;
    const words = new Map([...segmenter.segment(data)].map(({ index, segment }) => [index, segment]));
    for (const text of titles) {
      for (let start = data.indexOf(text); start >= 0; start = data.indexOf(text, start + 1)) {
        const end = start + text.length;
        const [before = '', after = ''] = [data[start - 1], data[end]];
        const alone = !han.test(before) && !han.test(after);
        // A character that makes another word of the one before it: 服务器, 服务端, 容器化.
        const isStem = /[器端化]/.test(after) && data.slice(end, end + 2) !== '端口';
        if (!alone && (words.get(start) !== text || isStem)) continue;
        const marked = marks.some(
          (mark) =>
            mark.startContainer === node &&
            mark.startOffset <= start &&
            (mark.endContainer !== node || mark.endOffset >= end),
        );
        found.push({ text, around: data.slice(Math.max(0, start - 10), end + 10), marked });
      }
    }
  }
  return found;
}

const acronymList = acronyms();
describe.skipIf(!acronymList || !english)('4,859 acronyms on the Filesystem Hierarchy Standard', () => {
  describeMarking(
    'Real acronyms',
    (marking) => {
      const titles = titlesOf(acronymList!);
      let tab: Page;

      it('marks only what is on the list, as it is written there', async () => {
        tab = await openWhole(marking(), english!, 'SGML');
        const texts = (await marking().browser.marks(tab)).map(({ text }) => text.replace(/\s+/g, ' '));
        // A hyphen and a space are one to the reader: "CD ROM", CD-ROM.
        const spaced = (text: string) => text.replace(/-/g, ' ');
        const listed = new Set(titles.map(spaced));
        const others = texts
          .map(spaced)
          .filter((text) => !listed.has(text) && !listed.has(text.replace(/'?s$/, '')));
        expect(texts.length).toBeGreaterThan(80);
        expect(others).toEqual([]);
        // Many of the list are words as well: it, us, at, to, as, so, care, art, am, safe, dos.
        expect(texts.filter((text) => text === text.toLowerCase())).toEqual([]);
      });

      it('marks every acronym that stands alone', async () => {
        const pieces = await tab.evaluate(
          standingAlone,
          titles.filter((title) => /^[A-Z0-9]{2,}$/.test(title)),
          false,
        );
        expect(pieces.length).toBeGreaterThan(40);
        expect(pieces.filter(({ marked }) => !marked)).toEqual([]);
        await tab.close();
      });
    },
    acronymList!,
  );
});

const cloud = cloudTerms();
describe.skipIf(!cloud || !chinese)('Terms of cloud computing on the Debian Reference in Chinese', () => {
  describeMarking(
    'Real terms in two languages',
    (marking) => {
      const titles = titlesOf(cloud!);
      const inHan = titles.filter((title) => /^\p{Script=Han}+$/u.test(title));
      const inLatin = titles.filter((title) => /^[A-Za-z]+$/.test(title));
      const pieces: { han: Piece[]; latin: Piece[] } = { han: [], latin: [] };
      const inside: string[] = [];
      const marked = new Map<string, number>();

      it('reads all its chapters', { timeout: 300_000 }, async () => {
        const files = readdirSync(chinese!).filter((file) => /zh-cn\.html$/.test(file));
        expect(files.length).toBeGreaterThan(12);
        for (const file of files) {
          const tab = await openWhole(marking(), `${chinese}/${file}`, 'Kubernetes');
          pieces.han.push(...(await tab.evaluate(standingAloneInHan, inHan)));
          pieces.latin.push(
            ...(await tab.evaluate(
              standingAlone,
              inLatin.filter((title) => title !== title.toUpperCase()),
              true,
            )),
          );
          for (const { text } of await marking().browser.marks(tab))
            marked.set(text, (marked.get(text) ?? 0) + 1);
          inside.push(
            ...(await tab.evaluate(() =>
              [...CSS.highlights.get('common-ground-term')!].flatMap((mark) => {
                const { data } = mark.endContainer as Text;
                const before = mark.startContainer === mark.endContainer ? mark.startOffset : 0;
                const around = data.slice(Math.max(0, before - 5), mark.endOffset + 5);
                const word = data.slice(before, mark.endOffset + 1);
                const next = data.slice(mark.endOffset, mark.endOffset + 2);
                return /^(?:服务[器端]|容器化)$/.test(word) && next !== '端口' ? [around] : [];
              }),
            )),
          );
          await tab.close();
        }
      });

      it('marks 服务 not inside 服务器, nor 容器 inside 容器化', () => {
        expect(marked.get('服务')).toBeGreaterThan(80);
        expect(inside).toEqual([]);
      });

      it('marks every Chinese term that stands alone', () => {
        expect(pieces.han.length).toBeGreaterThan(120);
        expect(pieces.han.filter((piece) => !piece.marked)).toEqual([]);
      });

      it('marks every English term that stands alone', () => {
        expect(pieces.latin.length).toBeGreaterThan(10);
        expect(pieces.latin.filter((piece) => !piece.marked)).toEqual([]);
      });

      it('marks words the segmenter does not know', () => {
        expect(marked.get('虚拟化')).toBe(35);
        expect(marked.get('防火墙')).toBe(13);
        expect(marked.get('版本控制')).toBe(13);
      });
    },
    cloud!,
  );
});
