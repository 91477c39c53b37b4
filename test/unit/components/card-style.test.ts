/** What the card's style sheets promise. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (name: string) =>
  readFileSync(`components/card/${name}.css`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

describe.each(['card', 'frame'])('%s.css', (name) => {
  it('moves nothing where no movement is wanted', () => {
    const always = read(name).replace(
      /@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]*\{[^{}]*\})*\s*\}/g,
      '',
    );
    expect(always).not.toMatch(/(?:transition|animation)[a-z-]*:/);
  });
  it('loads nothing', () => {
    expect(read(name)).not.toMatch(/url\(|@import/);
  });
});
