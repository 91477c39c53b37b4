/** What happens on boards and in mail: the page is read, the panel stands beside it, an Ask button at its actions, a chip at its drafts. */

import workspaceStyle from '@/components/workspace/workspace.css?inline';
import { mostDraft } from '@/utils/messages/limits';
import type { FromPanel, ToPanel } from '@/utils/messages/panel';
import type { DockState, WorkspaceStart } from '@/utils/messages/protocol';
import { translator } from '@/utils/messages/translate';
import type { Person, View } from '@/utils/messages/view';
import { createAskButton } from './ask-button';
import { createDock, type Dock } from './dock';
import { createDraftChip } from './draft-chip';
import { addToDraft, type Editor, replaceInDraft, watchEditors } from './editor';
import { isOnPage } from './on-page';
import { createOwnElement } from './own-element';
import type { FramePage } from './own-frame';
import { isDark } from './theme';
import { watchView } from './watch-view';

/** What is known of the page by its host. */
export interface HostPage {
  /** Whether it is one, now: an address may change without loading. */
  isHost(): boolean;
  view(): View;
  /** Where the host has its own actions. */
  actions(): Element | null;
  /** Whom a draft goes to, as its own window says; empty: it says nothing. */
  recipients(editor: Editor): Person[];
  /** How it is built, without any text. */
  report(): string;
}

export interface WorkspaceNeeds {
  page: HostPage;
  /** @returns the panel's page for a frame, with what lets it in once */
  panelPage(): Promise<FramePage>;
  /** Keeps how the panel was left. */
  keep(dock: DockState): void;
  /** @returns how many words of a draft its receivers read differently */
  countDraft(view: View, text: string, to: Person[]): Promise<number>;
  /** Connects the panels beside the page that look at it; `onLooking` is told how many, whenever that changes. */
  linkPanels(
    hear: (message: FromPanel) => void,
    onLooking: (panels: number) => void,
  ): (message: ToPanel) => void;
}

export interface Workspace {
  /**
   * Opens or closes the panel on the page.
   * @param open undefined: the other way than it is
   * @returns false where the page does not let it stand
   */
  dock(open: boolean | undefined): boolean;
  /** Other words are marked on the page than the panels were told. */
  marked(): void;
}

/** @param start what the background said when the page began */
export function startWorkspace(
  start: Extract<WorkspaceStart, { on: true }>,
  { page, panelPage, keep, countDraft, linkPanels }: WorkspaceNeeds,
  signal: AbortSignal,
): Workspace {
  const t = translator(start.messages);
  let dock: Dock | null = null;
  /** Wished for before there was a panel to hear it. */
  let asked = false;
  /** Ends when the page took our element away again and again. */
  const given = new AbortController();
  const standing = AbortSignal.any([signal, given.signal]);
  let draft: { editor: Editor; text: string; to: Person[] } | null = null;
  const view = watchView(document, page.view, (view) => tell({ say: 'view', view }), signal);
  /** Panels that look: in the dock, and beside the page. */
  let docked = 0;
  let beside = 0;
  const tellBeside = linkPanels(hear, (panels) => {
    beside = panels;
    look();
  });
  // A page that is no host gets nothing of ours until the reader opens the panel there; an application may become one
  // without loading.
  view.onMoved(() => {
    if (start.byItself && !dock && page.isHost()) show();
  }, signal);

  return {
    dock(open) {
      if (given.signal.aborted) return false;
      const isNew = dock === null;
      const shown = show();
      shown.setOpen(open ?? (isNew || !shown.isOpen));
      if (shown.isOpen) shown.focus();
      return true;
    },
    marked: () => tell({ say: 'marked' }),
  };

  function hear(message: FromPanel): void {
    switch (message.say) {
      case 'close':
        dock?.setOpen(false);
        // It was in the panel, and would be lost with it.
        dock?.focus();
        break;
      case 'other-side':
        dock?.changeSide();
        break;
      case 'report':
        tell({ say: 'report', text: page.report() });
        break;
      case 'replace':
        if (draft) replaceInDraft(draft.editor, message.word, message.other);
        break;
      case 'add':
        if (draft) addToDraft(draft.editor, message.text);
    }
  }

  function tell(message: ToPanel): void {
    tellBeside(message);
    dock?.tell(message);
  }

  function look(): void {
    const looks = docked + beside > 0;
    view.closely(looks);
    if (!looks) return;
    tell({ say: 'view', view: view.read() });
    tellDraft();
    if (asked) tell({ say: 'ask' });
    asked = false;
    if (given.signal.aborted) tell({ say: 'given-up' });
  }

  /** The panel on the page went with our element; those beside it say why, also one that comes later. */
  function giveUp(): void {
    given.abort();
    docked = 0;
    draft = null;
    look();
  }

  function tellDraft(): void {
    tell({ say: 'draft', text: draft?.text ?? '', to: draft?.to ?? [] });
  }

  function show(): Dock {
    if (dock) return dock;
    const root = createOwnElement(document, workspaceStyle, giveUp, signal);
    const made = createDock(root, {
      look: start.dock,
      texts: { open: t('dock_open'), resize: t('dock_resize') },
      page: panelPage,
      onReady() {
        docked = 1;
        look();
      },
      hear,
      onGone() {
        docked = 0;
        look();
      },
      onChange(look) {
        keep(look);
        // What stands beside an element of the page makes room.
        view.lookAgain();
      },
      signal: standing,
    });
    dock = made;
    const lookForActions = createAskButton(root, {
      text: t('dock_ask'),
      find: page.actions,
      onAsk() {
        asked = true;
        if (docked + beside > 0) look();
        else made.setOpen(true);
      },
      covered: () => made.covered,
      signal: standing,
    });
    view.onMoved(lookForActions, standing);
    checkDrafts(root, made);
    view.onMoved(() => dress(root), standing);
    return made;
  }

  /** It is as dark as the page, or as the reader wishes. */
  function dress(root: ShadowRoot): void {
    const theme = start.theme === 'auto' ? (isDark(document) ? 'dark' : 'light') : start.theme;
    for (const part of root.querySelectorAll<HTMLElement>('.dock, .draft-chip')) part.dataset.theme = theme;
  }

  function checkDrafts(root: ShadowRoot, dock: Dock): void {
    const chip = createDraftChip(root, {
      text: (count) => (count === 1 ? t('dock_draft_one') : t('dock_draft', String(count))),
      onOpen() {
        if (!dock.isOpen) dock.setOpen(true);
        dock.focus();
      },
      covered: () => dock.covered,
      signal: standing,
    });
    const lookForEditor = watchEditors(
      document,
      (written) =>
        see(
          written && {
            ...written,
            text: written.text.slice(0, mostDraft),
            to: page.recipients(written.editor),
          },
        ),
      standing,
    );
    view.onMoved(lookForEditor, standing);
    view.onMoved(lookForRecipients, standing);
    view.onMoved(chip.look, standing);

    function see(written: typeof draft): void {
      draft = written;
      tellDraft();
      void count(draft);
    }

    /** They may be named after the text is written. */
    function lookForRecipients(): void {
      if (!draft || !isOnPage(draft.editor)) return;
      const to = page.recipients(draft.editor);
      if (JSON.stringify(to) !== JSON.stringify(draft.to)) see({ ...draft, to });
    }

    /** A host that has changed is left alone. */
    async function differingIn({ text, to }: NonNullable<typeof draft>): Promise<number> {
      const view = page.view();
      return view.missing.length > 0 ? 0 : countDraft(view, text, to).catch(() => 0);
    }

    async function count(counted: typeof draft): Promise<void> {
      const differing = counted?.text.trim() ? await differingIn(counted) : 0;
      if (counted === draft) chip.show(draft?.editor ?? null, differing);
    }
  }
}
