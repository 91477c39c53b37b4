/** Open shadow roots: their text is read, and the marks in them can be seen. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { describeMarking, html, settled } from './marking';

const template = (inner: string, mode = 'open') => `<template shadowrootmode="${mode}">${inner}</template>`;

/** What the page looks like at an element. */
const picture = async (tab: Page, selector: string) =>
  Buffer.from(await (await tab.waitForSelector(selector))!.screenshot());

describeMarking('Marks in shadow trees', (marking) => {
  it('are found, in nested ones too, and in the order of the page', async () => {
    await marking().set('all');
    const tab = await marking().open(
      html(
        `<p>lead</p>
         <x-card>${template(`<p>net <i>revenue</i></p><x-card>${template('deliv<b>ery</b>, <b>GMV</b>')}</x-card>`)}</x-card>
         <span>${template('launch')}</span>
         <div>${template('<slot></slot> customer')}<p>e-mail</p></div>`,
      ),
    );
    await marking().texts(tab, (texts) => texts.length === 7);
    expect((await marking().texts(tab)).sort()).toEqual(
      ['lead', 'net revenue', 'delivery', 'GMV', 'launch', 'customer', 'e-mail'].sort(),
    );
    await tab.close();
  });

  it('are not found in closed ones', async () => {
    const tab = await marking().open(
      html(`<x-card>${template('<p>delivery</p>', 'closed')}</x-card><p>GMV</p>`),
    );
    await marking().waitFor(tab, 'GMV');
    await settled(tab);
    await marking().waitFor(tab, 'GMV');
    await tab.close();
  });

  it('are seen', async () => {
    const body = html(
      `<x-card>${template('<p>the delivery and the <b>launch</b></p>')}</x-card><p>GMV</p>`,
      '<style>x-card { display: block }</style>',
    );
    await marking().set('none');
    const tab = await marking().open(body);
    await settled(tab);
    const plain = await picture(tab, 'x-card');
    expect(plain.equals(await picture(tab, 'x-card'))).toBe(true);
    await marking().set('all');
    await marking().waitFor(tab, 'delivery', 'launch', 'GMV');
    await settled(tab);
    expect(plain.equals(await picture(tab, 'x-card'))).toBe(false);
    await marking().set('none');
    await marking().waitFor(tab);
    await settled(tab);
    expect(plain.equals(await picture(tab, 'x-card'))).toBe(true);
    const adopted = await tab.evaluate(
      () => document.querySelector('x-card')!.shadowRoot!.adoptedStyleSheets.length,
    );
    expect(adopted).toBe(0);
    await marking().set('all');
    await tab.close();
  });

  it('are seen again after the page set its own styles', async () => {
    const tab = await marking().open(
      html(`<x-card>${template('<p>delivery</p>')}</x-card>`, '<style>x-card { display: block }</style>'),
    );
    await marking().waitFor(tab, 'delivery');
    await settled(tab);
    const before = await picture(tab, 'x-card');
    await tab.evaluate(() => {
      const root = document.querySelector('x-card')!.shadowRoot!;
      root.adoptedStyleSheets = [];
      root.append(document.createElement('hr'));
      root.querySelector('hr')!.remove();
    });
    await settled(tab);
    expect(before.equals(await picture(tab, 'x-card'))).toBe(true);
    await tab.close();
  });

  it.each([
    [
      'by a class that comes late',
      `customElements.define('x-late', class extends HTMLElement {
         connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<p>delivery</p>'; }
       });`,
    ],
    [
      'to an empty element',
      `document.querySelector('#empty').attachShadow({ mode: 'open' }).innerHTML = '<p>delivery</p><p>delivery</p>';`,
    ],
  ])('attached after the page was read, %s', async (_, script) => {
    const tab = await marking().open(
      html('<x-late></x-late><x-other></x-other><x-late></x-late><div id="empty"></div><p>GMV</p>'),
    );
    await marking().waitFor(tab, 'GMV');
    await settled(tab);
    await tab.evaluate(script);
    await marking().waitFor(tab, 'delivery', 'delivery', 'GMV');
    await tab.close();
  });

  it('follow changes in them', async () => {
    const tab = await marking().open(html(`<x-card>${template('net <b>revenue</b>')}</x-card>`));
    await marking().waitFor(tab, 'net revenue');
    const change = (source: string) =>
      tab.evaluate(`(() => { const root = document.querySelector('x-card').shadowRoot; ${source} })()`);
    await change(`root.firstChild.data = 'the delivery, ';`);
    await marking().waitFor(tab, 'delivery');
    await change(`root.querySelector('b').textContent = 'launch';`);
    await marking().waitFor(tab, 'delivery', 'launch');
    await change(`root.append(', a customer');`);
    await marking().waitFor(tab, 'delivery', 'launch', 'customer');
    await change(`root.querySelector('b').remove();`);
    await marking().waitFor(tab, 'delivery', 'customer');
    await change(`root.host.remove();`);
    await marking().waitFor(tab);
    await tab.close();
  });
});
