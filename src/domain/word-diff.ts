/** A run of a text beside what it was before: kept, gone, or new. */
interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words that may differ before two texts count as two different texts; bounds time and memory. */
const MOST_EDITS = 1500;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * What became of a text, word by word: the same and removed pieces joined are `before`, the same and added ones `after`.
 *
 * Where something was replaced, the removed words come before the added ones. Spaces and commas alone between two
 * changes are changed with them, so that a rewritten phrase is read as one.
 */
export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const a = wordsOf(before);
  const b = wordsOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const edits = [
    ...pieces('same', a.slice(0, start)),
    ...editsBetween(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...pieces('same', a.slice(a.length - end)),
  ];
  return gathered(edits);
}

const piece = (kind: DiffPiece['kind'], text: string): DiffPiece => ({ kind, text });

const wordsOf = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);

/** The shortest way from one list to the other (Myers, greedy), or everything replaced where it is too long. */
function editsBetween(a: readonly string[], b: readonly string[]): readonly DiffPiece[] {
  const replaced = [...pieces('removed', a), ...pieces('added', b)];
  if (a.length === 0 || b.length === 0) return replaced;
  const reached: Reach[] = [];
  const most = Math.min(MOST_EDITS, a.length + b.length);
  for (let edits = 0; edits <= most; edits++) {
    const here: Reach = { edits, farthest: new Int32Array(2 * edits + 1) };
    const last = reached.at(-1);
    reached.push(here);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = last ? entry(last, diagonal).to : 0;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      here.farthest[diagonal + edits] = x;
      if (x >= a.length && x - diagonal >= b.length) return walkedBack(a, b, reached);
    }
  }
  return replaced;
}

const pieces = (kind: DiffPiece['kind'], texts: readonly string[]) => texts.map((text) => piece(kind, text));

/** How far into the first list so many edits come, on each diagonal (place in the first less place in the second). */
interface Reach {
  readonly edits: number;
  readonly farthest: Int32Array;
}

const NOT_REACHED = -1;
const farthestOn = ({ edits, farthest }: Reach, diagonal: number) => farthest[diagonal + edits] ?? NOT_REACHED;

/** The edit that leads from the last reach onto a diagonal: a word added, or one removed, whichever comes farther. */
function entry(last: Reach, diagonal: number) {
  const adding = farthestOn(last, diagonal + 1);
  const removing = farthestOn(last, diagonal - 1);
  const isAdded = removing === NOT_REACHED || removing < adding;
  return isAdded
    ? { kind: 'added', from: adding, fromDiagonal: diagonal + 1, to: adding }
    : { kind: 'removed', from: removing, fromDiagonal: diagonal - 1, to: removing + 1 };
}

function walkedBack(a: readonly string[], b: readonly string[], reached: readonly Reach[]): readonly DiffPiece[] {
  const backwards: DiffPiece[] = [];
  let x = a.length;
  let y = b.length;
  for (const last of reached.slice(0, -1).toReversed()) {
    const { kind, from, fromDiagonal, to } = entry(last, x - y);
    backwards.push(...pieces('same', a.slice(to, x).toReversed()));
    y = from - fromDiagonal;
    backwards.push(...(kind === 'added' ? pieces('added', b.slice(y, y + 1)) : pieces('removed', a.slice(from, to))));
    x = from;
  }
  return [...pieces('same', a.slice(0, x)), ...backwards.toReversed()];
}

/** A change (either side may be empty), and what stays the same after it. */
interface Change {
  readonly removed: string;
  readonly added: string;
  readonly same: string;
}

/** The words as runs: each change once, what is gone before what is new. */
function gathered(edits: readonly DiffPiece[]): readonly DiffPiece[] {
  return together(together(changesOf(edits), isBlank), isLost).flatMap(({ removed, added, same }) => [
    ...(removed === '' ? [] : [piece('removed', removed)]),
    ...(added === '' ? [] : [piece('added', added)]),
    ...(same === '' ? [] : [piece('same', same)]),
  ]);
}

function changesOf(edits: readonly DiffPiece[]): readonly Change[] {
  const changes: { removed: string; added: string; same: string }[] = [{ removed: '', added: '', same: '' }];
  for (const { kind, text } of edits) {
    const last = changes.at(-1);
    if (last && (kind === 'same' || last.same === '')) last[kind] += text;
    else changes.push({ removed: '', added: '', same: '', [kind]: text });
  }
  return changes;
}

/** Changes with something between them that does not count are one. */
function together(
  changes: readonly Change[],
  isNothing: (before: Change, after: Change) => boolean,
): readonly Change[] {
  const found: Change[] = [];
  for (const change of changes) {
    const last = found.at(-1);
    if (!last || sizeOf(last) === 0 || !isNothing(last, change)) found.push(change);
    else {
      const { removed, added, same } = last;
      found[found.length - 1] = {
        removed: removed + same + change.removed,
        added: added + same + change.added,
        same: change.same,
      };
    }
  }
  return found;
}

const LOST_LETTERS = 12;
const LOST_AMONG = 3; // times as many letters changed on either side

/** Whether only spaces and commas stay between two changes. */
const isBlank = ({ same }: Change): boolean => !/[\p{Letter}\p{Number}\n]/u.test(same);

/** Whether a short word stays between two large changes: alone it is harder to read than the sentence itself. */
function isLost(before: Change, after: Change): boolean {
  const letters = before.same.trim().length;
  if (letters > LOST_LETTERS || before.same.includes('\n')) return false;
  return letters * LOST_AMONG <= Math.min(sizeOf(before), sizeOf(after));
}

const sizeOf = ({ removed, added }: Change): number => Math.max(removed.length, added.length);
