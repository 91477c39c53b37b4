/**
 * Whether a node still stands on its page. In Firefox, what stood in a frame that shows another page now is a dead object,
 * which throws at any touch.
 */
export function isOnPage(node: Node): boolean {
  try {
    return node.isConnected;
  } catch {
    return false;
  }
}
