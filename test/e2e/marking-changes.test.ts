/** Pages that change: what comes is marked, what goes is not, and the page's own work goes on. */
import { expect, it } from 'vitest';
import { describeMarking, html, settled } from './marking';

describeMarking('Marks on a page that changes', (marking) => {
  it('follow a navigation within the page', async () => {
    await marking().set('all');
    const tab = await marking().open(html('<main><p>delivery</p><p>launch</p></main>'));
    await marking().waitFor(tab, 'delivery', 'launch');
    await tab.evaluate(() => {
      history.pushState({}, '', '/another');
      document.querySelector('main')!.innerHTML = '<h1>Net revenue</h1><p>for a customer</p>';
    });
    await marking().waitFor(tab, 'Net revenue', 'customer');
    await tab.evaluate(() => {
      history.back();
      document.querySelector('main')!.replaceChildren('GMV');
    });
    await marking().waitFor(tab, 'GMV');
    await tab.close();
  });

  it('follow text that is added without end', async () => {
    const tab = await marking().open(html('<main><p>delivery</p></main>'));
    await marking().waitFor(tab, 'delivery');
    for (let batch = 1; batch <= 3; batch++) {
      await tab.evaluate(() => {
        for (let i = 0; i < 40; i++) {
          const item = document.createElement('article');
          item.innerHTML = `<h2>${i}</h2><div><p>a <b>delivery</b></p></div>`;
          document.querySelector('main')!.append(item);
        }
      });
      await marking().texts(tab, (texts) => texts.length === 1 + 40 * batch);
    }
    await tab.close();
  });

  it('see what is added while the page is read', async () => {
    const filler = '<p>Nothing of note is said in this paragraph, which goes on for a while.</p>'.repeat(
      8000,
    );
    const tab = await marking().open(
      html(
        `<main></main>${filler}<script>
          let added = 0;
          const timer = setInterval(() => {
            document.querySelector('main').insertAdjacentHTML('beforeend', '<p>delivery</p>');
            if (++added === 100) clearInterval(timer);
          }, 10);
        </script>`,
      ),
    );
    await marking().texts(tab, (texts) => texts.length === 100);
    await tab.evaluate(() => document.querySelector('main')!.append('launch'));
    await marking().texts(tab, (texts) => texts.length === 101);
    await tab.close();
  });

  it('follow the rows of a list that are used again', async () => {
    const tab = await marking().open(
      html(
        `<style>#window { height: 200px; overflow: auto } #window div { height: 20px; position: absolute }</style>
         <div id="window"><section style="height: 20000px; position: relative"></section></div>
         <script>
           const words = ['delivery', 'launch', 'customer', 'nothing', 'GMV'];
           const list = document.querySelector('#window');
           const rows = Array.from({ length: 12 }, () => {
             const row = document.querySelector('section').appendChild(document.createElement('div'));
             row.append('');
             return row;
           });
           const draw = () => {
             const first = Math.floor(list.scrollTop / 20);
             rows.forEach((row, i) => {
               row.style.top = (first + i) * 20 + 'px';
               row.firstChild.data = (first + i) + ' ' + words[(first + i) % 5];
             });
           };
           list.addEventListener('scroll', draw);
           draw();
         </script>`,
      ),
    );
    const expected = async () =>
      tab.evaluate(() =>
        [...document.querySelectorAll('section div')]
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map((row) => row.textContent!.split(' ')[1]!)
          .filter((word) => word !== 'nothing'),
      );
    const sorted = (texts: string[]) => JSON.stringify([...texts].sort());
    for (const top of [0, 37, 1000, 940, 15_000]) {
      await tab.evaluate((top) => document.querySelector('#window')!.scrollTo(0, top), top);
      await settled(tab);
      const wanted = sorted(await expected());
      await marking().texts(tab, (texts) => sorted(texts) === wanted);
    }
    await tab.close();
  });

  it('follow text edited in place', async () => {
    const tab = await marking().open(html('<p>the launch of <b>x</b> is near</p>'));
    await marking().waitFor(tab, 'launch');
    const edit = (source: string) =>
      tab.evaluate(`(() => { const p = document.querySelector('p'); ${source} })()`);
    await edit(`p.firstChild.data = 'the net ';`);
    await marking().waitFor(tab);
    await edit(`p.querySelector('b').firstChild.data = 'revenue';`);
    await marking().waitFor(tab, 'net revenue');
    await edit(`p.querySelector('b').before('and '); `);
    await marking().waitFor(tab);
    await edit(`p.querySelector('b').previousSibling.remove();`);
    await marking().waitFor(tab, 'net revenue');
    await edit(`p.lastChild.data = ', a delivery';`);
    await marking().waitFor(tab, 'net revenue', 'delivery');
    await edit(`p.lastChild.splitText(6); p.normalize();`);
    await settled(tab);
    await marking().waitFor(tab, 'net revenue', 'delivery');
    await tab.close();
  });

  it.each([
    ['a tab panel', '<div hidden><p>delivery</p></div>', `document.querySelector('div').hidden = false`],
    [
      'details',
      '<details><summary>more</summary><p>delivery</p></details>',
      `document.querySelector('details').open = true`,
    ],
    [
      'display',
      '<p><span style="display: none">delivery</span> more</p>',
      `document.querySelector('span').style.display = ''`,
    ],
    [
      'visibility',
      '<div style="visibility: hidden"><p>delivery</p></div>',
      `document.querySelector('div').style.visibility = ''`,
    ],
    [
      'visibility of a part',
      '<p>more <span style="visibility: hidden">delivery</span></p>',
      `document.querySelector('span').style.visibility = ''`,
    ],
    [
      'visibility by a rule',
      '<style>.off p { visibility: hidden }</style><div class="off"><p>delivery</p></div>',
      `document.querySelector('div').className = ''`,
    ],
    [
      'content-visibility',
      '<div style="content-visibility: hidden"><p>delivery</p></div>',
      `document.querySelector('div').style.contentVisibility = ''`,
    ],
    ['a modal dialog', '<dialog><p>delivery</p></dialog>', `document.querySelector('dialog').showModal()`],
    ['a popover', '<div popover><p>delivery</p></div>', `document.querySelector('div').showPopover()`],
    ['display: contents', '<div style="display: contents">delivery</div>', ''],
    [
      'an editor that is closed',
      '<div contenteditable><p>delivery</p></div>',
      `document.querySelector('div').removeAttribute('contenteditable')`,
    ],
  ])('come when it is shown: %s', async (name, body, show) => {
    await marking().set('screenful');
    const tab = await marking().open(html(`${body}<p>GMV</p>`));
    if (show) {
      await marking().texts(tab, (texts) => texts.includes('GMV'));
      await settled(tab);
      expect(await marking().texts(tab), name).toEqual(['GMV']);
      await tab.evaluate(show);
    }
    await marking().waitFor(tab, 'delivery', 'GMV');
    await tab.close();
  });

  it('leave what becomes an editor', async () => {
    await marking().set('all');
    const tab = await marking().open(html('<div><p>delivery</p></div><p>GMV</p>'));
    await marking().waitFor(tab, 'delivery', 'GMV');
    await tab.evaluate(() => document.querySelector('div')!.setAttribute('contenteditable', 'true'));
    await marking().waitFor(tab, 'GMV');
    await tab.evaluate(() => document.querySelector('div')!.setAttribute('contenteditable', 'false'));
    await marking().waitFor(tab, 'delivery', 'GMV');
    await tab.close();
  });

  it('leave what moves into an editor', async () => {
    const tab = await marking().open(html('<p>delivery</p><div contenteditable></div><p>GMV</p>'));
    await marking().waitFor(tab, 'delivery', 'GMV');
    await tab.evaluate(() => document.querySelector('div')!.append(document.querySelector('p')!));
    await marking().waitFor(tab, 'GMV');
    await tab.close();
  });

  const markedIn = `(() => [...CSS.highlights.get('common-ground-contested')]
    .filter(({ startContainer }) => startContainer.isConnected)
    .map(({ startContainer }) => startContainer.parentElement.id))()`;

  it.each([
    ['is removed', `document.querySelector('#first').remove()`],
    ['is removed with its words', `document.querySelector('#first').textContent = 'nothing'`],
    ['is hidden', `document.querySelector('#first').hidden = true`],
  ])('pass to the next in the screenful when the first %s', async (_, source) => {
    await marking().set('screenful');
    const tab = await marking().open(
      html('<p id="first">delivery</p><p id="second">delivery</p><p id="third">delivery</p>'),
    );
    await marking().waitFor(tab, 'delivery');
    expect(await tab.evaluate(markedIn)).toEqual(['first']);
    await tab.evaluate(source);
    await expect.poll(() => tab.evaluate(markedIn), { timeout: 20_000 }).toEqual(['second']);
    await tab.close();
  });

  it('are there in each of two panels that take turns', async () => {
    const tab = await marking().open(html('<p id="a">delivery</p><p id="b" hidden>delivery</p>'));
    for (const [shown, hidden] of [
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'b'],
    ] as const) {
      await tab.evaluate(
        (shown, hidden) => {
          document.getElementById(hidden)!.hidden = true;
          document.getElementById(shown)!.hidden = false;
        },
        shown,
        hidden,
      );
      await expect.poll(() => tab.evaluate(markedIn), { timeout: 20_000 }).toEqual([shown]);
    }
    await tab.close();
  });

  it('count screenfuls by where things stand now', async () => {
    const tab = await marking().open(html('<main></main><p id="first">delivery</p>'));
    await marking().waitFor(tab, 'delivery');
    await tab.evaluate(() => {
      document.querySelector('main')!.innerHTML = '<p>delivery</p><div style="height:2000px"></div>';
    });
    await marking().waitFor(tab, 'delivery', 'delivery');
    await tab.close();
  });

  it('count screenfuls of what scrolls by itself', async () => {
    const tab = await marking().open(
      html(
        '<main style="height:600px; overflow:auto"><p>delivery</p><div style="height:3000px"></div></main>',
      ),
    );
    await marking().waitFor(tab, 'delivery');
    await tab.evaluate(() => {
      const main = document.querySelector('main')!;
      main.insertAdjacentHTML('beforeend', '<p>delivery</p>');
      main.scrollTo(0, 9999);
    });
    await marking().waitFor(tab, 'delivery', 'delivery');
    await tab.close();
  });

  it('come back when the page clears the registry', async () => {
    await marking().set('all');
    const tab = await marking().open(html('<p>delivery and launch</p><p id="x">x</p>'));
    await marking().waitFor(tab, 'delivery', 'launch');
    await tab.evaluate(() => CSS.highlights.clear());
    await tab.mouse.move(300, 300);
    await tab.mouse.move(301, 301);
    await marking().waitFor(tab, 'delivery', 'launch');
    await tab.evaluate(() => {
      CSS.highlights.clear();
      document.querySelector('#x')!.textContent = 'customer';
    });
    await marking().waitFor(tab, 'delivery', 'launch', 'customer');
    await tab.close();
  });

  it('neither starve, pile up nor throw while the page draws itself anew fifty times a second', async () => {
    await marking().set('screenful');
    const tab = await marking().open(
      html(
        `<div id="busy"></div><p id="calm">x</p>
         <script>
           let count = 0;
           const busy = document.querySelector('#busy');
           setInterval(() => {
             count++;
             busy.replaceChildren('update ', document.createElement('b'), ' of the launch');
             busy.querySelector('b').textContent = 'delivery';
           }, 20);
           window.errors = [];
           addEventListener('error', (event) => errors.push(event.message));
           addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
         </script>`,
      ),
    );
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    await marking().texts(tab, (texts) => texts.includes('delivery') && texts.includes('launch'));
    await tab.evaluate(() => {
      document.querySelector('#calm')!.textContent = 'a customer';
    });
    await marking().texts(tab, (texts) => texts.includes('customer'));
    for (let round = 0; round < 5; round++) {
      await settled(tab);
      await marking().texts(tab, (texts) => texts.includes('delivery') && texts.includes('launch'));
    }
    const registered = await tab.evaluate(() =>
      [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
    );
    expect(registered).toBeLessThan(20);
    expect(await tab.evaluate('errors')).toEqual([]);
    expect(errors).toEqual([]);
    await tab.close();
  });
});
