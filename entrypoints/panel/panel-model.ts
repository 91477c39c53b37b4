/** What the panel knows of one tab: what is in view there, what belongs to it, which words are marked. */
import type { Context, WordHere } from '@/utils/messages/context';
import type { DraftWord } from '@/utils/messages/draft';
import type { FromPanel, ToPanel } from '@/utils/messages/panel';
import type { Send } from '@/utils/messages/send';
import type { View } from '@/utils/messages/view';
import type { PanelBrowser } from '@/utils/platform/panel-browser';
import type { PanelLink } from '@/utils/platform/panel-link';

export interface PanelState {
  /** undefined: not known yet; null: the page may not be read */
  view: View | null | undefined;
  /** undefined: not known yet; null: there is no handbook */
  context: Context | null | undefined;
  /** What belongs to the view could not be had. */
  failed: boolean;
  words: WordHere[];
  /** Words of what is being written. */
  draft: DraftWord[];
  /** The reader wished to ask about what is in view, so many times. */
  asks: number;
  /** The host shows for some time not what it should. */
  reduced: boolean;
  /** Two ways of finding what is in view have not agreed for some time. */
  doubtful: boolean;
  /** Whether a report of the page was copied; undefined: none was asked for. */
  copied: boolean | undefined;
  /** The page took our element away again and again. */
  givenUp: boolean;
}

export const nothing: PanelState = {
  view: undefined,
  context: undefined,
  failed: false,
  words: [],
  draft: [],
  asks: 0,
  reduced: false,
  doubtful: false,
  copied: undefined,
  givenUp: false,
};

export interface PanelModel {
  /** Something that changes what belongs to the view. */
  act(action: (view: View) => Promise<Context | null>): void;
  /** Asks anew what belongs to the view. */
  retry(): void;
  say(message: FromPanel): void;
}

/** ms until a page without our script is asked for again */
const reconnect = 1500;
/** ms that a page may take to show what it should, before its host counts as changed */
const patience = 3000;

/**
 * @param onState told of each change, from the state of a tab that is not known yet
 * @param signal ends with the tab, or with the panel
 */
export function createPanelModel(
  send: Send,
  browser: PanelBrowser,
  tab: number,
  onState: (state: PanelState) => void,
  signal: AbortSignal,
): PanelModel {
  let state = nothing;
  /** As the page shows it; the state's may say more, as `whole` does once all of it is known. */
  let shown: View | undefined;
  let whole: Promise<View> | undefined;
  let link: PanelLink | null = null;
  /** Count questions: an answer that was overtaken is of no use. */
  let asked = 0;
  let checked = 0;
  let drafted: Pick<Extract<ToPanel, { say: 'draft' }>, 'text' | 'to'> = { text: '', to: [] };
  let looked = 0;
  const timers = { connect: 0, trust: 0, hours: 0 };

  connect();
  signal.addEventListener('abort', () => {
    for (const timer of Object.values(timers)) clearTimeout(timer);
    link?.close();
    link = null;
  });

  return {
    act(action) {
      // What is kept for a view is kept by what is known of it.
      void whole?.then((view) => ask(action(view)));
    },
    retry() {
      if (state.view) void ask(send('context', { view: state.view }));
    },
    say: (message) => link?.send(message),
  };

  function set(change: Partial<PanelState>): void {
    if (signal.aborted) return;
    state = { ...state, ...change };
    onState(state);
  }

  function connect(): void {
    link = browser.link(tab, (message) => !signal.aborted && hear(message), lost);
  }

  /** Without our script on it, a page is known by address and title. */
  function lost(): void {
    if (signal.aborted) return;
    link = null;
    timers.connect = window.setTimeout(connect, reconnect);
    browser
      .page(tab)
      .catch(() => null)
      .then((page) => {
        if (signal.aborted || link) return;
        if (!page) {
          shown = whole = undefined;
          set({ ...nothing, view: null });
        } else if (
          state.view?.host !== 'page' ||
          state.view.url !== page.url ||
          state.view.title !== page.title
        )
          see(bareView(page));
      });
  }

  function hear(message: ToPanel): void {
    switch (message.say) {
      case 'view':
        see(message.view);
        break;
      case 'marked':
        void look();
        break;
      case 'draft':
        drafted = { text: message.text, to: message.to };
        void check();
        break;
      case 'report':
        void copy(message.text);
        break;
      case 'ask':
        set({ asks: state.asks + 1 });
        break;
      case 'given-up':
        set({ givenUp: true });
    }
  }

  /** What the page shows is drawn at once; what only its host's own interface tells, when it has told. */
  function see(view: View): void {
    const before = shown;
    shown = view;
    whole = send('context.view', { view }).then(
      (more) => more ?? view,
      () => view,
    );
    void whole.then((all) => {
      if (shown === view && all !== state.view) draw(all);
    });
    // What belongs to another view goes at once, before the answer for this one is there; what was told of this one stays.
    const stays = isSamePlace(before, view);
    if (!stays) stopJudging();
    if (!stays || before?.title !== view.title) {
      const { words, givenUp, reduced, doubtful } = state;
      draw(view, { ...nothing, words, givenUp, ...(stays && { reduced, doubtful }) });
    } else if (state.view === before) draw(view);
    void look();
  }

  function draw(view: View, change: Partial<PanelState> = {}): void {
    set({ ...change, view });
    void ask(send('context', { view }));
    if (drafted.text) void check();
    // While it loads, a page shows nothing yet; one that only changes its title has loaded.
    if (view.missing.length === 0 && view.doubtful.length === 0) judge();
    else timers.trust ||= window.setTimeout(judge, patience);
  }

  function stopJudging(): void {
    clearTimeout(timers.trust);
    timers.trust = 0;
  }

  function judge(): void {
    stopJudging();
    const { missing = [], doubtful = [] } = state.view ?? {};
    set({ reduced: missing.length > 0, doubtful: doubtful.length > 0 });
  }

  async function ask(question: Promise<Context | null>): Promise<void> {
    const turn = ++asked;
    const context = await question.catch((error: unknown) => {
      console.error('context:', error);
      return undefined;
    });
    if (turn !== asked) return;
    set(context === undefined ? { failed: true } : { context, failed: false });
    heedHours(context);
  }

  /** "At work until six" is no longer true after six. */
  function heedHours(context: Context | null | undefined): void {
    clearTimeout(timers.hours);
    const turns = (context?.who ?? []).flatMap(({ hours }) => hours?.until ?? []);
    const next = Math.min(...turns) - Date.now();
    if (next < 2 ** 31) timers.hours = window.setTimeout(() => shown && see(shown), Math.max(next, 1000));
  }

  async function check(): Promise<void> {
    const turn = ++checked;
    const { view } = state;
    const draft = drafted.text && view ? await send('draft.words', { view, ...drafted }).catch(() => []) : [];
    if (turn === checked) set({ draft });
  }

  async function copy(text: string): Promise<void> {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false, // the panel has lost the focus meanwhile
    );
    set({ copied });
  }

  /** The page tells when its words are others. */
  async function look(): Promise<void> {
    const turn = ++looked;
    const words = await send('context.words', { tab }).catch(() => state.words);
    if (turn === looked) set({ words });
  }
}

function isSamePlace(one: View | null | undefined, other: View): boolean {
  return one?.host === other.host && one.id === other.id && one.kind === other.kind;
}

function bareView({ url, title }: { url: string; title: string }): View {
  return {
    host: 'page',
    kind: 'page',
    url: url.slice(0, 4000),
    title: title.slice(0, 300),
    labels: [],
    people: [],
    missing: [],
    doubtful: [],
    dark: false,
  };
}
