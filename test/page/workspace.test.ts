/** Which of ours stands on a page when, and what the panels that look at it are told. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aView } from '@/test/fixtures/views';
import { mostDraft } from '@/utils/messages/limits';
import type { FromPanel, ToPanel } from '@/utils/messages/panel';
import type { DockState, WorkspaceStart } from '@/utils/messages/protocol';
import type { Person, View } from '@/utils/messages/view';
import { createAskButton } from '@/utils/page/ask-button';
import { createDock, type DockOptions } from '@/utils/page/dock';
import { createDraftChip } from '@/utils/page/draft-chip';
import { addToDraft, type Editor, replaceInDraft, watchEditors } from '@/utils/page/editor';
import { createOwnElement } from '@/utils/page/own-element';
import { watchView } from '@/utils/page/watch-view';
import { startWorkspace, type Workspace } from '@/utils/page/workspace';

vi.mock('@/utils/page/ask-button');
vi.mock('@/utils/page/dock');
vi.mock('@/utils/page/draft-chip');
vi.mock('@/utils/page/editor');
vi.mock('@/utils/page/own-element');
vi.mock('@/utils/page/watch-view');

let end: AbortController;
let isHost: boolean;
/** What the dock's panel was told, and those beside the page. */
let docked: ToPanel[];
let beside: ToPanel[];
let closely: boolean[];
let focused: number;
let lookedAgain: number;
let moved: Array<() => void>;
let chip: Array<[Editor | null, number]>;
let kept: DockState[];
let hear: (message: FromPanel) => void;
let looking: (panels: number) => void;
let onView: (view: View) => void;
let onDraft: (draft: { editor: Editor; text: string } | null) => void;
let counted: Array<{ text: string; to: Person[]; answer(count: number): void }>;
let recipients: Person[];
let workspace: Workspace;
const view = aView({ title: 'Card' });
const editor = document.createElement('textarea');

beforeEach(() => {
  end = new AbortController();
  isHost = true;
  docked = [];
  beside = [];
  closely = [];
  chip = [];
  kept = [];
  counted = [];
  recipients = [];
  focused = 0;
  lookedAgain = 0;
  moved = [];
  vi.mocked(createOwnElement).mockImplementation(() =>
    document.createElement('div').attachShadow({ mode: 'open' }),
  );
  vi.mocked(createDock).mockImplementation((_root, { look, onReady, onGone, onChange }) => {
    let isOpen = look.open;
    let isThere = false;
    const setOpen = (open: boolean) => {
      isOpen = open;
      if (open) {
        isThere = true;
        onReady();
      } else if (isThere) {
        isThere = false;
        onGone();
      }
      onChange({ ...look, open });
    };
    if (isOpen) queueMicrotask(() => setOpen(true));
    return {
      get isOpen() {
        return isOpen;
      },
      setOpen,
      covered: { left: 0, right: 0 },
      changeSide: vi.fn(),
      focus: () => focused++,
      tell: (message) => isThere && docked.push(message),
    };
  });
  vi.mocked(createAskButton).mockReturnValue(() => {});
  vi.mocked(createDraftChip).mockReturnValue({
    show: (editor, count) => chip.push([editor, count]),
    look() {},
  });
  vi.mocked(watchEditors).mockImplementation((_document, listener) => {
    onDraft = listener;
    return () => {};
  });
  vi.mocked(watchView).mockImplementation((_document, read, listener) => {
    onView = listener;
    return {
      read,
      closely: (on) => closely.push(on),
      lookAgain: () => lookedAgain++,
      onMoved(listener) {
        moved.push(listener);
        listener();
      },
    };
  });
});
afterEach(() => {
  end.abort();
  vi.clearAllMocks();
});

function begin(over: Partial<Extract<WorkspaceStart, { on: true }>> = {}): void {
  workspace = startWorkspace(
    {
      on: true,
      byItself: true,
      corrections: [],
      dock: { open: false, width: 360, side: 'right' },
      theme: 'light',
      messages: { dock_draft_one: 'one word', dock_draft: '$1 words', dock_ask: 'Ask', dock_open: 'Open' },
      language: 'en',
      ...over,
    },
    {
      page: {
        isHost: () => isHost,
        view: () => view,
        actions: () => null,
        recipients: () => recipients,
        report: () => '<div>',
      },
      panelPage: async () => ({ url: '', origin: '', greeting: '' }),
      keep: (dock) => kept.push(dock),
      countDraft: (_view, text, to) =>
        new Promise((resolve) => counted.push({ text, to, answer: (count) => resolve(count) })),
      linkPanels(listener, onLooking) {
        hear = listener;
        looking = onLooking;
        return (message) => beside.push(message);
      },
    },
    end.signal,
  );
}
const settle = () => new Promise((resolve) => setTimeout(resolve));
const dockOptions = () => vi.mocked(createDock).mock.lastCall![1] as DockOptions;
const dock = () => vi.mocked(createDock).mock.results.at(-1)!.value as ReturnType<typeof createDock>;
const pressAsk = () => vi.mocked(createAskButton).mock.lastCall![1].onAsk();
const takenAway = () => vi.mocked(createOwnElement).mock.lastCall![2]();
const said = (messages: ToPanel[]) => messages.map(({ say }) => say);

describe('on a page', () => {
  it('of a host, our element stands by itself', () => {
    begin();
    expect(createOwnElement).toHaveBeenCalledOnce();
    expect(closely).toEqual([]);
  });

  it.each<[string, boolean, boolean]>([
    ['that is no host', true, false],
    ['where it is not on', false, true],
  ])('%s, it stands only once it is opened', (_, byItself, host) => {
    isHost = host;
    begin({ byItself });
    expect(createOwnElement).not.toHaveBeenCalled();
    workspace.dock(undefined);
    expect(createOwnElement).toHaveBeenCalledOnce();
    expect(dock().isOpen).toBe(true);
    expect(kept.at(-1)).toMatchObject({ open: true });
  });

  it('the command opens, moves the focus there, and closes', () => {
    begin({ byItself: false });
    workspace.dock(undefined);
    expect(focused).toBe(1);
    workspace.dock(undefined);
    expect(dock().isOpen).toBe(false);
    workspace.dock(true);
    workspace.dock(true);
    expect(dock().isOpen).toBe(true);
    expect(focused).toBe(3);
    workspace.dock(false);
    expect([dock().isOpen, focused]).toEqual([false, 3]);
    expect(createDock).toHaveBeenCalledOnce();
  });
});

describe('panels that look', () => {
  it('are told what is in view when they come, and of each change', () => {
    begin();
    workspace.dock(true);
    expect(docked[0]).toEqual({ say: 'view', view });
    const next = aView({ title: 'Next' });
    onView(next);
    expect(docked.at(-1)).toEqual({ say: 'view', view: next });
    expect(beside.at(-1)).toEqual({ say: 'view', view: next });
  });

  it('let the page be watched closely, until the last one has gone', () => {
    begin();
    workspace.dock(true);
    looking(1);
    workspace.dock(false);
    expect(closely.at(-1)).toBe(true);
    looking(0);
    expect(closely.at(-1)).toBe(false);
  });

  it('beside the page look at a page where nothing of ours stands', () => {
    isHost = false;
    begin();
    looking(1);
    expect(beside[0]).toEqual({ say: 'view', view });
    expect(createOwnElement).not.toHaveBeenCalled();
  });

  it('get a report of the page only when they ask for it', () => {
    begin();
    workspace.dock(true);
    expect(said(docked)).not.toContain('report');
    hear({ say: 'report' });
    expect(docked.at(-1)).toEqual({ say: 'report', text: '<div>' });
  });

  it('are told that other words are marked', () => {
    begin();
    looking(1);
    workspace.dock(true);
    workspace.marked();
    expect(docked.at(-1)).toEqual({ say: 'marked' });
    expect(beside.at(-1)).toEqual({ say: 'marked' });
  });

  it('close the dock and send it to the other side', () => {
    begin();
    workspace.dock(true);
    dockOptions().hear({ say: 'other-side' });
    expect(dock().changeSide).toHaveBeenCalledOnce();
    const before = focused;
    dockOptions().hear({ say: 'close' });
    expect(dock().isOpen).toBe(false);
    expect(focused).toBe(before + 1);
  });
});

describe('the Ask button', () => {
  it('opens the panel, which is told once', () => {
    begin();
    pressAsk();
    expect(dock().isOpen).toBe(true);
    expect(said(docked).filter((say) => say === 'ask')).toHaveLength(1);
    workspace.dock(false);
    workspace.dock(true);
    expect(said(docked).filter((say) => say === 'ask')).toHaveLength(1);
  });

  it('tells a panel beside the page, where that is the only one', () => {
    begin();
    looking(1);
    pressAsk();
    expect(said(beside).filter((say) => say === 'ask')).toHaveLength(1);
    expect(dock().isOpen).toBe(false);
  });

  it('tells a panel that is open already', () => {
    begin();
    workspace.dock(true);
    pressAsk();
    expect(said(docked).filter((say) => say === 'ask')).toHaveLength(1);
  });
});

describe('where the page takes our element away', () => {
  it('nothing of ours goes on there: no panel, no button, no watch of what is written', () => {
    begin();
    onDraft({ editor, text: 'The delivery' });
    looking(1);
    beside = [];
    takenAway();
    const signals = [
      dockOptions().signal,
      vi.mocked(createAskButton).mock.lastCall![1].signal,
      vi.mocked(createDraftChip).mock.lastCall![1].signal,
      vi.mocked(watchEditors).mock.lastCall![2],
    ];
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true, true]);
    expect(beside).toContainEqual({ say: 'draft', text: '', to: [] });
    expect(workspace.dock(true)).toBe(false);
    expect(end.signal.aborted).toBe(false);
  });

  it('the panels beside it are told, also one that comes later', () => {
    begin();
    looking(1);
    takenAway();
    expect(beside.at(-1)).toEqual({ say: 'given-up' });
    looking(0);
    beside = [];
    looking(1);
    expect(said(beside)).toContain('given-up');
  });

  it('nobody is told of it otherwise', () => {
    begin();
    looking(1);
    expect(said(beside)).not.toContain('given-up');
  });

  it('the page is not read any more for a panel that went with it', () => {
    begin();
    workspace.dock(true);
    takenAway();
    expect(closely.at(-1)).toBe(false);
  });
});

describe('a draft', () => {
  beforeEach(() => {
    begin();
    workspace.dock(true);
    docked = [];
  });

  it('is told to the panels, and its count to the chip', async () => {
    onDraft({ editor, text: 'The delivery' });
    expect(docked).toEqual([{ say: 'draft', text: 'The delivery', to: [] }]);
    counted[0]!.answer(2);
    await settle();
    expect(chip).toEqual([[editor, 2]]);
  });

  it('that has gone on is not counted by an earlier answer', async () => {
    onDraft({ editor, text: 'The delivery' });
    onDraft({ editor, text: 'The launch' });
    counted[1]!.answer(1);
    await settle();
    counted[0]!.answer(5);
    await settle();
    expect(chip).toEqual([[editor, 1]]);
  });

  it('goes to whom its own window says, also where they are named later', async () => {
    recipients = [{ address: 'bo@sales.example.com' }];
    onDraft({ editor, text: 'The delivery' });
    expect(docked).toEqual([{ say: 'draft', text: 'The delivery', to: recipients }]);
    expect(counted).toMatchObject([{ to: recipients }]);
    document.body.append(editor);
    for (const listener of moved) listener();
    expect(counted).toHaveLength(1);
    recipients = [...recipients, { address: 'li@finance.example.com' }];
    for (const listener of moved) listener();
    expect(docked).toHaveLength(2);
    expect(docked.at(-1)).toEqual({ say: 'draft', text: 'The delivery', to: recipients });
    expect(counted.at(-1)).toMatchObject({ text: 'The delivery', to: recipients });
    editor.remove();
  });

  it('has no chip where the host has changed', async () => {
    view.missing = ['subject'];
    onDraft({ editor, text: 'The delivery' });
    await settle();
    view.missing = [];
    expect(counted).toEqual([]);
    expect(chip).toEqual([[editor, 0]]);
  });

  it('that is empty is not counted', async () => {
    onDraft({ editor, text: ' \n' });
    await settle();
    expect(counted).toEqual([]);
    expect(chip).toEqual([[editor, 0]]);
  });

  it('that is gone takes the chip and the words along', async () => {
    onDraft({ editor, text: 'The delivery' });
    onDraft(null);
    await settle();
    expect(docked.at(-1)).toEqual({ say: 'draft', text: '', to: [] });
    expect(chip.at(-1)).toEqual([null, 0]);
  });

  it('that is very long is looked at from its beginning', () => {
    onDraft({ editor, text: 'a'.repeat(mostDraft + 5) });
    expect(counted[0]!.text).toHaveLength(mostDraft);
  });

  it('is told to a panel that opens later', () => {
    workspace.dock(false);
    onDraft({ editor, text: 'The delivery' });
    expect(docked).toEqual([]);
    workspace.dock(true);
    expect(docked).toContainEqual({ say: 'draft', text: 'The delivery', to: [] });
  });

  it('is changed at the wish of a panel, and never by itself', () => {
    hear({ say: 'replace', word: 'delivery', other: 'x' });
    onDraft({ editor, text: 'The delivery' });
    expect(replaceInDraft).not.toHaveBeenCalled();
    hear({ say: 'replace', word: 'delivery', other: 'x' });
    expect(replaceInDraft).toHaveBeenCalledExactlyOnceWith(editor, 'delivery', 'x');
    hear({ say: 'add', text: 'note' });
    expect(addToDraft).toHaveBeenCalledExactlyOnceWith(editor, 'note');
    onDraft(null);
    hear({ say: 'add', text: 'note' });
    expect(addToDraft).toHaveBeenCalledOnce();
  });

  it('has a chip that opens the panel and moves the focus there', () => {
    const { onOpen, text } = vi.mocked(createDraftChip).mock.lastCall![1];
    expect([text(1), text(3)]).toEqual(['one word', '3 words']);
    workspace.dock(false);
    const before = focused;
    onOpen();
    expect(dock().isOpen).toBe(true);
    expect(focused).toBe(before + 1);
  });
});

describe('what stands on the page', () => {
  const bar = () => {
    const root = vi.mocked(createDock).mock.lastCall![0];
    root.innerHTML = '<div class="dock"></div><button class="draft-chip"></button>';
    for (const listener of moved) listener();
    return [...root.querySelectorAll<HTMLElement>('*')].map(({ dataset }) => dataset.theme);
  };
  afterEach(() => document.body.removeAttribute('style'));

  it('turns dark and light with the page', () => {
    begin({ theme: 'auto' });
    document.body.style.backgroundColor = 'rgb(10, 10, 10)';
    expect(bar()).toEqual(['dark', 'dark']);
    document.body.style.backgroundColor = 'rgb(250, 250, 250)';
    expect(bar()).toEqual(['light', 'light']);
  });

  it('stays as the reader wishes', () => {
    begin({ theme: 'light' });
    document.body.style.backgroundColor = 'rgb(10, 10, 10)';
    expect(bar()).toEqual(['light', 'light']);
  });

  it('makes room when the panel opens, closes or grows', () => {
    begin();
    workspace.dock(true);
    workspace.dock(false);
    expect(lookedAgain).toBe(2);
  });
});
