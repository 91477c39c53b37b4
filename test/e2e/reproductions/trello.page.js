// @ts-check
{
  /** @typedef {import('./trello').TrelloBoard} Board */
  /** @type {Board} */
  const board = reproductionData();
  const height = 40;
  /** Cards of a list that are in the DOM at once; with two or three lists about twenty in all. */
  const drawn = 14;

  document.documentElement.setAttribute('data-color-mode', board.dark ? 'dark' : 'light');
  const boardPath = `/b/${board.id}/${board.slug}`;
  const cards = board.lists.flatMap(({ name, cards }) => cards.map((card) => ({ ...card, list: name })));
  /** @param {{ id: string }} card */
  const pathOf = ({ id }) => `/c/${id}/${cards.findIndex((card) => card.id === id) + 1}-card`;

  /** @param {Board['lists'][number]} list */
  function drawList({ name, cards }) {
    const scroller = el('ol', { 'data-testid': 'list-cards' });
    /** @type {Map<number, HTMLElement>} */
    const shown = new Map();
    const draw = () => {
      const first = Math.max(0, Math.floor(scroller.scrollTop / height) - 1);
      for (const [at, tile] of shown) {
        if (at >= first && at < first + drawn) continue;
        tile.remove();
        shown.delete(at);
      }
      for (let at = first; at < Math.min(first + drawn, cards.length); at++) {
        const card = cards[at];
        if (!card || shown.has(at)) continue;
        const link = el('a', { 'data-testid': 'card-name', href: pathOf(card) }, card.title);
        const tile = el('li', { class: 'tGk2' }, el('div', { 'data-testid': 'trello-card' }, link));
        tile.style.top = `${at * height}px`;
        shown.set(at, tile);
        scroller.append(tile);
      }
    };
    const end = el('li', { class: 'tGk2', 'aria-hidden': 'true' });
    end.style.top = `${Math.max(0, cards.length - 1) * height}px`;
    end.style.pointerEvents = 'none';
    scroller.append(end);
    scroller.addEventListener('scroll', draw);
    draw();
    const header = el(
      'div',
      { 'data-testid': 'list-header' },
      el('h2', { 'data-testid': 'list-name' }, name),
    );
    const add = el('button', { 'data-testid': 'list-add-card-button' }, 'Add a card');
    return el(
      'li',
      { 'data-testid': 'list-wrapper' },
      el('div', { 'data-testid': 'list' }, header, scroller, add),
    );
  }

  /** @type {HTMLElement | null} */
  let dialog = null;

  /** Like ProseMirror it takes what was written into a model, draws that, and undoes by that: the browser's undo is not asked. */
  function drawEditor() {
    const editor = el('div', { class: 'ProseMirror', contenteditable: 'true', role: 'textbox' });
    /** @param {string[]} paragraphs */
    const draw = (paragraphs) =>
      editor.replaceChildren(...paragraphs.map((text) => el('p', {}, text || document.createElement('br'))));
    /** @type {string[][]} */
    const history = [['']];
    draw(['']);
    editor.addEventListener('input', () => {
      history.push([...editor.children].map(({ textContent }) => textContent ?? ''));
      if ([...editor.childNodes].some(({ nodeName }) => nodeName !== 'P')) draw(history.at(-1) ?? ['']);
    });
    editor.addEventListener('keydown', (event) => {
      if (event.key !== 'z' || !event.ctrlKey) return;
      event.preventDefault();
      if (history.length > 1) history.pop();
      draw(history.at(-1) ?? ['']);
    });
    return editor;
  }

  /** @param {(typeof cards)[number]} card */
  function drawCard(card) {
    const title = el(
      'textarea',
      { 'data-testid': 'card-back-title-input', 'aria-label': 'Title' },
      card.title,
    );
    const header = el('header', {}, el('div', {}, el('div', {}, el('button', {}, card.list))), title);
    const close = el('button', { 'aria-label': 'Close' }, el('span', { 'data-testid': 'CloseIcon' }, '×'));
    close.addEventListener('click', () => go(boardPath));
    const labels = (card.labels ?? []).map((label) => el('button', { 'data-testid': 'card-label' }, label));
    const members = (card.members ?? []).map((member) =>
      el('button', { 'data-testid': 'card-back-member-avatar', title: member }, member.slice(0, 1)),
    );
    const write = el('button', { 'data-testid': 'card-back-new-comment-input-skeleton' }, 'Write a comment…');
    write.addEventListener('click', () => {
      const editor = drawEditor();
      const save = el('button', { 'data-testid': 'card-back-comment-save-button' }, 'Save');
      write.replaceWith(el('div', { 'data-testid': 'editor-content-container' }, editor), save);
      editor.focus();
    });
    return el(
      'div',
      {
        class: 'dLg7',
        role: 'dialog',
        'aria-modal': 'true',
        tabindex: '-1',
        'data-testid': 'card-back-name',
      },
      close,
      header,
      el('section', { 'data-testid': 'card-back-labels-container' }, ...labels),
      el('section', {}, ...members),
      write,
    );
  }

  function route() {
    const card = cards.find(({ id }) => location.pathname.startsWith(`/c/${id}`));
    dialog?.remove();
    dialog = card ? drawCard(card) : null;
    if (dialog) {
      document.body.append(dialog);
      dialog.focus();
    }
    document.title = card ? `${card.title} on ${board.name} | Trello` : `${board.name} | Trello`;
  }

  /** @param {string} path */
  function go(path) {
    history.pushState(null, '', path);
    route();
  }

  document.body.append(
    el('header', {}, el('h1', { 'data-testid': 'board-name-display' }, board.name)),
    el('main', { 'data-testid': 'board-canvas' }, el('ol', { id: 'board' }, ...board.lists.map(drawList))),
  );
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[data-testid="card-name"]');
    if (!link) return;
    event.preventDefault();
    go(link.getAttribute('href') ?? '/');
  });
  // A click outside closes the card, unless somebody prevents it.
  document.addEventListener('pointerdown', (event) => {
    const inside = event.target instanceof Node && dialog?.contains(event.target);
    if (dialog && !inside && !event.defaultPrevented) go(boardPath);
  });
  // The dialog holds the focus, except for what says that it wants none of that.
  document.addEventListener('focusin', (event) => {
    if (!dialog || !(event.target instanceof Element) || dialog.contains(event.target)) return;
    if (!event.target.closest('[data-no-focus-lock]')) dialog.focus();
  });
  window.addEventListener('popstate', route);
  route();
}
