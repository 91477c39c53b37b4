/** The panel's list of words follows the page, without asking while nothing changes. */
import { expect, it } from 'vitest';
import { keepPanelOpen } from './panel';
import { describePanel, html } from './panel-suite';

const title = 'Plan [Desk Lamp 3]';
const pages = {
  '/': html('<main><h1>Plan [Desk Lamp 3]</h1><p>The delivery waits.</p></main>', title),
  '/frame': html('<p>Nothing is said of the launch.</p>'),
};

describePanel("The panel's list of words", { board: pages }, (suite) => {
  const words = async () =>
    (await suite.frame())?.evaluate(() =>
      [...document.querySelectorAll('.part-words li')].map((row) => row.textContent ?? '').join(' '),
    );
  const lists = (word: string, is = true) =>
    expect
      .poll(words, { timeout: 20_000 })
      .toSatisfy((text: string | undefined) => text?.includes(word) === is);

  it('gains what comes to the page, in frames too, and loses what goes', async () => {
    await keepPanelOpen(suite.browser, suite.board.url);
    await suite.open(`${suite.board.url}/`);
    await lists('delivery');
    await suite.page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '/frame';
      document.body.append(frame);
    });
    await lists('launch');
    await suite.page.evaluate(() => document.querySelector('iframe')!.remove());
    await lists('launch', false);
    await suite.page.evaluate(() => {
      document.querySelector('p')!.textContent = 'The sample waits.';
    });
    await lists('sample');
    await lists('delivery', false);
  });
});
