// @ts-check
{
  /** @type {import('./answer').Mailbox & { language?: string }} */
  const { account, threads, dark, language } = reproductionData();
  const words =
    language === 'zh-CN'
      ? { pane: '阅读窗格', body: '邮件正文', subject: '添加主题', send: '发送', to: '收件人' }
      : { pane: 'Reading Pane', body: 'Message body', subject: 'Add a subject', send: 'Send', to: 'To' };
  document.documentElement.lang = language ?? 'en';
  if (dark) document.documentElement.classList.add('dark');

  const list = el('div', { role: 'listbox' });
  const pane = el('div', {
    id: 'ReadingPaneContainerId',
    role: 'main',
    'data-app-section': 'ReadingPane',
    'aria-label': words.pane,
  });

  /** @param {import('./answer').Message} message @param {number} at */
  const drawMessage = ({ from, to, paragraphs }, at) =>
    el(
      'div',
      {},
      el('span', { id: `MSG_${at}_FROM` }, `${from.name}<${from.address}>`),
      el('div', {}, `${words.to}: `, ...to.map(({ name, address }) => el('span', { title: address }, name))),
      el(
        'div',
        { id: `UniqueMessageBody_${at}`, role: 'document', 'aria-label': words.body },
        ...paragraphs.map((text) => el('p', {}, text)),
      ),
    );

  const receivers = threads
    .slice(0, 1)
    .flatMap(({ messages }) => messages.slice(0, 1).map(({ from }) => from));

  const drawCompose = () =>
    el(
      'div',
      {},
      el(
        'div',
        { role: 'textbox', 'aria-label': words.to, contenteditable: 'true' },
        ...receivers.map(({ name, address }) =>
          el(
            'span',
            { contenteditable: 'false', title: address },
            `${name}<${address}>`,
            el('button', { id: 'removeButton' }, '×'),
          ),
        ),
      ),
      el('input', { class: 'ms-TextField-field', 'aria-label': words.subject }),
      el(
        'div',
        { id: 'editorParent_1' },
        el('div', { contenteditable: 'true', role: 'textbox', 'aria-label': words.body }),
      ),
      el('div', { 'data-testid': 'ComposeSendButton' }, el('button', {}, words.send)),
    );

  function route() {
    const id = /\/id\/([^/]+)/.exec(location.pathname)?.[1];
    const thread = threads.find((one) => one.id === (id && decodeURIComponent(id)));
    for (const row of list.children) {
      row.setAttribute('aria-selected', String(row.getAttribute('data-convid') === thread?.id));
    }
    pane.replaceChildren();
    if (location.pathname.includes('/compose')) pane.append(drawCompose());
    if (!thread) return;
    const heading = el(
      'div',
      { role: 'heading', 'aria-level': '2', id: 'CONV_0_SUBJECT', title: thread.subject },
      thread.subject,
    );
    pane.append(heading, ...thread.messages.map(drawMessage));
  }

  for (const { id, subject } of threads) {
    const row = el('div', { role: 'option', 'data-convid': id, tabindex: '-1' }, subject);
    row.addEventListener('click', () => {
      history.pushState(null, '', `/mail/inbox/id/${encodeURIComponent(id)}`);
      route();
    });
    list.append(row);
  }
  document.body.append(el('button', { id: 'mectrl_currentAccount_secondary' }, account.address), list, pane);
  window.addEventListener('popstate', route);
  route();
}
