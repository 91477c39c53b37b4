// @ts-check
{
  /** @type {import('./answer').Mailbox} */
  const { threads } = reproductionData();
  const visit = '1763976000000';
  const main = el('div', { id: 'dvContainer' });

  /** A frame without an address of its own, as this page fills it. @param {...Node} content */
  function frame(...content) {
    const made = /** @type {HTMLIFrameElement} */ (el('iframe', {}));
    queueMicrotask(() => made.contentDocument?.body?.append(...content));
    return made;
  }

  /** @param {import('./answer').Thread} thread */
  const drawRead = ({ subject, messages }) =>
    el(
      'div',
      { id: `_dvModuleContainer_read.ReadModule_${visit}` },
      el('h1', {}, subject),
      ...messages.flatMap(({ from, to }) =>
        [from, ...to].map(({ name, address }) => el('a', { href: `mailto:${address}` }, name)),
      ),
      frame(...messages.flatMap(({ paragraphs }) => paragraphs.map((text) => el('p', {}, text)))),
    );

  function drawCompose() {
    const editor = frame();
    queueMicrotask(() => editor.contentDocument?.body?.setAttribute('contenteditable', 'true'));
    return el(
      'div',
      { id: `_dvModuleContainer_compose.ComposeModule_${visit}` },
      el('input', { class: 'nui-editableAddr-ipt', 'aria-label': '收件人地址输入框，请输入邮件地址' }),
      el('input', { id: `${visit}_subjectInput` }),
      el('div', { id: `_mail_editor_0_${visit}` }, editor),
      el('div', { class: 'js-component-button nui-mainBtn' }, '发送'),
    );
  }

  function drawList() {
    const rows = threads.map(({ id, subject }) => {
      const row = el('div', { role: 'option' }, subject);
      row.addEventListener('click', () => {
        location.hash = `#module=read.ReadModule|${JSON.stringify({ area: 'normal', id, fid: 1 })}`;
      });
      return row;
    });
    return el('div', {}, ...rows);
  }

  function route() {
    const hash = decodeURIComponent(location.hash);
    const thread = threads.find(({ id }) => hash.startsWith('#module=read.') && hash.includes(`"${id}"`));
    main.replaceChildren(
      thread ? drawRead(thread) : hash.startsWith('#module=compose.') ? drawCompose() : drawList(),
    );
  }

  document.body.append(el('ul', { id: 'dvNavTop' }), main);
  window.addEventListener('hashchange', route);
  route();
}
