// @ts-check
/** What a screen reader gets of the card, from the browser's own accessibility tree. */
import { cardFrame } from './card.mjs';
import { frameId, inChrome, isFirefox, sessionOf } from './protocol.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('puppeteer-core').Frame} Frame
 * @typedef {{ role: string, name: string, description: string }} AccessibleNode role: an ARIA role, `text` for plain text
 * @typedef {import('puppeteer-core').Protocol.Accessibility.AXNode} AXNode
 */

/** Names of roles that are not those of ARIA. */
const ariaRoles = new Map([
  ['StaticText', 'text'],
  ['text leaf', 'text'],
  ['statictext', 'text'],
  ['pushbutton', 'button'],
  ['toggle button', 'button'],
  ['grouping', 'group'],
  ['section', 'generic'],
  ['text container', 'generic'],
  ['label', 'text'],
]);

/**
 * @param {Page | Frame} place
 * @returns {Promise<AccessibleNode[]>} in reading order; the dialog first
 */
export async function accessibleCard(place) {
  const frame = await cardFrame(place);
  if (!frame) return [];
  const nodes = isFirefox(frame) ? await inFirefox(frame) : await inChromium(frame);
  return nodes
    .map(({ role, name, description }) => ({
      role: ariaRoles.get(role) ?? role,
      name: name.trim(),
      description: description.trim(),
    }))
    .filter(
      ({ role, name }) => !['generic', 'none', 'InlineTextBox'].includes(role) && !(role === 'text' && !name),
    );
}

/**
 * @param {Frame} frame
 * @returns {Promise<AccessibleNode[]>}
 */
async function inChromium(frame) {
  const { nodes } = await sessionOf(frame).send('Accessibility.getFullAXTree', { frameId: frameId(frame) });
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const dialog = nodes.find(({ role }) => role?.value === 'dialog');
  return dialog ? inOrder(dialog, byId) : [];
}

/**
 * @param {AXNode} node
 * @param {Map<string, AXNode>} byId
 * @returns {AccessibleNode[]}
 */
function inOrder(node, byId) {
  const { ignored, role, name, description } = node;
  const own = {
    role: String(role?.value ?? ''),
    name: String(name?.value ?? ''),
    description: String(description?.value ?? ''),
  };
  const children = (node.childIds ?? []).map((id) => byId.get(id)).filter((child) => child !== undefined);
  return [...(ignored ? [] : [own]), ...children.flatMap((child) => inOrder(child, byId))];
}

/**
 * @param {Frame} frame
 * @returns {Promise<AccessibleNode[]>}
 */
const inFirefox = (frame) => inChrome(frame.page().browser(), readInFirefox, frameId(frame));

/**
 * Runs where Firefox runs its windows: there the trees of all processes come together.
 * @param {string} contextId
 */
async function readInFirefox(contextId) {
  const { ChromeUtils, Cc, Ci } = /** @type {any} */ (globalThis);
  const { NavigableManager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const browser = NavigableManager.getBrowsingContextById(contextId).top.embedderElement;
  /** @param {any} accessible @returns {any} */
  const dialogIn = (accessible) => {
    if (accessible && service.getStringRole(accessible.role) === 'dialog') return accessible;
    for (let child = accessible?.firstChild; child; child = child.nextSibling) {
      const found = dialogIn(child);
      if (found) return found;
    }
    return null;
  };
  // The trees are built some time after the service starts.
  for (let tries = 0; tries < 100; tries++) {
    const dialog = dialogIn(service.getAccessibleFor(browser));
    if (dialog?.firstChild) {
      /** @param {any} accessible @returns {AccessibleNode[]} */
      const read = (accessible) => {
        const nodes = [
          {
            role: service.getStringRole(accessible.role),
            name: accessible.name ?? '',
            description: accessible.description ?? '',
          },
        ];
        for (let child = accessible.firstChild; child; child = child.nextSibling) nodes.push(...read(child));
        return nodes;
      };
      return read(dialog);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return [];
}
