import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { press, text, wordings } from '../page-doubles';
import { createPanel, nothing, parts, title } from './double';

const panel = createPanel();

describe('parts', () => {
  it('that are empty are absent', async () => {
    await panel.open({ context: () => nothing });
    await panel.see({ title: 'Hinge' });
    expect(title()).toBe('Hinge');
    expect(parts()).toEqual([]);
  });

  it('stand in their order', async () => {
    await panel.open({
      'context.words': () => [{ term: 1, frame: 0, word: 'delivery', contested: false, others: [] }],
    });
    await panel.see();
    expect(parts()).toEqual(['goal', 'who', 'handoffs', 'words', 'week', 'documents']);
  });

  it('that were folded stay folded', async () => {
    await panel.open();
    await panel.see();
    const goal = document.querySelector<HTMLDetailsElement>('.part-goal')!;
    await act(() => {
      goal.open = false;
      goal.dispatchEvent(new Event('toggle'));
    });
    await panel.close();
    await panel.open();
    await panel.see();
    expect(document.querySelector<HTMLDetailsElement>('.part-goal')!.open).toBe(false);
    expect(document.querySelector<HTMLDetailsElement>('.part-who')!.open).toBe(true);
  });

  it('without a handbook are absent; it can be chosen', async () => {
    await panel.open({ context: () => null });
    await panel.see();
    expect(parts()).toEqual([]);
    await press(wordings.en.catalogue.popup_first_choose!);
    expect(panel.browser.openWelcome).toHaveBeenCalledOnce();
  });
});

it('speaks Chinese', async () => {
  await panel.open({}, 'zh-CN');
  await panel.see({ kind: 'card', title: '铰链', missing: ['title'] });
  const { catalogue } = wordings['zh-CN'];
  for (const key of ['panel_goal', 'panel_who', 'panel_handoffs', 'panel_week', 'panel_documents'])
    expect(text(), key).toContain(catalogue[key]);
  expect(text()).not.toContain('Goal');
}); // biome-ignore format: a list
