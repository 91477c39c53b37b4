/** Which text of a field counts as selected. */
import { afterEach, expect, it, vi } from 'vitest';
import { selectedText } from '@/utils/page/selection';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** Puts a field on the page with "our delivery date" in it, "delivery" selected. */
function select(attributes: string, root: Element | ShadowRoot = document.body): void {
  root.innerHTML = `<input ${attributes} value="our delivery date">`;
  const field = root.querySelector('input')!;
  field.focus();
  field.setSelectionRange(4, 12);
}

it.each(['', 'type="search"', 'autocomplete="organization"'])('is that of <input %s>', (attributes) => {
  select(attributes);
  expect(selectedText([])?.text).toBe('delivery');
});

it('is that of a field in an open shadow root', () => {
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  select('', root);
  expect(selectedText([root])?.text).toBe('delivery');
});

it.each([
  'type="password"',
  'autocomplete="cc-number"',
  'autocomplete="section-pay billing cc-name"',
  'autocomplete="one-time-code"',
  'autocomplete="current-password"',
])('is not that of <input %s>', (attributes) => {
  vi.spyOn(document, 'getSelection').mockReturnValue(null);
  vi.spyOn(globalThis, 'getSelection').mockReturnValue(null);
  select(attributes);
  expect(selectedText([])).toBeNull();
});
