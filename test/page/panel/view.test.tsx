import { describe, expect, it } from 'vitest';
import { text } from '../page-doubles';
import { createPanel, full, later, parts, title, words } from './double';

const panel = createPanel();

describe('what is in view', () => {
  it('is followed, and asked about each time', async () => {
    const { sent } = await panel.open();
    await panel.see({ kind: 'card', id: '7', title: 'Hinge', board: 'Lamp', list: 'Doing' });
    expect(title()).toBe('Hinge');
    expect(text()).toContain('Card · Lamp · Doing');
    expect(text()).toContain('Sold by spring');
    await panel.see({ kind: 'card', id: '8', title: 'Shade' });
    expect(title()).toBe('Shade');
    expect(sent('context')).toEqual([
      { view: expect.objectContaining({ id: '7' }) },
      { view: expect.objectContaining({ id: '8' }) },
    ]);
  });

  it('is not mixed with what belonged to the view before, even before the answer is there', async () => {
    const second = later();
    const answers = [Promise.resolve(full), second.promise];
    await panel.open({ context: () => answers.shift()! });
    await panel.see({ kind: 'card', id: '7', title: 'Hinge' });
    expect(text()).toContain('Sold by spring');
    await panel.see({ kind: 'card', id: '8', title: 'Shade' });
    expect(parts()).toEqual([]);
    await second.answer({ ...full, goal: { ...full.goal!, goal: words('Another goal') } });
    expect(text()).toContain('Another goal');
  });

  it('has the answer of the last question, whichever comes first', async () => {
    const [first, second] = [later(), later()];
    const answers = [first.promise, second.promise];
    await panel.open({ context: () => answers.shift()! });
    await panel.see({ kind: 'card', id: '7', title: 'Hinge' });
    await panel.see({ kind: 'card', id: '8', title: 'Shade' });
    await second.answer({ ...full, goal: { ...full.goal!, goal: words('The second') } });
    await first.answer({ ...full, goal: { ...full.goal!, goal: words('The first') } });
    expect(text()).toContain('The second');
    expect(text()).not.toContain('The first');
  });

  it('keeps what is shown while the same view is asked about again', async () => {
    const second = later();
    const answers = [Promise.resolve(full), second.promise];
    await panel.open({ context: () => answers.shift()! });
    await panel.see({ kind: 'card', id: '7', title: 'Hinge' });
    await panel.see({ kind: 'card', id: '7', title: 'Hinge', labels: ['new'] });
    expect(text()).toContain('Sold by spring');
  });

  it('stays as it was where a question fails', async () => {
    const answers = [() => full, () => Promise.reject(new Error('gone'))];
    await panel.open({ context: () => answers.shift()!() });
    await panel.see({ title: 'Hinge' });
    await panel.see({ title: 'Hinge', labels: ['new'] });
    expect(text()).toContain('Sold by spring');
  });

  it.each([
    [true, 'dark'],
    [false, 'light'],
  ])('tells whether the page is dark: %s', async (dark, page) => {
    await panel.open();
    await panel.see({ dark });
    expect(document.documentElement.dataset.page).toBe(page);
  });
});
