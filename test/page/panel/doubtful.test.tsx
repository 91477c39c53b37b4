import { describe, expect, it, vi } from 'vitest';
import { press, text, wordings } from '../page-doubles';
import { createPanel } from './double';

const panel = createPanel();
const { panel_doubtful: doubt, panel_reduced: reduced } = wordings.en.catalogue;

describe('a view that two ways of finding it do not agree on', () => {
  it('is said to be doubtful once it has had time to settle, with a report to copy', async () => {
    await panel.open();
    await panel.see({ doubtful: ['title'] });
    expect(text()).not.toContain(doubt);
    await vi.waitFor(() => expect(text()).toContain(doubt), { timeout: 10_000 });
    expect(text()).not.toContain(reduced);
    await press('Copy a report');
    expect(panel.said).toEqual([{ say: 'report' }]);
    await panel.see();
    expect(text()).not.toContain(doubt);
  });

  it('is one warning with what is missing', async () => {
    await panel.open();
    await panel.see({ missing: ['list'], doubtful: ['title'] });
    await vi.waitFor(() => expect(text()).toContain(reduced), { timeout: 10_000 });
    expect(text()).not.toContain(doubt);
  });
});
