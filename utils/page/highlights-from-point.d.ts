// CSS Custom Highlight API Level 1, highlightsFromPoint: Chrome 140, Firefox 150; not yet in TypeScript's DOM library.
interface HighlightHitResult {
  highlight: Highlight;
  ranges: AbstractRange[];
}

interface HighlightRegistry {
  highlightsFromPoint(x: number, y: number, options?: { shadowRoots?: ShadowRoot[] }): HighlightHitResult[];
}
