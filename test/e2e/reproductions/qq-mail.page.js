// @ts-check
{
  /** @type {import('./answer').Mailbox} */
  const { account, threads } = reproductionData();
  const list = el('div', { class: 'mail-list-page' });
  const detail = el('div', { class: 'mail-detail' });

  /** @param {import('./answer').Thread} thread */
  function open(thread) {
    for (const row of list.children) {
      row.classList.toggle('mail-item-selected', row.getAttribute('data-mailid') === thread.id);
    }
    const content = el('div', { class: 'mail-detail-content' });
    content
      .attachShadow({ mode: 'open' })
      .append(
        el(
          'body',
          {},
          ...thread.messages.flatMap(({ paragraphs }) => paragraphs.map((text) => el('p', {}, text))),
        ),
      );
    detail.replaceChildren(el('div', { class: 'mail-detail-subject' }, thread.subject), content);
  }

  const drawCompose = () =>
    el(
      'div',
      { class: 'mail-compose-page' },
      el('div', { class: 'mail-compose-header' }, el('button', { class: 'xmail-ui-btn' }, '发送')),
      el('input', { 'aria-label': '收件人' }),
      el('input', { 'aria-label': '主题' }),
      el('div', { class: 'mail-content-editor-inner', contenteditable: 'true' }),
    );

  function route() {
    detail.replaceChildren(...(location.hash.startsWith('#/compose') ? [drawCompose()] : []));
  }

  for (const thread of threads) {
    const row = el(
      'div',
      { class: 'mail-list-page-item', 'data-mailid': thread.id },
      el('span', { class: 'mail-subject' }, thread.subject),
    );
    row.addEventListener('click', () => open(thread));
    list.append(row);
  }
  document.body.append(
    el(
      'div',
      { class: 'frame-header' },
      el('div', { class: 'profile-user-info' }, el('span', { class: 'user-email' }, account.address)),
    ),
    list,
    detail,
  );
  window.addEventListener('hashchange', route);
  route();
}
