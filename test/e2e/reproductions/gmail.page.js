// @ts-check
{
  /** @type {import('./answer').Mailbox} */
  const { account, threads, dark } = reproductionData();
  if (dark) document.documentElement.classList.add('dark');

  /** @param {import('./answer').Person} person @param {string} className */
  const person = ({ name, address }, className) =>
    el('span', { class: className, email: address, name }, name);

  const rows = threads.map((thread) => {
    const [first] = thread.messages;
    const row = el(
      'tr',
      { class: 'zA', 'data-legacy-last-message-id': thread.id },
      el('td', {}, first ? person(first.from, 'zF') : ''),
      el('td', {}, el('span', { class: 'bog' }, thread.subject)),
    );
    row.addEventListener('click', () => {
      location.hash = `#inbox/${thread.id}`;
    });
    return row;
  });
  // The list stays when a thread is opened, and is not shown any more.
  const list = el('div', { gh: 'tl' }, el('table', {}, el('tbody', {}, ...rows)));
  const view = el('div', { class: 'nH' });
  const compose = el('div', { class: 'T-I T-I-KE L3', gh: 'cm', role: 'button', tabindex: '0' }, 'Compose');
  compose.addEventListener('click', () => {
    location.hash = `${location.hash.split('?')[0] || '#inbox'}?compose=new`;
  });
  const windows = el('div', { class: 'dw' });

  /** @param {import('./answer').Message} message @param {number} at */
  const drawMessage = (message, at) =>
    el(
      'div',
      { class: 'adn', 'data-message-id': `#msg-f:${at}`, role: 'listitem' },
      el('table', {}, el('tbody', {}, el('tr', {}, el('td', { class: 'gF' }, person(message.from, 'gD'))))),
      el('div', { class: 'hb' }, 'to ', ...message.to.map((to) => person(to, 'g2'))),
      el('span', { class: 'g3', title: message.date }, message.date),
      el(
        'div',
        { class: 'ii gt' },
        el('div', { class: 'a3s aiL' }, ...message.paragraphs.map((text) => el('p', {}, text))),
      ),
    );

  /** @param {import('./answer').Thread} thread */
  const drawThread = ({ subject, label, messages }) =>
    el(
      'div',
      { class: 'a98 iY' },
      el('div', { gh: 'tm', role: 'toolbar' }),
      el(
        'div',
        { class: 'ha' },
        el('h2', { class: 'hP' }, subject),
        el('div', { class: 'hX' }, ...(label ? [el('div', { class: 'hN' }, label)] : [])),
      ),
      el('div', { role: 'list' }, ...messages.map(drawMessage)),
    );

  /** Below a reply stands what it replies to. @param {import('./answer').Thread} thread */
  const drawQuote = ({ messages }) =>
    messages
      .slice(0, 1)
      .map(({ from, date, paragraphs }) =>
        el(
          'div',
          { class: 'gmail_quote' },
          el('div', { class: 'gmail_attr' }, `On ${date}, ${from.name} <${from.address}> wrote:`),
          el('blockquote', { class: 'gmail_quote' }, ...paragraphs.map((text) => el('div', {}, text))),
        ),
      );

  /** @param {import('./answer').Thread | undefined} thread that is replied to */
  const drawCompose = (thread) =>
    el(
      'div',
      { class: 'nH' },
      el(
        'div',
        { class: 'no M9', role: 'dialog' },
        el(
          'div',
          {},
          ...threads
            .slice(0, 1)
            .flatMap(({ messages }) => messages.slice(0, 1).map(({ from }) => person(from, 'vN'))),
        ),
        el('input', { name: 'subjectbox', 'aria-label': 'Subject' }),
        el(
          'div',
          {
            contenteditable: 'true',
            role: 'textbox',
            'aria-label': 'Message Body',
            'aria-multiline': 'true',
          },
          ...(thread ? [el('div', { dir: 'ltr' }, el('br', {})), el('br', {}), ...drawQuote(thread)] : []),
        ),
      ),
    );

  function route() {
    const [path = '', query = ''] = location.hash.slice(1).split('?');
    const thread = threads.find(({ id }) => path.endsWith(`/${id}`));
    list.classList.toggle('hidden', thread !== undefined);
    view.replaceChildren();
    if (thread) view.append(drawThread(thread));
    (thread ? view : list).setAttribute('role', 'main');
    (thread ? list : view).removeAttribute('role');
    windows.replaceChildren(...(new URLSearchParams(query).has('compose') ? [drawCompose(thread)] : []));
    const what = thread ? thread.subject : `Inbox (${threads.length})`;
    document.title = `${what} - ${account.address} - Gmail`;
  }

  document.body.append(
    el('div', { class: 'aeN', role: 'navigation' }, compose, person(account, 'gb_D')),
    el('div', { class: 'nH bkK' }, el('div', { class: 'nH' }, list, view)),
    windows,
  );
  window.addEventListener('hashchange', route);
  route();
}
