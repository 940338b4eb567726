import type { CDPSession, Page } from '@playwright/test';
import { expect, settled } from './studio.ts';

/** Something that can be worked with, as assistive technology is told of it. */
interface Part {
  readonly node: number;
  readonly called: string;
  /** The list, group or bar it is in: there the arrow keys may lead to it where Tab does not. */
  readonly group: number | null;
  /** Chosen by being reached, and what stands below changes with it. */
  readonly isTab: boolean;
}

/** What the keyboard alone cannot do on a page as it is now; all empty where nothing is wrong. */
export interface KeyboardFaults {
  readonly outOfReach: readonly string[];
  /** Where the keyboard is, and nothing shows it. */
  readonly unseen: readonly string[];
  /** The keyboard came in and Tab does not lead out. */
  readonly trap: readonly string[];
  readonly walked: number;
}

const WORKED_WITH = new Set(
  (
    'button link textbox searchbox checkbox radio combobox slider spinbutton switch tab menuitem menuitemcheckbox ' +
    'menuitemradio option treeitem DisclosureTriangle ColorWell Date DateTime'
  ).split(' '),
);
const GROUP = 'radiogroup toolbar listbox tablist menu grid group'
  .split(' ')
  .map((role) => `[role=${role}]`)
  .concat('fieldset', 'ul', 'ol')
  .join();
const ARROWS = ['ArrowRight', 'ArrowDown', 'Home', 'ArrowLeft', 'ArrowUp'];

/**
 * Goes through the page by Tab, and through what is one of many by the arrow keys, and holds that against everything the
 * accessibility tree says can be worked with.
 *
 * @param menu a CSS selector of a menu that is open: only its lines count, and only the arrow keys go to them
 */
export async function walkByKeyboard(page: Page, menu?: string): Promise<KeyboardFaults> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.enable');
    await session.send('Accessibility.enable');
    await page.evaluate(watchFocus);
    const parts = await partsOf(session, menu);
    const reached = new Set<number>();
    const unseen = new Set<string>();
    const names = new Map(parts.map(({ node, called }) => [node, called]));
    const trap = menu === undefined ? await byTab(page, session, parts.length, { reached, unseen, names }) : [];
    if (menu !== undefined) await beginIn(page, session, names, reached);
    await byArrows(page, session, parts, reached);
    const outOfReach: string[] = [];
    for (const { node, called } of parts) {
      // What the arrows chose may have shown something else in its place: it was reached then.
      if (!reached.has(node) && (await isThere(session, node))) outOfReach.push(called);
    }
    return { outOfReach, unseen: [...unseen], trap, walked: parts.length };
  } finally {
    await session.detach();
  }
}

/** Fails for everything on the page that the keyboard alone does not come to, is not seen on, or does not get out of. */
export async function expectKeyboardReachesAll(page: Page, menu?: string): Promise<void> {
  await settled(page);
  const { walked, ...faults } = await walkByKeyboard(page, menu);
  expect(faults, page.url()).toEqual({ outOfReach: [], unseen: [], trap: [] });
  expect(walked).toBeGreaterThan(0);
}

interface Walk {
  readonly reached: Set<number>;
  readonly unseen: Set<string>;
  readonly names: ReadonlyMap<number, string>;
}

/** @returns what is between two rounds, where Tab does not lead through all of the page */
async function byTab(page: Page, session: CDPSession, count: number, walk: Walk): Promise<readonly string[]> {
  const { reached, unseen, names } = walk;
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  let first: number | null = null;
  let before: number | null = null;
  const stops: string[] = [];
  for (let step = 0; step < 2 * count + 30; step += 1) {
    await page.keyboard.press('Tab');
    const wasSeen = await page.evaluate(lastWasSeen); // by then what leads the keyboard back into a dialog has done so
    const node = await focused(session);
    if (before !== null && !wasSeen) unseen.add(names.get(before) ?? `what is node ${before}`);
    before = node;
    if (node === null) continue; // between the end of the page and its beginning
    if (node === first) return [];
    first ??= node;
    reached.add(node);
    stops.push(names.get(node) ?? String(node));
  }
  return [...new Set(stops.slice(-20))];
}

/** A menu has the keyboard when it opens, or its first line. */
async function beginIn(
  page: Page,
  session: CDPSession,
  names: ReadonlyMap<number, string>,
  reached: Set<number>,
): Promise<void> {
  let node = await focused(session);
  if (node === null || !names.has(node)) {
    await page.keyboard.press('ArrowDown');
    node = await focused(session);
  }
  if (node !== null) reached.add(node);
}

/** From each part that Tab led to, to those of its group that Tab passed by; tabs last, they change what there is. */
async function byArrows(page: Page, session: CDPSession, parts: readonly Part[], reached: Set<number>): Promise<void> {
  const groups = new Set(parts.filter(({ node }) => !reached.has(node)).map(({ group }) => group));
  const inGroups = parts.filter(({ group }) => group !== null && groups.has(group));
  const beginnings = inGroups.filter(({ node }) => reached.has(node));
  for (const { node: from, group } of beginnings.sort((a, b) => Number(a.isTab) - Number(b.isTab))) {
    const isDone = (): boolean => inGroups.every((part) => part.group !== group || reached.has(part.node));
    for (const arrow of ARROWS) {
      if (isDone() || !(await focusOn(session, from))) break;
      const round = new Set([from]);
      for (;;) {
        await page.keyboard.press(arrow);
        const node = await focused(session);
        if (node === null || round.has(node)) break;
        round.add(node);
        reached.add(node);
        if (arrow === 'Home') await downFromHere(page, session, reached);
      }
    }
  }
}

async function downFromHere(page: Page, session: CDPSession, reached: Set<number>): Promise<void> {
  const round = new Set<number>();
  for (;;) {
    await page.keyboard.press('ArrowDown');
    const node = await focused(session);
    if (node === null || round.has(node)) return;
    round.add(node);
    reached.add(node);
  }
}

/** Everything that can be worked with; what the browser itself puts into a player counts as the player. */
async function partsOf(session: CDPSession, within: string | undefined): Promise<readonly Part[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const parts = new Map<number, Part>();
  for (const { ignored, role, name, properties = [], backendDOMNodeId } of nodes) {
    const kind = String(role?.value ?? '');
    if (ignored || backendDOMNodeId === undefined || !WORKED_WITH.has(kind)) continue;
    if (properties.some((property) => property.name === 'disabled' && property.value.value === true)) continue;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: backendDOMNodeId });
    const node = await askedOf(session, object.objectId, hostWithin, within ?? null);
    if (node === null) continue;
    const group = await askedOf(session, object.objectId, closestOf, GROUP);
    const called = `${kind} “${String(name?.value ?? '')}”`;
    parts.set(node, { node, called, group, isTab: kind === 'tab' });
  }
  return [...parts.values()];
}

/** In the page: the element itself, or the player whose part it is; null where it does not count. */
const hostWithin = `function (within) {
  let part = this;
  while (part.getRootNode() instanceof ShadowRoot) part = part.getRootNode().host;
  if (part.tagName === 'OPTION') return null;
  const steps = part.tabIndex < 0 && part.closest('[role=group]')?.querySelector('[inputmode=numeric],[inputmode=decimal]');
  if (steps) return null; // more and less beside a number: its own arrow keys do that
  return within && !part.closest(within) ? null : part;
}`;

const closestOf = 'function (selector) { return this.closest(selector); }';

/** The node that a function of the page gives for an element. */
async function askedOf(
  session: CDPSession,
  objectId: string | undefined,
  functionDeclaration: string,
  given: string | null,
): Promise<number | null> {
  if (objectId === undefined) return null;
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration,
    arguments: [{ value: given }],
  });
  return result.objectId ? await nodeOf(session, result.objectId) : null;
}

/** The element that has the keyboard; null where it is nowhere. */
async function focused(session: CDPSession): Promise<number | null> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'document.activeElement === document.body ? null : document.activeElement',
  });
  return result.objectId ? await nodeOf(session, result.objectId) : null;
}

async function focusOn(session: CDPSession, backendNodeId: number): Promise<boolean> {
  return await session.send('DOM.focus', { backendNodeId }).then(
    () => true,
    () => false, // it is not there any more: the arrows chose what shows something else
  );
}

async function isThere(session: CDPSession, backendNodeId: number): Promise<boolean> {
  try {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    const functionDeclaration = 'function () { return this.isConnected; }';
    const asked = { objectId: object.objectId ?? '', functionDeclaration };
    return (await session.send('Runtime.callFunctionOn', asked)).result.value === true;
  } catch {
    return false;
  }
}

async function nodeOf(session: CDPSession, objectId: string): Promise<number> {
  const { node } = await session.send('DOM.describeNode', { objectId });
  await session.send('Runtime.releaseObject', { objectId });
  return node.backendNodeId;
}

/** In the page: keeps how the last focused element and what is around it looked, with the keyboard on it and without. */
function watchFocus(): void {
  const scope = globalThis as unknown as { wasSeen?: boolean };
  const looksOf = (element: Element): string => {
    const around = [element, ...element.children, element.parentElement, element.parentElement?.parentElement];
    return around
      .flatMap((one) => (one ? [getComputedStyle(one), getComputedStyle(one, '::after')] : []))
      .map((style) => [style.outline, style.boxShadow, style.borderColor, style.backgroundColor, style.opacity].join())
      .join(';');
  };
  let looks = '';
  document.addEventListener('focusin', ({ target }) => {
    const element = target as Element;
    looks = looksOf(element);
    requestAnimationFrame(() => {
      if (document.activeElement === element) looks = looksOf(element);
    });
  });
  document.addEventListener('focusout', ({ target }) => {
    const element = target as Element;
    const before = looks;
    requestAnimationFrame(() => {
      scope.wasSeen = !element.isConnected || looksOf(element) !== before;
    });
  });
}

/** In the page: whether what had the keyboard before looked otherwise then. */
function lastWasSeen(): Promise<boolean> {
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => resolve((globalThis as unknown as { wasSeen?: boolean }).wasSeen ?? true)),
    );
  });
}
