import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { has, press, text, wordings } from '../page-doubles';
import { createPanel } from './double';

const panel = createPanel();

describe('a host that has changed', () => {
  it('is said to be reduced, and a report is copied only when it is asked for', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
      copied.push(text);
    });
    await panel.open();
    await panel.see({ missing: ['title'] });
    // A page that loads shows nothing yet.
    expect(text()).not.toContain('This site has changed.');
    await vi.waitFor(() => expect(text()).toContain('This site has changed.'), { timeout: 10_000 });
    expect(panel.said).toEqual([]);
    await press('Copy a report');
    expect(panel.said).toEqual([{ say: 'report' }]);
    await panel.hear({ say: 'report', text: '<div>' });
    expect(copied).toEqual(['<div>']);
    expect(text()).toContain(wordings.en.catalogue.panel_report_copied);
  });

  it('is said to be, however often its title changes', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await panel.open();
    for (let unread = 0; unread < 5; unread++) {
      await panel.see({ title: `(${unread}) Hinge`, missing: ['title'] });
      expect(text().includes('This site has changed.')).toBe(unread >= 3);
      await act(async () => {
        await vi.advanceTimersByTimeAsync(1000);
      });
    }
    await panel.see({ title: 'Hinge' });
    expect(text()).not.toContain('This site has changed.');
  });

  it('that shows all it should says nothing', async () => {
    await panel.open();
    await panel.see();
    expect(text()).not.toContain('This site has changed.');
    expect(has('Copy a report')).toBe(false);
  });

  it('does not keep a report for copied that could not be', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no focus'));
    await panel.open();
    await panel.see({ missing: ['title'] });
    await panel.hear({ say: 'report', text: '<div>' });
    expect(text()).not.toContain(wordings.en.catalogue.panel_report_copied);
  });

  it('that takes our element away is said to', async () => {
    await panel.open();
    await panel.see();
    await panel.hear({ say: 'given-up' });
    expect(text()).toContain(wordings.en.catalogue.panel_given_up);
  });
});
