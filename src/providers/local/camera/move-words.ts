import type { MoveKind } from './move.ts';

/** What a prompt says about the camera: a kind of move (a bare `pan`, `tilt` or `orbit` leaves the side open) and how lively. */
export interface MoveWish {
  readonly kind: MoveKind | 'pan' | 'tilt' | 'orbit' | null;
  /** 1 is the usual speed. */
  readonly pace: number;
}

const SOFTLY = String.raw`(?:\s+(?:\p{L}+ly|very|the|a|camera|it|us|is|bit|little))*`;
const LEFT = String.raw`${SOFTLY}(?:\s+(?:to|towards?))?(?:\s+the)?\s+left(?:wards?)?`;
const RIGHT = String.raw`${SOFTLY}(?:\s+(?:to|towards?))?(?:\s+the)?\s+right(?:wards?)?`;
const PAN = String.raw`(?:pan|pans|panning|truck|trucks|trucking|track|tracks|tracking|slide|slides|sliding)`;
const TILT = String.raw`(?:tilt|tilts|tilting|crane|cranes|craning|pedestal|boom|booms)`;
const NEARER = String.raw`(?:push|pushes|pushing|dolly|dollies|dollying|zoom|zooms|zooming|move|moves|moving|track|tracks|tracking)`;
const FARTHER = String.raw`(?:pull|pulls|pulling|dolly|dollies|dollying|zoom|zooms|zooming|move|moves|moving|drifts?|tracks?|tracking)`;
const ORBIT = String.raw`(?:orbit|orbits|orbiting|arc|arcs|arcing)`;

/** In order of precision: at the same place of a prompt the earlier line wins. Turkish words are stems, since they take endings. */
const kindWords: readonly (readonly [MoveWish['kind'], RegExp])[] = [
  ['drift', words(String.raw`(?:no|without|zero)\s+(?:any\s+)?(?:camera\s+)?(?:movement|motion|move)`)],
  [
    'drift',
    words(
      String.raw`(?:static|stationary|locked[- ]?off|locked|tripod|fixed|motionless)(?:\s+(?:camera|shot|frame))?|still\s+(?:camera|shot|frame)`,
    ),
  ],
  ['drift', stems('sabit|hareketsiz|durağan')],
  [
    'push',
    words(
      String.raw`${NEARER}${SOFTLY}[\s-]+(?:in|inwards?|into|closer|forwards?|towards?)|push|pushes|pushing|closing\s+in|closer\s+and\s+closer|approach(?:es|ing)?`,
    ),
  ],
  ['push', stems('yaklaş|yakınlaş|içeri doğru|ileri doğru|zum yap')],
  [
    'pull',
    words(
      String.raw`${FARTHER}${SOFTLY}[\s-]+(?:out|outwards?|back|backwards?|away)|pull|pulls|pulling|widen(?:s|ing)?|reveals?|revealing`,
    ),
  ],
  ['pull', stems('uzaklaş|geri çekil|geriye çekil|geri doğru')],
  ['pan-left', words(String.raw`(?:${PAN}(?:\s+\S+){0,3}?\s+)?(?:from\s+)?(?:the\s+)?right[- ]to[- ](?:the\s+)?left`)],
  ['pan-right', words(String.raw`(?:${PAN}(?:\s+\S+){0,3}?\s+)?(?:from\s+)?(?:the\s+)?left[- ]to[- ](?:the\s+)?right`)],
  ['pan-left', words(String.raw`${PAN}${LEFT}|leftwards?\s+(?:pan|move|movement|track)|left\s+pan`)],
  ['pan-right', words(String.raw`${PAN}${RIGHT}|rightwards?\s+(?:pan|move|movement|track)|right\s+pan`)],
  ['pan-right', stems('soldan sağa')],
  ['pan-left', stems('sağdan sola')],
  ['pan-left', stems('sola')],
  ['pan-right', stems('sağa')],
  [
    'tilt-up',
    words(String.raw`${TILT}${SOFTLY}[\s-]+(?:up|upwards?)|(?:camera|shot|view)\s+(?:slowly\s+|gently\s+)?rises`),
  ],
  [
    'tilt-down',
    words(
      String.raw`${TILT}${SOFTLY}[\s-]+(?:down|downwards?)|(?:camera|shot|view)\s+(?:slowly\s+|gently\s+)?(?:lowers|descends|sinks)`,
    ),
  ],
  ['tilt-up', stems('yukarı')],
  ['tilt-down', stems('aşağı')],
  ['orbit-left', words(String.raw`${ORBIT}${LEFT}`)],
  ['orbit-right', words(String.raw`${ORBIT}${RIGHT}`)],
  [
    'orbit',
    words(
      String.raw`orbit|orbits|orbiting|orbital|arc\s+shot|arcs|arcing|parallax|(?:circles?|circling|rotates?|rotating|moves?|moving|swings?)\s+around`,
    ),
  ],
  ['orbit', stems('yörünge|etrafında|çevresinde|paralaks')],
  ['pan', words(String.raw`${PAN}`)],
  ['pan', stems('kaydır|kayma|yatay')],
  ['tilt', words(TILT)],
  ['tilt', stems('dikey')],
];

const slowWords = words('slow|slowly|gentle|gently|subtle|subtly|slight|slightly|soft|softly|calm|calmly|barely');
const slowStems = stems('yavaş|hafif|yumuşak|sakin|usulca');
const fastWords = words('fast|quick|quickly|rapid|rapidly|dynamic|energetic|swift|swiftly|whip|punchy');
const fastStems = stems('hızlı|çabuk|dinamik|enerjik|seri');
const NEGATED = /(?:^|[^\p{L}])(?:no|not|never|without|avoid|don't|do not)(?:\s+(?:any|a|the|camera))?\s*$/u;

/** Reads the camera out of a scene's video prompt, in English or Turkish; the first thing said counts. */
export function moveWish(prompt: string): MoveWish {
  const text = prompt.toLocaleLowerCase('tr').replaceAll('ı', 'i').replaceAll('\u0307', '');
  let kind: MoveWish['kind'] = null;
  let firstPlace = Infinity;
  for (const [candidate, pattern] of kindWords) {
    for (const match of text.matchAll(pattern)) {
      if (match.index >= firstPlace) break;
      if (candidate !== 'drift' && NEGATED.test(text.slice(0, match.index + (match[1]?.length ?? 0)))) continue;
      kind = candidate;
      firstPlace = match.index;
      break;
    }
  }
  const slow = text.search(slowWords) >= 0 || text.search(slowStems) >= 0;
  const fast = text.search(fastWords) >= 0 || text.search(fastStems) >= 0;
  return { kind, pace: slow === fast ? 1 : slow ? 0.65 : 1.4 };
}

/** Whole words. */
function words(pattern: string): RegExp {
  return new RegExp(String.raw`(^|[^\p{L}])(?:${pattern})(?![\p{L}])`, 'gu');
}

/** Beginnings of words; `ı` is folded into `i` on both sides, so that capitals and lazy spellings match. */
function stems(pattern: string): RegExp {
  return new RegExp(String.raw`(^|[^\p{L}])(?:${pattern.replaceAll('ı', 'i')})`, 'gu');
}
