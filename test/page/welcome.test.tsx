import { describe, expect, it, vi } from 'vitest';
import { WelcomePage } from '@/entrypoints/welcome/WelcomePage';
import type { HandbookStatus } from '@/utils/messages/protocol';
import type { Settings } from '@/utils/store/settings';
import {
  background,
  control,
  fakeBrowser,
  has,
  inEnglish,
  lantern,
  noHandbook,
  press,
  settle,
  show,
  text,
  type,
} from './page-doubles';

/** A background whose handbook is there as soon as a source is set; `outcome` says what comes of an address. */
function fresh(outcome: HandbookStatus = { ...lantern, source: 'address' }, saved: Partial<Settings> = {}) {
  let status = noHandbook;
  const ground = background({ 'handbook.status': () => status }, saved);
  const send: typeof ground.send = async (name, params) => {
    const answer = await ground.send(name, params);
    const source = name === 'settings.set' && (params as Partial<Settings>).source;
    if (source) status = source === 'sample' ? lantern : outcome;
    return answer;
  };
  return { ...ground, send };
}

const open = (ground = fresh(), browser = fakeBrowser()) => {
  const shown = show(inEnglish(<WelcomePage send={ground.send} browser={browser} />));
  return { ...ground, browser, shown };
};

const radio = (name: string) => control<HTMLInputElement>(name, 'input[type=radio]');
const pick = async (name: string) => {
  radio(name).click();
  await settle();
};

describe('handbook', () => {
  it('takes the sample with one click and says what is in it', async () => {
    const { sent, browser, shown } = open();
    await shown;
    expect(text()).toContain('The departments appear here once there is a handbook.');
    await pick('The sample handbook');
    expect(sent('settings.set')).toEqual([{ source: 'sample' }]);
    expect(browser.requestSites).not.toHaveBeenCalled();
    expect(text()).toContain('Lantern is ready.');
    expect(text()).toContain('162');
    expect(radio('Sales')).toBeTruthy();
  });

  it('tries an address at once, with access to its site alone', async () => {
    const { sent, browser, shown } = open();
    await shown;
    await pick('Our company’s handbook');
    expect(sent('settings.set')).toEqual([]);
    await type('Address of the handbook', 'handbook.example.com:8443/h.json');
    await press('Check');
    expect(browser.requestSites).toHaveBeenCalledWith(['https://handbook.example.com/*']);
    expect(sent('settings.set')).toEqual([
      { source: 'address', address: 'https://handbook.example.com:8443/h.json' },
    ]);
    expect(text()).toContain('Lantern is ready.');
  });

  it.each([
    ['', 'Give an address first.'],
    ['two words', 'This is not a web address.'],
    ['ftp://files.example.com/h.json', 'must begin with https:// or http://'],
    ['https://ann:secret@example.com/h.json', 'Take the user name and password out'],
  ])('says at the field what is wrong with “%s”', async (address, problem) => {
    const { sent, browser, shown } = open();
    await shown;
    await pick('Our company’s handbook');
    await type('Address of the handbook', address);
    await press('Check');
    const field = control('Address of the handbook', 'input');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const description = document.getElementById(field.getAttribute('aria-describedby')!.split(' ')[0]!);
    expect(description?.textContent).toContain(problem);
    expect(document.activeElement).toBe(field);
    expect(browser.requestSites).not.toHaveBeenCalled();
    expect(sent('settings.set')).toEqual([]);
    await type('Address of the handbook', 'https://example.com/h.json');
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });

  it('takes http for this machine', async () => {
    const { browser, shown } = open();
    await shown;
    await pick('Our company’s handbook');
    await type('Address of the handbook', 'localhost:8080/h.json');
    await press('Check');
    expect(browser.requestSites).toHaveBeenCalledWith(['http://localhost/*']);
  });

  it('shows what is wrong with the answer, and does not call the step done', async () => {
    const error = { key: 'fetch_not_json' as const, names: ['handbook.example.com', '12', '3'], at: 1 };
    const { shown } = open(fresh({ ...noHandbook, source: 'address', error }));
    await shown;
    await pick('Our company’s handbook');
    await type('Address of the handbook', 'https://handbook.example.com/h.json');
    await press('Check');
    expect(text()).toContain('not valid JSON: line 12, column 3');
    expect(text()).not.toContain('Lantern is ready');
    expect(document.querySelectorAll('.step-done')).toHaveLength(0);
  });

  it('leaves everything as it was when access is refused', async () => {
    const { sent, shown } = open(fresh(), fakeBrowser({ requestSites: vi.fn(async () => false) }));
    await shown;
    await pick('Our company’s handbook');
    await type('Address of the handbook', 'https://handbook.example.com/h.json');
    await press('Check');
    expect(sent('settings.set')).toEqual([]);
    expect(text()).toContain('Without access to this site the handbook cannot be read.');
  });

  it('keeps an Authorization value that can be sent, and no other', async () => {
    const { sent, shown } = open();
    await shown;
    await pick('Our company’s handbook');
    await type('Authorization value', 'Bearer 令牌', true);
    expect(sent('settings.set')).toEqual([]);
    expect(text()).toContain('This cannot be sent.');
    await type('Authorization value', ' Bearer abc ', true);
    expect(sent('settings.set')).toEqual([{ authorization: 'Bearer abc' }]);
    expect(text()).not.toContain('This cannot be sent.');
  });
});

describe('department and place', () => {
  it('keeps the department, and that it is none of them', async () => {
    const { sent, shown } = open();
    await shown;
    await pick('The sample handbook');
    await pick('R&D');
    await pick('None of these');
    expect(sent('settings.set').slice(1)).toEqual([{ department: 'rnd' }, { department: '' }]);
    expect(radio('None of these').checked).toBe(true);
  });

  it('asks for all sites within the click', async () => {
    const { browser, shown } = open();
    await shown;
    control('On all sites').click();
    expect(browser.requestSites).toHaveBeenCalledWith(['*://*/*']);
    await settle();
    expect(control('On all sites').getAttribute('aria-pressed')).toBe('true');
  });

  it('needs no access to go site by site, and says when all sites were refused', async () => {
    const { browser, shown } = open(fresh(), fakeBrowser({ requestSites: vi.fn(async () => false) }));
    await shown;
    await press('On all sites');
    expect(text()).toContain('did not give access to all sites');
    expect(control('On all sites').getAttribute('aria-pressed')).toBe('false');
    await press('I add sites one by one');
    expect(control('I add sites one by one').getAttribute('aria-pressed')).toBe('true');
    expect(text()).not.toContain('did not give access');
    expect(browser.requestSites).toHaveBeenCalledOnce();
  });
});

describe('end', () => {
  it('does not end without a handbook, and says which step is open', async () => {
    const { sent, shown } = open();
    await shown;
    await press('Done');
    expect(text()).toContain('Choose a handbook first.');
    expect(sent('settings.set')).toEqual([]);
    await pick('The sample handbook');
    expect(text()).not.toContain('Choose a handbook first.');
  });

  it('remembers that it was gone through, and says what to do now', async () => {
    const { sent, browser, shown } = open();
    await shown;
    await pick('The sample handbook');
    await press('Done');
    expect(sent('settings.set').at(-1)).toEqual({ welcomed: true });
    expect(text()).toContain('press the Common Ground button');
    expect(document.activeElement?.textContent).toBe('You are ready');
    await press('Close this page');
    expect(browser.close).toHaveBeenCalledOnce();
  });

  it('says nothing of the button to who turned it on everywhere', async () => {
    const { shown } = open();
    await shown;
    await pick('The sample handbook');
    await press('On all sites');
    await press('Done');
    expect(text()).toContain('rest the pointer on an underlined word');
    expect(text()).not.toContain('press the Common Ground button');
  });

  it('shows what was chosen before to who comes back', async () => {
    const ground = background({}, { source: 'sample', department: 'rnd', welcomed: true });
    await show(inEnglish(<WelcomePage send={ground.send} browser={fakeBrowser()} />));
    expect(radio('The sample handbook').checked).toBe(true);
    expect(radio('R&D').checked).toBe(true);
    expect(document.querySelectorAll('.step-done')).toHaveLength(3);
    expect(has('Done')).toBe(true);
  });
});
