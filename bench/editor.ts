/*
 * The editor with two hundred clips, in a real browser. It lies with the tests of the browser, whose types know what a page is.
 *
 *   node bench/editor.ts [--report]      --report: tells and does not judge
 */

await import(new URL('../test/web/bench-editor.ts', import.meta.url).href);
