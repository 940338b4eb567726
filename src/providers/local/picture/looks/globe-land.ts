import { createRequire } from 'node:module';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { feature } from 'topojson-client';

const MAP_WIDTH = 1440;
const MAP_HEIGHT = 720;

type Rings = readonly (readonly (readonly number[])[])[];

/** A place on earth in degrees: east and north positive. */
export interface Place {
  readonly east: number;
  readonly north: number;
}

let landMap: Uint8Array | null = null;

/** Whether there is land at a place, by Natural Earth's 1:110m coastlines (public domain). */
export function isLand({ east, north }: Place): boolean {
  landMap ??= drawLandMap();
  const x = Math.floor(((((east + 180) % 360) + 360) % 360) * (MAP_WIDTH / 360));
  const y = Math.min(MAP_HEIGHT - 1, Math.max(0, Math.floor((90 - north) * (MAP_HEIGHT / 180))));
  return landMap[y * MAP_WIDTH + x] === 1;
}

/** One byte a quarter of a degree: drawing the coastlines once is faster than asking polygons thirty thousand times. */
function drawLandMap(): Uint8Array {
  const topology = createRequire(import.meta.url)('world-atlas/land-110m.json') as Parameters<typeof feature>[0];
  const land = topology.objects['land'];
  if (land === undefined) throw new RangeError('world-atlas has no land');
  const shape = feature(topology, land);
  const canvas = createCanvas(MAP_WIDTH, MAP_HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  for (const one of shape.type === 'FeatureCollection' ? shape.features : [shape]) {
    const { geometry } = one;
    const polygons =
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : [];
    for (const rings of polygons as readonly Rings[]) {
      // Unwrapped coasts may lie a turn to either side of the map.
      for (const turn of [-360, 0, 360]) fillRings(context, rings, turn);
    }
  }
  const { data } = context.getImageData(0, 0, MAP_WIDTH, MAP_HEIGHT);
  return Uint8Array.from({ length: MAP_WIDTH * MAP_HEIGHT }, (_, place) => ((data[place * 4 + 3] ?? 0) > 127 ? 1 : 0));
}

function fillRings(context: SKRSContext2D, rings: Rings, byDegrees: number): void {
  context.beginPath();
  for (const ring of rings) {
    // A coast that crosses the date line goes on past it instead of jumping back across the map.
    let turn = byDegrees;
    let before = ring[0]?.[0] ?? 0;
    for (const [place, [east = 0, north = 0]] of ring.entries()) {
      if (Math.abs(east - before) > 180) turn += east < before ? 360 : -360;
      before = east;
      const x = ((east + turn + 180) * MAP_WIDTH) / 360;
      const y = ((90 - north) * MAP_HEIGHT) / 180;
      if (place === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
  }
  context.fill('evenodd');
}

/** Large cities, for the ends of lines between places. */
export const cities: readonly Place[] = [
  { east: 28.98, north: 41.01 },
  { east: -0.13, north: 51.51 },
  { east: 2.35, north: 48.86 },
  { east: 13.4, north: 52.52 },
  { east: -3.7, north: 40.42 },
  { east: 37.62, north: 55.76 },
  { east: 31.24, north: 30.04 },
  { east: 3.38, north: 6.52 },
  { east: 36.82, north: -1.29 },
  { east: 18.42, north: -33.92 },
  { east: 55.27, north: 25.2 },
  { east: 72.88, north: 19.08 },
  { east: 77.21, north: 28.61 },
  { east: 100.5, north: 13.76 },
  { east: 103.85, north: 1.29 },
  { east: 116.4, north: 39.9 },
  { east: 121.47, north: 31.23 },
  { east: 139.69, north: 35.69 },
  { east: 151.21, north: -33.87 },
  { east: 174.76, north: -36.85 },
  { east: -74.01, north: 40.71 },
  { east: -87.63, north: 41.88 },
  { east: -118.24, north: 34.05 },
  { east: -99.13, north: 19.43 },
  { east: -74.07, north: 4.71 },
  { east: -46.63, north: -23.55 },
  { east: -58.38, north: -34.6 },
  { east: -21.9, north: 64.15 },
];

/** Stems of the words that turn the globe to a region. */
export const regions: readonly (readonly [stems: readonly string[], centre: Place])[] = [
  [['turkey', 'turkiye*', 'istanbul*', 'ankara*', 'anatolia*', 'anadolu*'], { east: 30, north: 36 }],
  [
    ['europe', 'european', 'avrupa*', 'germany', 'france', 'italy', 'spain', 'almanya*', 'fransa*'],
    { east: 12, north: 42 },
  ],
  [['africa', 'african', 'afrika*', 'nigeria', 'kenya', 'egypt', 'misir*'], { east: 18, north: 8 }],
  [['middle', 'arab*', 'gulf', 'dubai', 'ortadogu*'], { east: 45, north: 24 }],
  [['india', 'indian', 'hindistan*'], { east: 79, north: 20 }],
  [['china', 'asia', 'asian', 'asya*', 'cin', 'japan', 'korea', 'japonya*'], { east: 112, north: 30 }],
  [['australia', 'pacific', 'avustralya*'], { east: 138, north: -18 }],
  [['brazil', 'latin', 'argentina', 'brezilya*'], { east: -62, north: -10 }],
  [['america', 'usa', 'american', 'canada', 'york', 'amerika*'], { east: -95, north: 34 }],
];
