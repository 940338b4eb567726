import type { Fps } from '#contract/fps.ts';
import type { OverlayAnimation, TextOverlay } from '#contract/timeline.ts';
import type { TypeHint } from '#contract/type-hint.ts';
import { framesToSeconds, secondsToFrames } from '../frames.ts';
import { fitText, HEADLINE_LINE_HEIGHT } from './fit-text.ts';
import { contrasting } from './contrasting.ts';
import { defaultTypeHint, typeArea } from './type-area.ts';
import { widthEm } from './text-width.ts';

/** A scene's words and where and when there is room for them; frames are nominal, the end is exclusive. */
export interface WordsToPlace {
  readonly id: string;
  readonly text: string;
  readonly hint: TypeHint | undefined;
  readonly frame: { readonly width: number; readonly height: number };
  readonly fps: Fps;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly startFrame: number;
  readonly endFrame: number;
  /** Of the transition at the beginning of the scene. */
  readonly incomingFrames: number;
}

/* Pixels at a short side of 1080. */
const RULE = { width: 96, height: 8, gap: 34 };
const PILL = { height: 104, fontSize: 44, paddingX: 52, gap: 44 };
const PILL_LINE_HEIGHT = 1.2;
const TRACKING_EM = -0.028;
const PILL_TRACKING_EM = -0.01;

const IN_S = 0.85;
const OUT_S = 0.28;
const STAGGER_S = 0.1;
const PILL_DELAY_S = 0.35;
const READING_CHARACTERS_PER_S = 15;
const LEAST_SHOWN_S = 1.2;

/** The box is this much wider than the estimate of its longest line, so that no renderer breaks the line again. */
const BOX_SLACK = 1.04;

/**
 * A scene's words as overlays: a headline under a short rule, left-aligned in the picture's quiet zone; in the last scene the words
 * after the first line break are the call to action, in a pill below.
 *
 * They come in behind the scene's incoming transition, earlier when they need the time to be read, and are gone before the next one.
 */
export function placeText(words: WordsToPlace): TextOverlay[] {
  const [headline, action] = split(words.text, words.isLast);
  if (headline === '') return [];
  const { width, height } = words.frame;
  const unit = Math.min(width, height);
  const scale = unit / 1080;
  const hint = words.hint ?? defaultTypeHint(words.frame);
  const area = typeArea(hint.zone, words.frame);
  const ruleHeight = (RULE.height + RULE.gap) * scale;
  const pillHeight = action === '' ? 0 : (PILL.gap + PILL.height) * scale;
  const room = {
    width: area.width / BOX_SLACK,
    height: area.height - ruleHeight - pillHeight,
    unit,
    preferredLines: 2,
  };
  const fitted = fitText(headline, room);
  const textHeight = fitted.lines.length * fitted.fontSize * HEADLINE_LINE_HEIGHT;
  const blockHeight = ruleHeight + textHeight + pillHeight;
  const top = area.anchor === 'middle' ? area.top + Math.max(0, (area.height - blockHeight) / 2) : area.top;
  const boxWidth = Math.min(area.width, fitted.width * BOX_SLACK);
  const rightToLeft = isRightToLeft(headline);
  const left = rightToLeft ? area.left + area.width - boxWidth : area.left;
  const time = timing(words, headline.length + action.length);

  const overlays: TextOverlay[] = [
    {
      id: words.id,
      ...time.span,
      text: fitted.lines.join('\n'),
      fontSize: fitted.fontSize,
      fontColor: hint.ink,
      centerX: round(left + boxWidth / 2 - width / 2),
      centerY: round(top + ruleHeight + textHeight / 2 - height / 2),
      maxWidth: round(boxWidth),
      fontFamily: 'Instrument Sans',
      fontWeight: 600,
      align: rightToLeft ? 'right' : 'left',
      lineHeight: HEADLINE_LINE_HEIGHT,
      letterSpacing: TRACKING_EM,
      rotation: 0,
      opacity: 1,
      rule: {
        color: hint.accent,
        width: round(RULE.width * scale),
        height: round(RULE.height * scale),
        gap: round(RULE.gap * scale),
      },
      animation: time.animation,
      ...(hint.plate === null ? {} : { background: { ...hint.plate, ...platePadding(fitted.fontSize) } }),
    },
  ];
  if (action !== '') {
    const pillTop = top + ruleHeight + textHeight + PILL.gap * scale;
    overlays.push(pill({ words, action, hint, scale, area, top: pillTop, rightToLeft, time }));
  }
  return overlays;
}

function split(text: string, isLast: boolean): readonly [string, string] {
  const trimmed = text.trim();
  const lineEnd = trimmed.indexOf('\n');
  if (!isLast || lineEnd < 0) return [trimmed, ''];
  return [
    trimmed.slice(0, lineEnd).trim(),
    trimmed
      .slice(lineEnd + 1)
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ];
}

interface Timing {
  readonly span: { readonly startFrame: number; readonly endFrame: number };
  readonly animation: OverlayAnimation;
}

function timing(words: WordsToPlace, characters: number): Timing {
  const frames = (seconds: number): number => secondsToFrames(seconds, words.fps);
  const neededFrames = frames(Math.max(LEAST_SHOWN_S, characters / READING_CHARACTERS_PER_S + IN_S / 2));
  const calmStart = words.startFrame + (words.isFirst ? frames(0.15) : Math.round(words.incomingFrames * 0.6));
  const startFrame = Math.max(words.startFrame, Math.min(calmStart, words.endFrame - neededFrames));
  const shownS = framesToSeconds(words.endFrame - startFrame, words.fps);
  const outFrames = words.isLast ? 0 : frames(Math.min(OUT_S, shownS * 0.2));
  return {
    span: { startFrame, endFrame: words.endFrame },
    animation: {
      in: 'rise',
      out: words.isLast ? 'none' : 'fade',
      inFrames: frames(Math.min(IN_S, shownS * 0.4)),
      outFrames,
      staggerFrames: frames(Math.min(STAGGER_S, shownS * 0.04)),
    },
  };
}

function pill(p: {
  readonly words: WordsToPlace;
  readonly action: string;
  readonly hint: TypeHint;
  readonly scale: number;
  readonly area: { readonly left: number; readonly width: number };
  readonly top: number;
  readonly rightToLeft: boolean;
  readonly time: Timing;
}): TextOverlay {
  const { words, scale, area } = p;
  const paddingX = PILL.paddingX * scale;
  const em = widthEm(p.action) * BOX_SLACK;
  const fontSize = Math.floor(Math.min(PILL.fontSize * scale, (area.width - 2 * paddingX) / em));
  const boxWidth = em * fontSize;
  const lineHeight = fontSize * PILL_LINE_HEIGHT;
  const outerWidth = boxWidth + 2 * paddingX;
  const left = p.rightToLeft ? area.left + area.width - outerWidth : area.left;
  const delay = secondsToFrames(
    Math.min(PILL_DELAY_S, framesToSeconds(p.time.span.endFrame - p.time.span.startFrame, words.fps) * 0.15),
    words.fps,
  );
  return {
    id: `${words.id}a`,
    startFrame: p.time.span.startFrame + delay,
    endFrame: p.time.span.endFrame,
    text: p.action,
    fontSize,
    fontColor: contrasting(p.hint.ink),
    centerX: round(left + outerWidth / 2 - words.frame.width / 2),
    centerY: round(p.top + (PILL.height * scale) / 2 - words.frame.height / 2),
    maxWidth: round(boxWidth),
    fontFamily: 'Instrument Sans',
    fontWeight: 600,
    align: 'center',
    lineHeight: PILL_LINE_HEIGHT,
    letterSpacing: PILL_TRACKING_EM,
    rotation: 0,
    opacity: 1,
    background: {
      color: p.hint.ink,
      opacity: 1,
      paddingX: round(paddingX),
      paddingY: round((PILL.height * scale - lineHeight) / 2),
      radius: round((PILL.height * scale) / 2),
      feather: 0,
    },
    animation: {
      in: 'fade',
      out: p.time.animation.out,
      inFrames: p.time.animation.outFrames || secondsToFrames(OUT_S, words.fps),
      outFrames: p.time.animation.outFrames,
      staggerFrames: 0,
    },
  };
}

/** The plate reaches well past the letters, because its outer part is feathered away. */
function platePadding(fontSize: number) {
  return {
    paddingX: round(fontSize * 0.9),
    paddingY: round(fontSize * 0.8),
    radius: round(fontSize * 0.4),
    feather: 0.4,
  };
}

/** Decided by the first letter that has a direction, as browsers do. */
function isRightToLeft(text: string): boolean {
  return /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
