import { htmlToText } from 'html-to-text';

/** What a page of the web says, and the colours it is written in. */
export interface ReadablePage {
  readonly title: string;
  readonly text: string;
  /** As `#rrggbb`, the one that is named for the browser's frame first, then the most used. */
  readonly colours: readonly string[];
}

const LONGEST_TEXT = 100_000;
const MOST_COLOURS = 12;

/** Reads a page: its words without navigation and scripts, and the colours its own markup names. Nothing in it is run or fetched. */
export function readablePage(html: string): ReadablePage {
  const text = isDeeplyNested(html) ? withoutTags(html) : wordsOf(html);
  return {
    title: metaOf(html, 'og:site_name') || (/<title[^>]{0,200}>([^<]{1,300})/i.exec(html)?.[1]?.trim() ?? ''),
    text: [metaOf(html, 'description'), text]
      .filter((part) => part !== '')
      .join('\n')
      .slice(0, LONGEST_TEXT),
    colours: coloursOf(html),
  };
}

function wordsOf(html: string): string {
  return htmlToText(html, {
    wordwrap: false,
    limits: { maxInputLength: html.length, maxDepth: 200, maxChildNodes: 20_000 },
    selectors: [
      ...['nav', 'script', 'style', 'noscript', 'svg', 'form', 'iframe', 'img'].map((selector) => ({
        selector,
        format: 'skip',
      })),
      { selector: 'a', options: { ignoreHref: true } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
}

const DEEPEST = 1000; // the parser's time grows with the square of it: 20,000 take 3 s

/** Tags that begin or end; those that hold nothing are left out. */
const OPENINGS = /<(\/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)[a-z]/gi;

/** Whether tags are opened in one another far beyond what any page needs. */
function isDeeplyNested(html: string): boolean {
  let depth = 0;
  for (const [, closing] of html.matchAll(OPENINGS)) {
    depth += closing === '' ? 1 : -1;
    if (depth < 0) depth = 0;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** The plain way, for a page that is no page. */
function withoutTags(html: string): string {
  const hidden = [...between(html, 'script'), ...between(html, 'style')].filter((part) => part !== '');
  const shown = hidden.reduce((rest, part) => rest.replace(part, () => ''), html);
  return shown
    .replaceAll(/<[^<>]*>/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function coloursOf(html: string): string[] {
  const theme = hexOf(metaOf(html, 'theme-color'));
  const counts = new Map<string, number>();
  const attributes = html.matchAll(/\bstyle\s*=\s*(?:"([^"]{0,5000})"|'([^']{0,5000})')/gi);
  const styles = [...between(html, 'style'), ...[...attributes].map(([, double, single]) => double ?? single ?? '')];
  for (const style of styles) {
    for (const [hex] of style.matchAll(/#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z_-])/gi)) {
      const colour = hexOf(hex);
      if (colour !== null) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const used = [...counts].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour);
  return [...new Set([...(theme === null ? [] : [theme]), ...used])].slice(0, MOST_COLOURS);
}

const MOST_BLOCKS = 200;

/** What stands in tags of a name; found by walking, because a page of nothing but their beginnings must not cost more. */
function between(html: string, tag: 'script' | 'style'): string[] {
  const found: string[] = [];
  const lower = html.toLowerCase();
  for (let at = lower.indexOf(`<${tag}`); at !== -1 && found.length < MOST_BLOCKS; at = lower.indexOf(`<${tag}`, at)) {
    const start = lower.indexOf('>', at);
    const end = start === -1 ? -1 : lower.indexOf(`</${tag}`, start);
    if (end === -1) break;
    found.push(html.slice(start + 1, end));
    at = end;
  }
  return found;
}

/** The content of a meta tag, whichever way round it is written. */
function metaOf(html: string, name: string): string {
  for (const [tag] of html.matchAll(/<meta\b[^<>]{1,2000}>/gi)) {
    const named = /\b(?:name|property)\s*=\s*["']?([\w:-]+)/i.exec(tag)?.[1];
    if (named?.toLowerCase() !== name) continue;
    return (
      /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i
        .exec(tag)
        ?.slice(1)
        .find((value) => value !== undefined) ?? ''
    ).trim();
  }
  return '';
}

function hexOf(written: string): string | null {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(written.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  return `#${digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits}`;
}
