/** An element of XML; what is undefined is left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly (XmlElement | string)[];
}

/** Makes an element. */
export function element(
  name: string,
  attributes: XmlElement['attributes'] = {},
  children: XmlElement['children'] = [],
): XmlElement {
  return { name, attributes, children };
}

/** The element as text, indented; words inside are escaped, and characters that XML does not have are left out. */
export function writeXml(root: XmlElement, depth = 0): string {
  const { name, attributes = {}, children = [] } = root;
  const indent = '  '.repeat(depth);
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [
          ` ${key}="${escapeXml(String(value)).replaceAll(/[\t\n]/g, (space) => `&#${String(space.codePointAt(0))};`)}"`,
        ],
  );
  const open = `${indent}<${name}${written.join('')}`;
  if (children.length === 0) return `${open}/>\n`;
  if (children.some((child) => typeof child === 'string')) {
    const words = children.map((child) => (typeof child === 'string' ? escapeXml(child) : writeXml(child).trim()));
    return `${open}>${words.join('')}</${name}>\n`;
  }
  const inside = children.map((child) => (typeof child === 'string' ? child : writeXml(child, depth + 1)));
  return `${open}>\n${inside.join('')}${indent}</${name}>\n`;
}

const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escapeXml(text: string): string {
  return text
    .replaceAll(NOT_IN_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;'); // a reader makes a line feed of a bare one
}
