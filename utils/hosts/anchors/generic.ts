/** What pages of any program have in common. */
import type { Anchors } from '../host';
import { dated } from './dated';

const html = dated('2026-11', 'HTML: headings; RFC 6068: mailto links');

/** The page's own furniture tells who is signed in and whom to ask about the site, not who writes. */
const link = 'a[href^="mailto:" i]';
const inWork = `:is(main, article, [role="main"], [role="article"]) ${link}`;
const notInFurniture = `${link}:not(nav *, footer *, [role="navigation"] *, [role="contentinfo"] *)`;

export const page: Anchors = {
  title: [html('main h1'), html('h1'), html('[role="heading"][aria-level="1"]')],
};

export const board: Anchors = {
  board: [html('main h1'), html('h1')],
  title: [
    html('[role="dialog"] h1'),
    html('[role="dialog"] h2'),
    html('dialog[open] h1, dialog[open] h2'),
    html('main h1'),
    html('h1'),
  ],
  action: [html('[role="dialog"] h1, [role="dialog"] h2'), html('main h1'), html('h1')],
};

export const mail: Anchors = {
  title: [html('main h1'), html('h1'), html('main h2')],
  senders: [html('[email]')],
  people: [html(inWork), html(notInFurniture)],
  action: [html('main h1'), html('h1'), html('main h2')],
};
