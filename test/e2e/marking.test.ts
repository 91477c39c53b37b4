/** What of a page is marked, and what is left alone. */
import { expect, it } from 'vitest';
import { describeMarking, end, html, settled } from './marking';

type Case = [name: string, html: string, marks: string[]];

const borders: Case[] = [
  ['an element border', '<p>the <b>net</b> revenue</p>', ['net revenue']],
  ['a span', '<p>the net <span>revenue</span></p>', ['net revenue']],
  [
    'spans in spans',
    '<p>the <span><i>net</i></span> <span><b><u>reve</u></b>nue</span></p>',
    ['net revenue'],
  ],
  ['a link', '<p>the net <a href="#">revenue</a> fell</p>', ['net revenue']],
  ['a word in two elements', '<p>the deli<b>very</b></p>', ['delivery']],
  ['a search hit', '<p><mark style="padding: .2em">deli</mark>very</p>', ['delivery']],
  ['<wbr>', '<p>deli<wbr>very</p>', ['delivery']],
  ['a comment', '<p>net <!-- x -->revenue</p>', ['net revenue']],
  ['not over paragraphs', '<p>net</p><p>revenue</p>', []],
  ['not over list items', '<ul><li>net<li>revenue</ul>', []],
  ['not over table cells', '<table><tr><td>net<td>revenue</table>', []],
  ['not over <br>', '<p>net<br>revenue</p>', []],
  ['not over a picture', '<p>net <img alt=""> revenue</p>', []],
  ['not over a field', '<p>net <input size="3"> revenue</p>', []],
  [
    'not over spans styled as blocks',
    '<p><span style="display:block">net</span> <span style="display:block">revenue</span></p>',
    [],
  ],
  [
    'not over elements in spans styled as blocks',
    '<p><span style="display:block"><b>net</b></span> <span style="display:block"><b>revenue</b></span></p>',
    [],
  ],
  [
    'the terms on either side of such a border',
    '<p><span style="display:block">delivery net</span> <span style="display:block">revenue launch</span></p>',
    ['delivery', 'launch'],
  ],
  [
    'words that touch in spans styled as blocks',
    '<p><span style="display:block">delivery</span><span style="display:block">launch</span></p>',
    ['delivery', 'launch'],
  ],
  [
    'words that touch in a row of links',
    '<nav style="display:flex"><a href="#">Delivery</a><a href="#">Launch</a><a href="#">Customers</a></nav>',
    ['Delivery', 'Launch', 'Customers'],
  ],
  [
    'a badge that touches a word',
    '<p><span style="display:inline-block; margin-right: 4px">3</span><span>customer</span></p>',
    ['customer'],
  ],
  [
    'a span set off by a margin',
    '<p><span style="margin-right: 8px">Lead</span><span>Launch</span></p>',
    ['Lead', 'Launch'],
  ],
  [
    'what is taken out of the flow',
    '<p>delivery<span style="position:absolute; right:0">launch</span></p>',
    ['delivery', 'launch'],
  ],
  ['Han in two elements', '<p>按期<b>交</b>付，灰度<i>发布</i></p>', ['交付', '灰度发布']],
  [
    'not Han over spans styled as blocks',
    '<p><span style="display:block">交</span><span style="display:block">付</span></p>',
    [],
  ],
  ['Han under ruby', '<p>按期<ruby>交<rt>jiāo</rt>付<rt>fù</rt></ruby>完成</p>', ['交jiāo付']],
  ['a block in a link', '<a href="#"><div>net</div><div>revenue</div><div>lead</div></a>', ['lead']],
  ['a button', '<button>launch</button>', ['launch']],
  ['a heading', '<h2>Delivery</h2>', ['Delivery']],
  ['a label', '<label>Customer <input></label>', ['Customer']],
];

const spaces: Case[] = [
  ['soft hyphens', '<p>deli&shy;very, net rev&shy;enue</p>', ['deli\u00advery', 'net rev\u00adenue']],
  ['line breaks of the source', '<p>net\n      revenue</p>', ['net\n      revenue']],
  ['a hyphen before a line break', '<p>e-\n   mail</p>', ['e-\n   mail']],
  ['no-break space', '<p>net&nbsp;revenue</p>', ['net\u00a0revenue']],
  ['no-break hyphen', '<p>e&#8209;mail</p>', ['e\u2011mail']],
  ['zero-width space in Han', '<p>灰度&#8203;发布</p>', ['灰度\u200b发布']],
  ['a line break of the source in Han', '<p>灰度\n   发布</p>', ['灰度\n   发布']],
  ['full width', '<p>ＧＭＶ与ｄｅｌｉｖｅｒｙ</p>', ['ＧＭＶ', 'ｄｅｌｉｖｅｒｙ']],
];

const leftAlone: Case[] = [
  ['input', '<input value="delivery"><input type="submit" value="delivery">', []],
  ['textarea', '<textarea>delivery</textarea>', []],
  ['select', '<select><optgroup label="delivery"><option>delivery</option></optgroup></select>', []],
  ['datalist', '<datalist><option>delivery</option></datalist>', []],
  ['contenteditable', '<div contenteditable>delivery <p>delivery</p></div>', []],
  ['plaintext-only', '<div contenteditable="plaintext-only">delivery</div>', []],
  ['an island in an editor', '<div contenteditable><p contenteditable="false">delivery</p></div>', []],
  ['not an editor', '<div contenteditable="false">delivery</div>', ['delivery']],
  ['role=textbox', '<div role="textbox">delivery</div><div role="searchbox">delivery</div>', []],
  ['code', '<p><code>delivery</code> <kbd>delivery</kbd> <samp>delivery</samp> <var>delivery</var></p>', []],
  ['pre', '<pre>delivery</pre>', []],
  ['script and style', '<script type="text/plain">delivery</script><style>/* delivery */</style>', []],
  ['noscript and template', '<noscript>delivery</noscript><template><p>delivery</p></template>', []],
  ['svg text', '<svg width="99" height="20"><text y="15">delivery</text></svg>', []],
  [
    'svg with HTML in it',
    '<svg><foreignObject width="99" height="20"><p>delivery</p></foreignObject></svg>',
    [],
  ],
  ['math', '<math><mtext>delivery</mtext></math>', []],
  ['canvas', '<canvas>delivery</canvas>', []],
  ['video and audio', '<video>delivery</video><audio>delivery</audio>', []],
  ['progress and meter', '<progress>delivery</progress><meter>delivery</meter>', []],
  ['a form with a password', '<form><p>delivery</p><input type="password"></form>', []],
  ['a form with a card number', '<form><p>delivery</p><input autocomplete="cc-number"></form>', []],
  ['another form', '<form><p>delivery</p><input></form>', ['delivery']],
  [
    'icon fonts',
    '<i class="material-icons">launch</i><span class="material-symbols-outlined">launch</span>',
    [],
  ],
  ['icon fonts by family', '<i style="font-family: \'Material Symbols Rounded\'">launch</i>', []],
  ['display: none', '<p style="display:none">delivery</p><p>x <span hidden>delivery</span></p>', []],
  ['closed details', '<details><summary>launch</summary><p>delivery</p></details>', ['launch']],
  ['content-visibility: hidden', '<div style="content-visibility:hidden"><p>delivery</p></div>', []],
  [
    'text for screen readers only',
    `<style>.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}</style>
     <p>x <span class="sr">delivery</span></p><h2 class="sr">delivery</h2><div class="sr"><p>delivery</p></div>`,
    [],
  ],
  ['what lies off the page', '<p style="position:absolute; left:-9999px">delivery</p>', []],
  ['what is not slotted', '<x-none>delivery</x-none>', []],
];

const cases = [...borders, ...spaces, ...leftAlone];

describeMarking('Marks', (marking) => {
  const found = new Map<string, string[]>();

  it('reads a page with every case', async () => {
    await marking().set('all');
    const tab = await marking().open(
      html(
        cases
          .map(([name, body]) => `<section data-name="${name.replaceAll('"', '')}">${body}</section>`)
          .join('\n') +
          `<script>document.querySelector('x-none').attachShadow({ mode: 'open' }).innerHTML = '<i>x</i>'</script>` +
          end,
        '<style>section{position:relative}</style>',
      ),
    );
    await marking().texts(tab, (texts) => texts.at(-1) === 'GMV');
    await settled(tab);
    const marks = await tab.evaluate(() =>
      ['common-ground-term', 'common-ground-contested'].flatMap((name) =>
        [...(CSS.highlights.get(name) ?? [])].map((mark) => {
          const range = document.createRange();
          range.setStart(mark.startContainer, mark.startOffset);
          range.setEnd(mark.endContainer, mark.endOffset);
          const section = mark.startContainer.parentElement?.closest('section');
          const before = document.createRange();
          before.setEnd(mark.startContainer, mark.startOffset);
          return {
            text: range.toString(),
            name: section?.dataset.name ?? '',
            at: before.toString().length,
          };
        }),
      ),
    );
    marks.sort((a, b) => a.at - b.at);
    for (const { name, text } of marks) found.set(name, [...(found.get(name) ?? []), text]);
    await tab.close();
  });

  it.each(cases)('%s', (name, _, expected) => {
    expect(found.get(name) ?? []).toEqual(expected);
  });

  it('reads XHTML as it reads HTML', async () => {
    const tab = await marking().open({
      type: 'application/xhtml+xml',
      body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>delivery</title></head><body>
        <p>the <b>net</b> revenue</p><pre>delivery</pre><script>/* delivery */</script>${end}</body></html>`,
    });
    await marking().waitFor(tab, 'net revenue', 'GMV');
    await tab.close();
  });

  it('leaves a document in design mode alone', async () => {
    const tab = await marking().open(
      html(`<p>delivery</p>${end}`, `<script>document.designMode = 'on'</script>`),
    );
    await settled(tab);
    expect(await marking().browser.marks(tab)).toEqual([]);
    await tab.close();
  });
  const paragraphs = html(
    Array.from(
      { length: 12 },
      (_, i) => `<p style="height:300px; margin:0">${i} delivery of 灰度发布</p>`,
    ).join(''),
    '<style>body { margin: 0 }</style>',
  );

  it('marks a term once a screenful', async () => {
    await marking().set('screenful');
    const tab = await marking().open(paragraphs);
    await marking().texts(tab, (texts) => texts.length >= 8);
    await settled(tab);
    for (const name of ['common-ground-contested', 'common-ground-term']) {
      const tops = await tab.evaluate(
        (name) =>
          [...CSS.highlights.get(name)!].map(
            ({ startContainer }) => startContainer.parentElement!.getBoundingClientRect().top,
          ),
        name,
      );
      expect(tops).toEqual([0, 900, 1800, 2700]);
    }
    await tab.close();
  });

  it('marks all, none, and again once a screenful, in a tab that stays open', async () => {
    const tab = await marking().open(paragraphs);
    await marking().set('all');
    await marking().texts(tab, (texts) => texts.length === 24);
    await marking().set('none');
    await marking().waitFor(tab);
    await marking().set('screenful');
    await marking().texts(tab, (texts) => texts.length === 8);
    await tab.close();
  });

  it('counts screenfuls to the side too', async () => {
    await marking().set('screenful');
    const column = '<p style="width:1400px; flex:none">delivery</p>';
    const tab = await marking().open(
      html(`<div style="display:flex; overflow:auto">${column.repeat(3)}</div>`),
    );
    await marking().waitFor(tab, 'delivery', 'delivery', 'delivery');
    await tab.close();
  });

  it('lets no hidden word stand for one that is seen', async () => {
    await marking().set('screenful');
    const tab = await marking().open(
      html(
        `<p>see <span style="display:none">delivery</span></p><p style="visibility:hidden">delivery</p>
         <p style="position:absolute; left:-9999px">delivery</p><p id="seen">delivery</p>${end}`,
      ),
    );
    await marking().texts(tab, (texts) => texts.includes('GMV'));
    await settled(tab);
    const seen = await tab.evaluate(() =>
      [...CSS.highlights.get('common-ground-contested')!].some(
        ({ startContainer }) => startContainer.parentElement!.id === 'seen',
      ),
    );
    expect(seen).toBe(true);
    await tab.close();
  });

  it('counts a word in a page of one block by where it stands', async () => {
    await marking().set('screenful');
    const lines = Array.from(
      { length: 200 },
      (_, i) => `${i} ${i % 20 === 0 ? 'delivery' : 'other'}<br>`,
    ).join('');
    const tab = await marking().open(html(`<div style="line-height:40px">${lines}</div>`));
    await marking().texts(tab, (texts) => texts.length >= 2);
    await settled(tab);
    // 8,000 px with a word each 800 px, on a screen of 800 px.
    expect(await marking().browser.marks(tab)).toHaveLength(10);
    await tab.close();
  });
});
