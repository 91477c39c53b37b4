// @ts-check
/** What a screen reader gets of the card, from the browser's own accessibility tree. */
import { closedRootOf, frameOf } from './card.mjs';
import { frameId, inChrome, isFirefox, sessionOf } from './protocol.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('puppeteer-core').Frame} Frame
 * @typedef {{ role: string, name: string }} AccessibleNode role: an ARIA role, `text` for plain text
 * @typedef {import('puppeteer-core').Protocol.DOM.Node} DomNode
 */

/** Names of roles that are not those of ARIA. */
const ariaRoles = new Map([
  ['StaticText', 'text'],
  ['text leaf', 'text'],
  ['pushbutton', 'button'],
  ['toggle button', 'button'],
  ['section', 'generic'],
  ['text container', 'generic'],
  ['label', 'text'],
  ['listitem', 'listitem'],
]);

/**
 * @param {Page | Frame} place
 * @returns {Promise<AccessibleNode[]>} in reading order
 */
export async function accessibleCard(place) {
  const frame = frameOf(place);
  const nodes = isFirefox(frame) ? await inFirefox(frame) : await inChromium(frame);
  return nodes
    .map(({ role, name }) => ({ role: ariaRoles.get(role) ?? role, name: name.trim() }))
    .filter(({ role, name }) => role !== 'generic' && !(role === 'text' && !name));
}

/** @param {Frame} frame */
async function inChromium(frame) {
  const session = sessionOf(frame);
  const shadow = await closedRootOf(frame);
  if (!shadow) return [];
  const { node: root } = await session.send('DOM.describeNode', {
    backendNodeId: shadow.backendNodeId,
    depth: -1,
  });
  const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId: frameId(frame) });
  const byId = new Map(nodes.filter(({ ignored }) => !ignored).map((node) => [node.backendDOMNodeId, node]));
  return idsIn(root).flatMap((id) => {
    const node = byId.get(id);
    return node ? [{ role: String(node.role?.value ?? ''), name: String(node.name?.value ?? '') }] : [];
  });
}

/**
 * @param {DomNode} node
 * @returns {number[]}
 */
const idsIn = (node) => [node.backendNodeId, ...(node.children ?? []).flatMap(idsIn)];

/**
 * @param {Frame} frame
 * @returns {Promise<AccessibleNode[]>}
 */
const inFirefox = (frame) => inChrome(frame.page().browser(), readInFirefox, frameId(frame));

/**
 * Runs where Firefox runs its windows, and from there in the page's process, which alone knows the nodes.
 * @param {string} contextId
 */
function readInFirefox(contextId) {
  const { ChromeUtils } = /** @type {any} */ (globalThis);
  const { NavigableManager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  const context = NavigableManager.getBrowsingContextById(contextId);
  const { messageManager } = context.top.embedderElement;
  const inPage = (/** @type {number} */ id, /** @type {any} */ frame) => {
    const { BrowsingContext, Cc, Ci } = /** @type {any} */ (globalThis);
    const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
    const host = BrowsingContext.get(id).window.document.querySelector('common-ground-card');
    /** @type {AccessibleNode[]} */
    const nodes = [];
    const visit = (/** @type {Node} */ node) => {
      const accessible = service.getAccessibleFor(node);
      if (accessible)
        nodes.push({ role: service.getStringRole(accessible.role), name: accessible.name ?? '' });
      for (const child of node.childNodes) visit(child);
    };
    // The tree is built some time after the service starts.
    frame.content.setTimeout(() => {
      if (host) visit(host.openOrClosedShadowRoot);
      frame.sendAsyncMessage('common-ground:accessible', nodes);
    }, 300);
  };
  return new Promise((resolve, reject) => {
    messageManager.addMessageListener(
      'common-ground:accessible',
      function heard(/** @type {any} */ { data }) {
        messageManager.removeMessageListener('common-ground:accessible', heard);
        if (typeof data === 'string') reject(new Error(data));
        else resolve(data);
      },
    );
    const source = `try { (${inPage})(${context.id}, this); }
      catch (error) { sendAsyncMessage('common-ground:accessible', String(error)); }`;
    messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(source)}`,
      false,
    );
  });
}
