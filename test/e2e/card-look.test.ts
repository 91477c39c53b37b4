/** How the card looks and sounds: light and dark, two languages, long texts, a screen reader. */
import { expect, it } from 'vitest';
import { describeCards, html } from './card-pages';

const words = '<p>The delivery is late.</p>';
const pages = {
  '/': html(words),
  '/black': html(words, '<style>body{background:#111;color:#eee}</style>'),
  '/oklch': html(words, '<style>html{background:oklch(20% 0.02 250);color:#eee}</style>'),
  '/application': html(
    `<div style="position:fixed;inset:0;background:#1b1b1f;color:#eee"><div style="background:#fff;margin:100px">${words}</div></div>`,
  ),
  '/said': html(words).replace('<html', '<html data-color-mode="dark"'),
  '/paper': html(words, '<style>body{background:#fff}</style>').replace(
    '<html',
    '<html data-color-mode="dark"',
  ),
  '/mail': html(`
    <article><header><b>Clara Brandt</b> &lt;<a href="mailto:clara.brandt@sales.example.com">clara.brandt@sales.example.com</a>&gt;</header>
      <p>Wei, the customer asks for the delivery of the lamps. Write to <a href="mailto:help@operations.example.com">help</a>.</p></article>`),
  '/chinese': html('<p>周二的交付没有问题。</p>').replace('lang="en"', 'lang="zh-CN"'),
  '/handbook.json': {
    type: 'application/json',
    body: JSON.stringify({
      format: 1,
      name: 'Long',
      revision: '1',
      languages: ['en'],
      departments: [{ id: 'rnd', name: 'R&D' }],
      concepts: [
        {
          id: 'long',
          department: 'rnd',
          status: 'approved',
          terms: [{ text: 'delivery', language: 'en' }],
          definition: `${'A long story. '.repeat(400)}\n\n- with **points**\n- and <b>no markup</b>`,
          links: [],
        },
      ],
    }),
  },
};

describeCards('the look of the card', pages, (suite) => {
  const theme = () => suite.browser.inCard(suite.page, () => document.documentElement.dataset.theme);

  it.each([
    ['/', 'light'],
    ['/black', 'dark'],
    ['/oklch', 'dark'],
    ['/application', 'dark'],
    ['/said', 'dark'],
    ['/paper', 'light'],
  ])('follows the page: %s is %s', async (path, wanted) => {
    await suite.open(path);
    await suite.hover();
    expect(await theme()).toBe(wanted);
  });

  it('follows the setting rather than the page', async () => {
    await suite.browser.call('settings.set', { theme: 'dark' });
    await suite.open();
    await suite.hover();
    expect(await theme()).toBe('dark');
    await suite.browser.call('settings.set', { theme: null });
  });

  it.each(['/', '/black'])('breaks no rule of accessibility on %s, folded or not', async (path) => {
    await suite.open(path);
    await suite.hover();
    expect(await suite.browser.axeCard(suite.page)).toEqual([]);
    await suite.browser.clickInCard(suite.page, '.unfold');
    await suite.browser.waitForCard(suite.page, (text) => text.includes('See also'));
    expect(await suite.browser.axeCard(suite.page)).toEqual([]);
  });

  it('is a dialog to a screen reader, named by its term and described by its meaning', async () => {
    await suite.open();
    await suite.browser.command(suite.page, 'next-term');
    await suite.seen();
    const accessible = await suite.browser.accessibleCard(suite.page);
    const [dialog] = accessible;
    expect(dialog).toMatchObject({ role: 'dialog', name: expect.stringMatching(/^delivery/) });
    expect(dialog!.description).toContain('A build with release notes');
    const buttons = accessible.filter(({ role }) => role === 'button').map(({ name }) => name);
    expect(buttons).toEqual(expect.arrayContaining(['Copy as text', 'Keep open', 'Close', 'Sales', 'More']));
    expect(accessible.some(({ role, name }) => role === 'text' && name.includes('passed self-test'))).toBe(
      true,
    );
  });

  it('leads with who speaks in a mail, says why, and sets the reader’s own beside it', async () => {
    await suite.open('/mail');
    const { text } = await suite.hover();
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /Sales means The customer has signed .* First, because Sales is speaking here Your R&D team means A build with/,
    );
  });

  it('speaks Chinese', async () => {
    await suite.browser.call('settings.set', { language: 'zh-CN', contentLanguage: 'zh-CN' });
    await suite.open('/chinese', '交付');
    const { text } = await suite.hover('交付');
    expect(text).toMatch(/^交付\s*delivery\s*本部门\s*研发部\s*指的是/);
    expect(await suite.browser.inCard(suite.page, () => document.documentElement.lang)).toBe('zh-CN');
    expect(await suite.browser.axeCard(suite.page)).toEqual([]);
    await suite.browser.call('settings.set', { language: 'en', contentLanguage: 'en' });
  });

  it('shows its keys only while it has the focus by keyboard', async () => {
    await suite.open();
    const keys = () =>
      suite.browser.inCard(
        suite.page,
        (root) => getComputedStyle(root.querySelector('.keys')!).display !== 'none',
      );
    await suite.hover();
    expect(await keys()).toBe(false);
    await suite.browser.command(suite.page, 'define-selection');
    await expect.poll(keys).toBe(true);
  });

  it('scrolls a long definition inside, and shows markup as text', async () => {
    await suite.browser.call('settings.set', { source: 'address', address: `${suite.url}/handbook.json` });
    await suite.browser.call('handbook.refresh', {});
    await suite.open();
    const { text, box } = await suite.hover();
    expect(box.height).toBe(480);
    expect(text).toContain('and <b>no markup</b>');
    const before = await suite.page.evaluate('scrollY');
    await suite.page.mouse.move(box.x + 100, box.y + 100);
    await suite.page.mouse.wheel({ deltaY: 300 });
    await expect
      .poll(() => suite.browser.inCard(suite.page, () => document.scrollingElement!.scrollTop))
      .toBeGreaterThan(100);
    expect(await suite.page.evaluate('scrollY')).toBe(before);
    await suite.browser.call('settings.set', { source: 'sample' });
  });
});
