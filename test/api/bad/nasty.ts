import fc from 'fast-check';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    [],
    {},
    { $ne: null },
    { $gt: '' },
    { $where: 'sleep(1000)' },
    { $regex: '.*' },
    ['$ne', null],
    '../../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    String.raw`..\..\windows\win.ini`,
    'file:///etc/passwd',
    'http://169.254.169.254/latest/meta-data',
    "'; drop table work; --",
    '${7*7}{{7*7}}<%= 7 %>',
    '<script>alert(1)</script>',
    'a\u0000b',
    '\uD800 alone',
    '\uDFFF',
    '\u202E\u200B\uFEFF',
    "It's 100%: a \\ [in] drawtext=textfile=/etc/passwd,",
    '-i /etc/passwd',
    -1,
    0.1,
    1e308,
    -1e308,
    Number.MAX_SAFE_INTEGER + 2,
    2 ** 31,
    -0,
    1e-320,
  ),
  fc.constant('x').map((one) => one.repeat(1_000_000)),
  fc.integer({ min: 200, max: 2000 }).map((depth) => nested(depth)),
  fc.integer({ min: 200, max: 5000 }).map((count) => Array.from({ length: count }, () => 0)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** What databases and filters fear most. */
const fearedText = fc.constantFrom('a\u0000b', '\uD800 alone', "it's 100%: \\");

/** What nobody means and somebody sends: in the place of any value of a body. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: fearedText },
  { weight: 3, arbitrary: oddValue },
);

function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

/** Bodies that are no JSON, or JSON that plays tricks. */
export const nastyText: fc.Arbitrary<string | Buffer> = fc.constantFrom<string | Buffer>(
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '1',
  'NaN',
  '{"name":1e999}',
  '{"name":"a","name":"b"}',
  '{"__proto__":{"isAdmin":true},"name":"x"}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"name":"\\ud800"}',
  '{"name":"\\u0000"}',
  '\uFEFF{}',
  '{"name":"x"}{"name":"y"}',
  "{'name':'x'}",
  '{"name":"x",}',
  `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
  `{"a":`.repeat(5000),
  `{"name":"${'y'.repeat(1_100_000)}"}`,
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from([0x00, 0x01, 0x02, 0xff]),
);

/** Content types that are not the one, or say more than they should. */
export const nastyType: fc.Arbitrary<string> = fc.constantFrom(
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/json; charset=utf-8; charset=latin1',
  'application/jsonx',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=no-such-boundary',
  'multipart/mixed; boundary=x',
  'image/png',
  'application/octet-stream',
  '*/*',
  ';;;',
  'a'.repeat(500),
);

/** Ids and addresses that lead elsewhere. */
export const nastyId: fc.Arbitrary<string> = fc.constantFrom(
  '..%2f..%2fetc%2fpasswd',
  '%00',
  'proj_0%00',
  '%2e%2e',
  '[object%20Object]',
  '%7B%22$ne%22:null%7D',
  "'%20or%20'1'='1",
  '%F0%9F%98%80',
  '%ED%A0%80',
  '%zz',
  'work_0;x',
  '-1',
  '1e9',
  '0x0',
  '999999999999999999999',
  'a'.repeat(4000),
  'PROJ_01',
  'proj_',
  '*',
);

/** Query strings, with their question mark. */
export const nastyQuery: fc.Arbitrary<string> = fc.constantFrom(
  '?limit=-1',
  '?limit=0',
  '?limit=1e3',
  '?limit=99999999999999999999',
  '?limit=1&limit=2',
  '?limit[$gt]=1',
  '?limit=1&cursor=nonsense',
  '?cursor=eyJhIjoxfQ',
  '?cursor=W10',
  '?cursor=bnVsbA',
  '?cursor=WyIyMDI2LTAxLTAxIiwid29ya18wIl0',
  `?cursor=${Buffer.from('["infinity","x"]').toString('base64url')}`,
  `?cursor=${'A'.repeat(3000)}`,
  '?type[]=image',
  '?type=IMAGE',
  '?status=done&status=failed',
  '?workId=../../',
  '?workId[$ne]=1',
  '?__proto__[x]=1',
  '?constructor.prototype.x=1',
  '?lastEventId=-1',
  '?lastEventId=999999999999999',
  '?%00=%00',
  '?a=%zz',
  '?&&&=&=',
  `?${'a=1&'.repeat(2000)}`,
  '?token=%00',
  '?exp=1&sig=x',
  '?exp=99999999999999&sig=',
);

/** Headers a proxy, a player or a mischief-maker would send; never one that makes the request wait. */
export const nastyHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc.constantFrom<Record<string, string>>(
  { range: 'bytes=0-0,2-3,5-9' },
  { range: `bytes=${'0-1,'.repeat(1000)}0-1` },
  { range: 'bytes=9-1' },
  { range: 'bytes=-0' },
  { range: 'bytes=99999999999999999999-' },
  { range: 'bytes=0-99999999999999999999' },
  { range: 'lines=1-2' },
  { range: 'bytes=-' },
  { range: 'bytes=0-1', 'if-range': '"nothing"' },
  { range: 'bytes=1-', 'if-range': 'Wed, 21 Oct 2099 07:28:00 GMT' },
  { 'if-match': '"1", "2"' },
  { 'if-match': 'W/"1"' },
  { 'if-match': '*' },
  { 'if-match': '1' },
  { 'if-match': '"99999999999999999999"' },
  { 'if-match': '"-1"' },
  { 'if-match': '"' },
  { 'if-none-match': '*' },
  { 'if-none-match': '"a", W/"b", ' },
  { 'if-modified-since': 'never' },
  { 'idempotency-key': '' },
  { 'idempotency-key': 'k'.repeat(5000) },
  { 'idempotency-key': '../\u00e9\u00ff' },
  { 'idempotency-key': 'same' },
  { prefer: 'respond-async, wait=-1, %%%' },
  { prefer: 'respond-async; foo="bar' },
  { 'x-image-provider': "'; --", 'x-llm-provider': '../', 'x-video-provider': '\u00ff' },
  { 'x-model-id': 'm'.repeat(3000) },
  { 'x-image-model-id': '__proto__', 'x-video-model-id': 'constructor', 'x-model-id': 'toString' },
  { 'x-llm-provider': '__proto__', 'x-vision-provider': 'hasOwnProperty', 'x-image-provider': 'constructor' },
  { 'x-api-key': 'k'.repeat(3000), 'x-image-api-key': ' ' },
  { 'last-event-id': 'minus one' },
  { 'last-event-id': '99999999999999999999' },
  { accept: 'image/webp' },
  { 'accept-encoding': 'br;q=9' },
  { origin: 'null', 'sec-fetch-site': 'cross-site' },
  { cookie: '__proto__=1; ;=;"' },
  { 'x-forwarded-for': '127.0.0.1, %00', 'x-forwarded-proto': 'gopher' },
  { host: 'evil.example' },
  { 'x-http-method-override': 'DELETE' },
  { 'content-encoding': 'gzip' },
  { expect: '200-ok' },
  { 'x-long': 'y'.repeat(14_000) },
);

/** Small files that are large, broken or something else. */
export const nastyFile: fc.Arbitrary<Buffer> = fc.constantFrom(
  Buffer.alloc(0),
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  Buffer.from('<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>'),
  Buffer.from('<html><body onload=alert(1)>'),
  Buffer.from('#EXTM3U\n#EXTINF:1\nfile:///etc/passwd\n'),
  Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n"),
  pngOf(30_000, 30_000),
  pngOf(0, 0),
  pngOf(2 ** 31 - 1, 1),
  zipOfZeros(),
  Buffer.concat([Buffer.from('GIF89a\x01\x00\x01\x00<script>'), zipOfZeros()]),
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]),
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42\0\0\0\0mp42isom'), Buffer.alloc(64, 0xff)]),
  Buffer.concat([Buffer.from('RIFF\xff\xff\xff\xffWAVEfmt ', 'latin1'), Buffer.alloc(32, 0x7f)]),
  Buffer.concat([Buffer.from([0, 1, 0, 0, 0xff, 0xff]), Buffer.alloc(30, 0x41)]),
  Buffer.alloc(70_000, 0x00),
  Buffer.alloc(70_000, 0x47),
);

/** A PNG that says it is this large and has next to nothing in it. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length, 0);
    head.write(kind, 4, 'latin1');
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])), 0);
    return Buffer.concat([head, data, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = chunk('IDAT', deflateSync(Buffer.alloc(500_000)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    rows,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A zip entry of 20 MB of nothing in 20 kB. */
function zipOfZeros(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(20_000_000));
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 0, 'latin1');
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(20_000_000, 22);
  head.writeUInt16LE(1, 26);
  return Buffer.concat([head, Buffer.from('a'), packed]);
}
