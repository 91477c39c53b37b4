import { describe, expect, it } from 'vitest';
import { has, key, press, text, type, wordings } from '../page-doubles';
import { type Answers, createPanel, parts } from './double';

const panel = createPanel();

describe('in a frame on the page', () => {
  it('enters once with its pass, and closes and moves by its own buttons', async () => {
    panel.over = { pass: 'secret' };
    const { sent } = await panel.open({ 'panel.enter': () => 7 });
    expect(sent('panel.enter')).toEqual([{ pass: 'secret' }]);
    expect(panel.links.map(({ tab }) => tab)).toEqual([7]);
    await press(wordings.en.catalogue.panel_other_side!);
    await press(wordings.en.catalogue.dock_close!);
    expect(panel.said).toEqual([{ say: 'other-side' }, { say: 'close' }]);
  });

  it.each<[string, NonNullable<Answers['panel.enter']>]>([
    ['is not let in', () => null],
    ['gets no answer', () => Promise.reject(new Error('gone'))],
  ])('that %s shows nothing, hears nothing and asks nothing', async (_, enter) => {
    panel.over = { pass: '' };
    const { asked } = await panel.open({ 'panel.enter': enter });
    expect(panel.links).toEqual([]);
    expect(parts()).toEqual([]);
    expect(text()).toBe('');
    expect(asked.map(([name]) => name)).toEqual(['panel.enter']);
  });

  it('closes by Escape, but not where that means something else', async () => {
    panel.over = { pass: 'secret' };
    await panel.open({ 'panel.enter': () => 7, 'context.search': () => [] });
    await panel.see();
    const field = document.querySelector<HTMLElement>('.search input')!;
    await type(wordings.en.catalogue.search_label!, 'delivery');
    field.focus();
    await key('Escape');
    expect(panel.said).toEqual([]);
    await key('Escape');
    expect(panel.said).toEqual([{ say: 'close' }]);
  });

  it('beside the page Escape closes nothing', async () => {
    await panel.open();
    await panel.see();
    await key('Escape');
    expect(panel.said).toEqual([]);
  });

  it('beside the page the browser has its own ways', async () => {
    await panel.open();
    await panel.see();
    expect(has(wordings.en.catalogue.dock_close!)).toBe(false);
    expect(has(wordings.en.catalogue.panel_other_side!)).toBe(false);
  });
});
