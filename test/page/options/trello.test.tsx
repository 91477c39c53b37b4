import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser, press, type } from '../page-doubles';
import { open, section } from './open';

describe('Trello', () => {
  const connect = async (key: string, token: string) => {
    await type('Key', key);
    await type('Token', token);
    await press('Connect');
  };

  it('is asked with the user’s own key and token, once its address may be reached', async () => {
    const { sent, browser } = await open();
    await connect(' k ', ' t ');
    expect(browser.requestSites).toHaveBeenCalledWith(['https://api.trello.com/*']);
    expect(sent('settings.set')).toEqual([{ trelloKey: 'k', trelloToken: 't' }]);
  });

  it('keeps nothing while the access is refused, and says what to do', async () => {
    const browser = fakeBrowser({ requestSites: vi.fn(async () => false) });
    const { sent } = await open({ source: 'sample' }, {}, browser);
    await connect('k', 't');
    expect(sent('settings.set')).toEqual([]);
    expect(section('Trello').textContent).toContain('Press Connect again and allow it');
  });

  it('is disconnected, and the token forgotten', async () => {
    const { sent } = await open({ source: 'sample', trelloKey: 'k', trelloToken: 't' });
    expect(section('Trello').textContent).toContain('Connected.');
    await press('Disconnect');
    expect(sent('settings.set')).toEqual([{ trelloKey: null, trelloToken: null }]);
  });
});
